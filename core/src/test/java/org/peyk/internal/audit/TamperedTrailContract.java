package org.peyk.internal.audit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peyk.AuditAnchor;
import org.peyk.AuditProblem;
import org.peyk.AuditProblem.Kind;
import org.peyk.Histories;
import org.peyk.ReasonCode;
import org.peyk.Samples;
import org.peyk.internal.store.Store;
import org.peyk.spi.RequestId;
import org.peyk.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody with rights on the database changes the trail by hand; verification says what and where. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TamperedTrailContract {

    private static final int EVENTS = 12;

    private final SettableClock clock = new SettableClock(Samples.NOON);
    private Store store;
    private Histories histories;
    private AnchorSealer sealer;

    abstract Store store(Path directory);

    @BeforeAll
    void open(@TempDir Path directory) {
        store = store(directory);
        histories = new Histories(store, clock);
        sealer = new AnchorSealer(store, clock);
        history("R-1");
        history("R-2");
        for (String table : List.of("event", "unsealed", "anchor", "request")) {
            histories.sql("create table first_" + table + " as select * from peyk_" + table);
        }
    }

    @BeforeEach
    void begin() {
        restore("first", "event", "unsealed", "anchor", "request");
        histories.sql(List.of(
                "drop table if exists kept_event",
                "drop table if exists kept_unsealed",
                "drop table if exists kept_anchor",
                "drop table if exists kept_request"));
    }

    @AfterAll
    void close() {
        store.close();
    }

    private void history(String id) {
        RequestId r = histories.draft(id);
        histories.submitIncomplete(r);
        clock.advance(Duration.ofMinutes(1));
        histories.submit(r);
        histories.sendBack(r, ReasonCode.WRONG_INFORMATION);
        histories.revise(r, "Kütüphane 23.00'e kadar açıktır.");
        clock.advance(Duration.ofMinutes(1));
        histories.submit(r);
        histories.approveAll(r);
        histories.schedule(r);
        histories.comment(r, "Teşekkürler");
        histories.startSending(r);
        assertThat(histories.one("select version from peyk_request where id = '" + id + "'"))
                .isEqualTo(String.valueOf(EVENTS));
    }

    private List<AuditProblem> verify() {
        return new AuditVerifier(store).verify(null);
    }

    private void keep() {
        histories.sql("create table kept_event as select * from peyk_event");
        histories.sql("create table kept_unsealed as select * from peyk_unsealed");
        histories.sql("create table kept_anchor as select * from peyk_anchor");
        histories.sql("create table kept_request as select * from peyk_request");
    }

    private void restore() {
        restore("kept", "event", "unsealed", "anchor", "request");
    }

    private void restore(String from, String... tables) {
        List<String> statements = new ArrayList<>();
        for (String table : tables) {
            statements.add("delete from peyk_" + table);
            statements.add("insert into peyk_" + table + " select * from " + from + "_" + table);
        }
        histories.sql(statements);
    }

    @Test
    void anUntouchedTrailHasNoProblem() {
        assertThat(verify()).isEmpty();
        sealer.seal();
        assertThat(verify()).isEmpty();
        histories.comment(RequestId.of("R-1"), "Bir not daha");
        assertThat(verify()).isEmpty();
        assertThat(new AuditVerifier(store).verify(sealer.head())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "type       | 'COMMENTED2'",
                "at         | '2026-11-24T09:00:00.000001Z'",
                "actor      | 'P-9'",
                "actor      | null",
                "data       | concat(data, ' ')",
                "prev_hash  | '0000000000000000000000000000000000000000000000000000000000000001'",
                "hash       | '0000000000000000000000000000000000000000000000000000000000000001'",
                "seq        | seq + 100",
                "request_id | 'R-3'",
                "position   | position + 1000",
            })
    void everyColumnOfEverySealedEventIsHeld(String column, String value) {
        sealer.seal();
        everyColumn(column, value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "type       | 'COMMENTED2'",
                "at         | '2026-11-24T09:00:00.000001Z'",
                "actor      | 'P-9'",
                "actor      | null",
                "data       | concat(data, ' ')",
                "prev_hash  | '0000000000000000000000000000000000000000000000000000000000000001'",
                "hash       | '0000000000000000000000000000000000000000000000000000000000000001'",
                "seq        | seq + 100",
                "request_id | 'R-3'",
            })
    void everyColumnOfEveryEventIsHeldBeforeItIsSealed(String column, String value) {
        everyColumn(column, value);
    }

    private void everyColumn(String column, String value) {
        keep();
        int changes = 0;
        for (int seq = 1; seq <= EVENTS; seq++) {
            int changed = histories.sql("update peyk_event set " + column + " = " + value
                    + " where request_id = 'R-1' and seq = " + seq + " and " + column
                    + " is distinct from (" + value + ")");
            if (changed == 0) {
                // the start of sending has no actor that could be taken away
                assertThat(column + value + seq).isEqualTo("actornull" + EVENTS);
                continue;
            }
            int place = seq;
            assertThat(verify())
                    .as("%s of event %d", column, seq)
                    .anySatisfy(p -> {
                        assertThat(p.request()).isEqualTo(RequestId.of("R-1"));
                        assertThat(p.seq()).isIn(place, place + 100);
                        assertThat(p.text().tr()).contains(String.valueOf(p.seq()));
                        assertThat(p.text().en()).contains(String.valueOf(p.seq()));
                    })
                    .noneSatisfy(p -> assertThat(p.request()).isEqualTo(RequestId.of("R-2")));
            restore("kept", "event");
            changes++;
        }
        assertThat(verify()).isEmpty();
        assertThat(changes).isGreaterThanOrEqualTo(EVENTS - 1);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aRemovedEventIsMissedAtItsPlace(boolean sealed) {
        seal(sealed);
        keep();
        for (int seq = 1; seq < EVENTS; seq++) {
            histories.sql("delete from peyk_event where request_id = 'R-1' and seq = " + seq);
            assertOnly(Kind.MISSING, seq);
            restore();
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aRemovedEventIsMissedThoughTheOthersMovedUp(boolean sealed) {
        seal(sealed);
        keep();
        histories.sql("delete from peyk_event where request_id = 'R-1' and seq = 4");
        move("seq > 4", -1);
        histories.sql("update peyk_request set version = version - 1 where id = 'R-1'");
        assertThat(verify()).anySatisfy(p -> assertProblem(p, Kind.MISSING, 4));
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aCutTailIsFound(boolean sealed) {
        seal(sealed);
        histories.sql("delete from peyk_event where request_id = 'R-1' and seq > 10");
        assertThat(verify())
                .hasSize(2)
                .anySatisfy(p -> assertProblem(p, Kind.TAIL_CUT, 11))
                .anySatisfy(p -> assertProblem(p, Kind.TAIL_CUT, EVENTS));
    }

    @Test
    void aRequestThatIsGoneWithAllItsEventsIsFoundByItsAnchors() {
        sealer.seal();
        histories.sql("delete from peyk_event where request_id = 'R-1'");
        histories.sql("delete from peyk_request where id = 'R-1'");
        assertThat(verify()).anySatisfy(p -> assertProblem(p, Kind.TAIL_CUT, 1));
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void anInsertedEventIsFound(boolean sealed) {
        seal(sealed);
        keep();
        // in the middle: the others move down
        move("seq >= 5", 1);
        insert("R-1", 5, histories.one("select hash from peyk_event where request_id = 'R-1' and seq = 4"));
        assertThat(verify()).anySatisfy(p -> {
            assertThat(p.request()).isEqualTo(RequestId.of("R-1"));
            assertThat(p.kind()).isEqualTo(Kind.INSERTED);
            assertThat(p.seq()).isIn(5, 6);
        });
        restore();
        // at the end
        insert("R-1", EVENTS + 1, histories.one("select head_hash from peyk_request where id = 'R-1'"));
        assertOnly(Kind.INSERTED, EVENTS + 1);
        // by somebody who does not know that new events wait for their seal
        histories.sql("delete from peyk_unsealed where request_id = 'R-1' and seq = " + (EVENTS + 1));
        assertOnly(Kind.MISSING, EVENTS + 1);
        restore();
        // in a request that was never made
        insert("R-7", 1, HashChain.GENESIS);
        assertThat(verify()).anySatisfy(p -> assertThat(p.request()).isEqualTo(RequestId.of("R-7")));
    }

    /** In two steps, as PostgreSQL looks at the unique key after every row. */
    private void move(String which, int by) {
        histories.sql("update peyk_event set seq = -seq where request_id = 'R-1' and " + which);
        histories.sql("update peyk_event set seq = -seq + " + by + " where request_id = 'R-1' and seq < 0");
    }

    private void insert(String request, int seq, String previous) {
        String data = "{\"event\":\"NOTED\",\"data\":{\"text\":\"x\"},\"type\":\"COMMENTED\"}";
        String at = "2026-11-24T09:02:00Z";
        String hash = HashChain.event(previous, request, seq, "COMMENTED", at, "P-6", data);
        histories.sql("insert into peyk_event (request_id, seq, type, at, actor, data, prev_hash, hash) values ('"
                + request + "', " + seq + ", 'COMMENTED', '" + at + "', 'P-6', '" + data + "', '" + previous + "', '"
                + hash + "')");
        String place = " from peyk_unsealed where request_id = '" + request + "' and seq = " + seq;
        if (histories.one("select count(*)" + place).equals("0")) {
            histories.sql("insert into peyk_unsealed (request_id, seq) values ('" + request + "', " + seq + ")");
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void swappedEventsAreFoundAtBothPlaces(boolean sealed) {
        seal(sealed);
        keep();
        histories.sql("update peyk_event set seq = 99 where request_id = 'R-1' and seq = 3");
        histories.sql("update peyk_event set seq = 3 where request_id = 'R-1' and seq = 6");
        histories.sql("update peyk_event set seq = 6 where request_id = 'R-1' and seq = 99");
        assertThat(verify())
                .hasSize(2)
                .anySatisfy(p -> assertProblem(p, Kind.REORDERED, 3))
                .anySatisfy(p -> assertProblem(p, Kind.REORDERED, 6));
        restore();
        // what they hold is swapped, while the rows keep place and hashes
        for (String column : List.of("type", "at", "actor", "data")) {
            histories.sql("update peyk_event e set " + column + " = (select k." + column
                    + " from kept_event k where k.request_id = 'R-1' and k.seq = 9 - e.seq)"
                    + " where e.request_id = 'R-1' and e.seq in (3, 6)");
        }
        assertThat(verify()).hasSize(2).allSatisfy(p -> assertThat(p.seq()).isIn(3, 6));
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aChangeWithItsHashComputedAnewIsFoundByTheNextLink(boolean sealed) {
        seal(sealed);
        keep();
        for (int seq = 1; seq <= EVENTS; seq++) {
            String where = " from peyk_event where request_id = 'R-1' and seq = " + seq;
            String previous = histories.one("select prev_hash" + where);
            String data = histories.one("select data" + where);
            String type = histories.one("select type" + where);
            String at = "2026-11-23T00:00:00Z";
            String hash = HashChain.event(previous, "R-1", seq, type, at, "P-1", data);
            histories.sql("update peyk_event set at = '" + at + "', actor = 'P-1', hash = '" + hash
                    + "' where request_id = 'R-1' and seq = " + seq);
            assertOnly(Kind.CHANGED, seq);
            restore();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "snapshot  | replace(snapshot, 'SENDING', 'SENT')",
                "snapshot  | replace(snapshot, 'R-1', 'R-9')",
                "snapshot  | '{'",
                "snapshot  | ''",
                "form      | replace(form, 'MAIL', 'SMS')",
                "form      | '{'",
                "plan      | null",
                "plan      | '7'",
                "state     | 'SENT'",
                "version   | version + 1",
                "version   | version - 1",
                "revision  | 7",
                "digest    | '0000000000000000000000000000000000000000000000000000000000000001'",
                "head_hash | '0000000000000000000000000000000000000000000000000000000000000001'",
            })
    void theRequestMustBeWhatItsEventsAddUpTo(String column, String value) {
        sealer.seal();
        assertThat(histories.sql("update peyk_request set " + column + " = " + value + " where id = 'R-1'"))
                .isEqualTo(1);
        assertThat(verify()).hasSize(1).allSatisfy(p -> {
            assertThat(p.request()).isEqualTo(RequestId.of("R-1"));
            if (!column.equals("version")) {
                assertThat(p.kind()).isEqualTo(Kind.SNAPSHOT_DIFFERS);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "pos",
        "seq",
        "event_position",
        "event_hash",
        "prev_hash",
        "hash",
        "at",
        "request_id",
    })
    void everyColumnOfEveryAnchorIsHeld(String column) {
        sealer.seal();
        keep();
        for (int pos = 1; pos <= 2 * EVENTS; pos++) {
            String value = column.endsWith("hash")
                    ? "'" + "1".repeat(64) + "'"
                    : column.equals("at") || column.equals("request_id") ? column + " || 'x'" : column + " + 1000";
            histories.sql("update peyk_anchor set " + column + " = " + value + " where pos = " + pos);
            assertThat(verify()).as("%s of anchor %d", column, pos).isNotEmpty();
            restore("kept", "anchor");
        }
        histories.sql("delete from peyk_anchor where pos = 5");
        assertThat(verify()).anySatisfy(p -> assertThat(p.kind()).isEqualTo(Kind.MISSING));
    }

    @Test
    void onlyAnAnchorKeptOutsideShowsATailThatWasCutWithAllItsTraces() {
        sealer.seal();
        AuditAnchor early = sealer.head();
        keep();
        histories.comment(RequestId.of("R-2"), "Son olay");
        sealer.seal();
        AuditAnchor outside = sealer.head();
        restore();

        assertThat(verify()).isEmpty();
        assertThat(new AuditVerifier(store).verify(early)).isEmpty();
        assertThat(new AuditVerifier(store).verify(AuditAnchor.parse(outside.text())))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.kind()).isEqualTo(Kind.TAIL_CUT);
                    assertThat(p.text().tr()).contains(String.valueOf(outside.pos()));
                });

        // and when the chain has grown again meanwhile
        histories.comment(RequestId.of("R-2"), "Başka bir olay");
        sealer.seal();
        assertThat(verify()).isEmpty();
        assertThat(new AuditVerifier(store).verify(outside))
                .singleElement()
                .satisfies(p -> assertThat(p.kind()).isEqualTo(Kind.CHANGED));
    }

    @Test
    void anEventWhoseSealIsNoLongerAwaitedIsFound() {
        histories.sql("delete from peyk_unsealed where request_id = 'R-1' and seq = 4");
        assertOnly(Kind.MISSING, 4);
        sealer.seal();
        assertOnly(Kind.MISSING, 4);
    }

    @Test
    void sealingDoesNotHealAnEventThatWasMadeUnsealedByHand() {
        sealer.seal();
        histories.sql("insert into peyk_unsealed (request_id, seq) values ('R-1', 4)");
        assertThat(sealer.seal()).isZero();
        assertOnly(Kind.CHANGED, 4);
    }

    private void seal(boolean sealed) {
        if (sealed) {
            assertThat(sealer.seal()).isEqualTo(2 * EVENTS);
        }
    }

    private void assertOnly(Kind kind, int seq) {
        assertThat(verify()).singleElement().satisfies(p -> assertProblem(p, kind, seq));
    }

    private static void assertProblem(AuditProblem p, Kind kind, int seq) {
        assertThat(p.request()).isEqualTo(RequestId.of("R-1"));
        assertThat(p.kind()).isEqualTo(kind);
        assertThat(p.seq()).isEqualTo(seq);
    }
}
