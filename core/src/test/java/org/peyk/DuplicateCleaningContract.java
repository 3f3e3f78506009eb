package org.peyk;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.internal.delivery.Await;
import org.peyk.internal.store.Store;
import org.peyk.spi.Content;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.Requester;
import org.peyk.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** What requests said is kept only as long as it is looked for, on either engine. */
abstract class DuplicateCleaningContract {

    private static final String TEXT = "Merkez kütüphanemizin sınav dönemindeki çalışma saatleri uzatılmıştır. Okuma"
            + " salonları hafta içi gece yarısına kadar, hafta sonu akşam sekize kadar açık olacaktır.";

    @TempDir
    Path directory;

    private final SettableClock clock = new SettableClock(Samples.NOON);
    private DataSource database;

    abstract DataSource database(Path dir);

    @BeforeEach
    void open() {
        database = database(directory);
    }

    private MailProcess process() {
        return PortalProcess.over(database, clock).build();
    }

    @Test
    void A6_whatIsTooOldIsRemovedAndAFlaggedDuplicateStillNamesTheOther() throws SQLException {
        RequestId first;
        RequestId second;
        try (MailProcess process = process()) {
            first = submitted(process, TEXT);
            clock.advance(Duration.ofDays(6));
            MailRequest draft = draft(process, "Değerli üyelerimiz, " + TEXT);
            second = draft.id();
            CheckedFinding flag = process.preparation().check(draft).get(0);
            process.requests().releaseFinding(Samples.REQUESTER, second, flag.key(), "", "Mezunlara ayrıca duyurulur.");
            process.requests().submit(Samples.REQUESTER, second);
        }
        clock.advance(Duration.ofDays(1).plusSeconds(1));
        try (MailProcess process = process().start()) {
            Await.until("only the second is left", () -> remembered().equals(List.of(second.value())));
            assertThat(process.requests().get(second).findings())
                    .singleElement()
                    .satisfies(f -> assertThat(f.finding().excerpt()).isEqualTo(first.value()));
            MailRequest third = draft(process, "Sayın hocalarımız, " + TEXT);
            assertThat(process.preparation().duplicates(third))
                    .as("what is looked for is still found")
                    .extracting(Duplicate::request)
                    .containsExactly(second);
            assertThat(process.audit().verify()).isEmpty();
        }
    }

    @Test
    void whatEndsWithoutItsMailIsForgottenAtOnce() throws SQLException {
        try (MailProcess process = process()) {
            RequestId rejected = submitted(process, TEXT);
            RequestId cancelled = submitted(process, "Yemekhane menüsü değişti, ayrıntılar sayfamızdadır.");
            RequestId kept = submitted(process, "Otopark girişleri yarın kapalıdır, servisler arka kapıdan kalkar.");
            assertThat(remembered()).containsExactlyInAnyOrder(rejected.value(), cancelled.value(), kept.value());
            process.requests().reject(Samples.DEAN, rejected, ReasonCode.OTHER, "gerek yok");
            process.requests().cancel(Samples.REQUESTER, cancelled, "vazgeçildi");
            assertThat(remembered()).containsExactly(kept.value());
        }
    }

    @Test
    void manyAreRemovedInOneRoundAndWhatIsNeededStays() throws SQLException {
        try (MailProcess process = process()) {
            RequestId kept = submitted(process, TEXT);
            old(2_345, Samples.NOON.minus(Duration.ofDays(8)));
            process.start();
            Await.until("only what is needed is left", () -> remembered().equals(List.of(kept.value())));
        }
    }

    @Test
    void withTheSearchSwitchedOffNothingIsKept() throws SQLException {
        try (MailProcess process = process()) {
            submitted(process, TEXT);
        }
        clock.advance(Duration.ofSeconds(1));
        try (MailProcess process = PortalProcess.over(database, clock)
                .duplicates(DuplicateRule.OFF)
                .build()
                .start()) {
            Await.until("nothing is left", () -> remembered().isEmpty());
            assertThat(process.audit().verify()).isEmpty();
        }
    }

    private static MailRequest draft(MailProcess process, String text) {
        RequestForm form = Samples.form().toBuilder()
                .content(Content.of(LanguageVersion.plain(Locale.forLanguageTag("tr"), "Duyuru", text)))
                .build();
        return process.requests().create(Requester.of(Samples.REQUESTER, Samples.FACULTY), form);
    }

    private static RequestId submitted(MailProcess process, String text) {
        RequestId id = draft(process, text).id();
        process.requests().submit(Samples.REQUESTER, id);
        return id;
    }

    /** The requests of which something is kept. */
    private List<String> remembered() {
        try (Connection c = database.getConnection();
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("select request_id from peyk_similar")) {
            TreeSet<String> ids = new TreeSet<>();
            while (r.next()) {
                ids.add(r.getString(1));
            }
            return List.copyOf(ids);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void old(int requests, Instant at) throws SQLException {
        try (Connection c = database.getConnection();
                PreparedStatement p = c.prepareStatement(
                        "insert into peyk_similar (request_id, band, submitted_at) values (?, ?, ?)")) {
            c.setAutoCommit(false);
            for (int i = 0; i < requests; i++) {
                p.setString(1, "OLD-" + i);
                p.setLong(2, i);
                p.setObject(3, Store.time(at));
                p.addBatch();
            }
            p.executeBatch();
            c.commit();
        }
    }
}
