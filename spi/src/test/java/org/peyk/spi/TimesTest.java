package org.peyk.spi;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.peyk.spi.directory.Deputyship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TimesTest {
    private static final Instant FROM = Instant.parse("2026-11-23T06:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-11-30T06:00:00Z");
    private static final PersonId DEAN = PersonId.of("dekan");
    private static final PersonId DEPUTY = PersonId.of("vekil");

    @Test
    void aDeputyshipCoversItsFirstMomentAndNotItsEnd() {
        Deputyship deputyship = new Deputyship(DEAN, DEPUTY, FROM, UNTIL);
        assertThat(deputyship.covers(FROM)).isTrue();
        assertThat(deputyship.covers(FROM.minusNanos(1))).isFalse();
        assertThat(deputyship.covers(UNTIL.minusNanos(1))).isTrue();
        assertThat(deputyship.covers(UNTIL)).isFalse();
        assertThat(deputyship.covers(Instant.MIN)).isFalse();
        assertThat(deputyship.covers(Instant.MAX)).isFalse();
    }

    @Test
    void aDeputyshipIsOfTwoPersonsAndLasts() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Deputyship(DEAN, DEAN, FROM, UNTIL));
        assertThatIllegalArgumentException().isThrownBy(() -> new Deputyship(DEAN, DEPUTY, FROM, FROM));
        assertThatIllegalArgumentException().isThrownBy(() -> new Deputyship(DEAN, DEPUTY, UNTIL, FROM));
    }

    @Test
    void aWindowEndsAfterItsBeginning() {
        assertThat(new SendingWindow(FROM, UNTIL).notAfter()).isEqualTo(UNTIL);
        assertThat(new SendingWindow(null, UNTIL).notBefore()).isNull();
        assertThat(new SendingWindow(FROM, null).notAfter()).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> new SendingWindow(FROM, FROM));
        assertThatIllegalArgumentException().isThrownBy(() -> new SendingWindow(UNTIL, FROM));
    }
}
