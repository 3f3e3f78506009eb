package org.peyk.internal.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.Databases;
import org.peyk.ErrorCode;
import org.peyk.Histories;
import org.peyk.PeykException;
import org.peyk.Samples;
import org.peyk.internal.audit.AnchorSealer;
import org.peyk.internal.audit.AuditVerifier;
import org.peyk.internal.lifecycle.Command;
import org.peyk.internal.lifecycle.Decision;
import org.peyk.internal.lifecycle.Lifecycle;
import org.peyk.spi.RequestId;
import org.peyk.testing.SettableClock;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A change that was made from a request as it no longer is stores nothing of itself, however the driver sends it. */
class StaleChangeIT {

    @TempDir
    Path directory;

    private final SettableClock clock = new SettableClock(Samples.NOON);

    private DataSource database(String way) {
        if (way.equals("h2")) {
            return Databases.h2Database(directory);
        }
        PGSimpleDataSource postgres = (PGSimpleDataSource) Databases.postgresDatabase();
        postgres.setPreferQueryMode(PreferQueryMode.of(way));
        return postgres;
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "extended", "simple"})
    void nothingOfAStaleChangeIsStored(String way) throws Exception {
        try (Store store = Store.open(database(way), () -> {})) {
            RequestRows rows = new RequestRows(store);
            Histories histories = new Histories(store, clock);
            RequestId id = histories.draft("R-1");
            RequestRows.Head head = store.look(c -> rows.head(c, id)).orElseThrow();
            histories.comment(id, "araya giren");
            Decision.Accepted late = (Decision.Accepted) Lifecycle.decide(
                    head.request(), new Command.Comment("geç kalan"), Samples.STRANGER, clock.instant());
            Optional<RequestRows.Head> stored = store.change(change -> {
                RequestRows.Head next = rows.update(change, head, late.next(), late.events(), Samples.STRANGER);
                change.add("insert into peyk_waiting_role (holder, code) values (?, ?)", "X", "X");
                return next;
            });
            assertThat(stored).isEmpty();
            assertThat(histories.one("select count(*) from peyk_waiting_role")).isEqualTo("0");
            assertThat(histories.one("select count(*) from peyk_event")).isEqualTo("2");
            new AnchorSealer(store, clock).seal();
            assertThat(new AuditVerifier(store).verify(null)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "extended", "simple"})
    void aRequestThatIsRememberedButGoneIsNotFound(String way) {
        try (Store store = Store.open(database(way), () -> {})) {
            RequestCommands commands = new RequestCommands(store, clock, List.of());
            Histories histories = new Histories(store, clock);
            RequestId id = histories.draft("R-1");
            commands.execute(id, Samples.STRANGER, r -> new Command.Comment("bir"));
            histories.sql("delete from peyk_event where request_id = 'R-1'");
            histories.sql("delete from peyk_unsealed where request_id = 'R-1'");
            histories.sql("delete from peyk_request where id = 'R-1'");
            assertThatThrownBy(() -> commands.execute(id, Samples.STRANGER, r -> new Command.Comment("iki")))
                    .isInstanceOfSatisfying(
                            PeykException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
            assertThat(histories.one("select count(*) from peyk_event")).isEqualTo("0");
        }
    }
}
