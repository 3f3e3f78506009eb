package org.peyk;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peyk.internal.reply.ReplyIntake;
import org.peyk.internal.reply.ReplySettings;
import org.peyk.internal.store.EmbeddedDatabase;
import org.peyk.internal.store.Store;
import org.peyk.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RepliesTest extends RepliesContract {

    @Override
    Store open(Path dir) {
        return EmbeddedDatabase.open(dir);
    }

    @Test
    void twoMailboxesOfOneNameAreRefused() {
        SettableClock clock = new SettableClock(Samples.NOON);
        try (Store other = EmbeddedDatabase.open(directory.resolve("other"))) {
            assertThatThrownBy(() -> new ReplyIntake(
                            other,
                            new Histories(other, clock).commands(),
                            clock,
                            ReplySettings.in(clock.getZone()),
                            List.of(new ListMailbox("a"), new ListMailbox("a")),
                            null))
                    .isInstanceOfSatisfying(
                            ConfigurationException.class,
                            e -> assertThat(e.problems()).hasSize(1));
        }
    }
}
