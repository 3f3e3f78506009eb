package org.peyk;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.internal.lifecycle.Command;
import org.peyk.internal.store.EmbeddedDatabase;
import org.peyk.internal.store.Store;
import org.peyk.report.Dossier;
import org.peyk.spi.Attachment;
import org.peyk.spi.ByteSource;
import org.peyk.spi.Content;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The dossier as an auditor reads it. */
class DossierTest {

    private static final Locale TURKISH = Locale.forLanguageTag("tr");

    @TempDir
    Path directory;

    private final SettableClock clock = new SettableClock(Samples.NOON);
    private Store store;
    private Histories histories;
    private Audit audit;

    @BeforeEach
    void open() {
        store = EmbeddedDatabase.open(directory);
        histories = new Histories(store, clock);
        audit = Samples.audit(store, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static RequestForm form() throws Exception {
        byte[] file = "program".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Content c = new Content(
                List.of(new LanguageVersion(
                        TURKISH, "Açılış <töreni>", "<p>Saat <b>10</b></p><script>alert(1)</script>", "Saat 10", null)),
                List.of(Attachment.of("program.pdf", "application/pdf", ByteSource.of(file))),
                null);
        return Samples.form().toBuilder().content(c).build();
    }

    /** Written, handed in with a released finding, approved by the dean and by a deputy, and changed afterwards. */
    private RequestId story() throws Exception {
        RequestId id = histories.draft("R-1", form());
        histories.submitBlocked(id);
        histories.release(id);
        CheckedFinding found = Histories.finding();
        histories
                .commands()
                .execute(
                        id,
                        Samples.REQUESTER,
                        r -> new Command.Submit(
                                r.digest(),
                                new Command.Submission(
                                        List.of(),
                                        List.of(new CheckedFinding(
                                                found.key(),
                                                found.check(),
                                                found.finding(),
                                                r.releases().get(0))),
                                        100,
                                        Samples.plan(),
                                        java.util.Set.of())));
        histories.approve(id, Samples.DEAN, "dean");
        histories
                .commands()
                .execute(
                        id,
                        Samples.STRANGER,
                        r -> new Command.Approve(
                                r.digest(), List.of(new Command.Standing("registrar", Samples.REGISTRAR))));
        return id;
    }

    @Test
    void itSaysWhoApprovedWhatAndWhenOnWhichText() throws Exception {
        RequestId id = story();
        histories.revise(id, "Saat 11");
        Dossier d = audit.dossier(id);
        assertThat(d.timeline()).hasSameSizeAs(audit.history(id));
        assertThat(d.revisions()).hasSize(2);
        assertThat(d.submissions()).hasSize(2);
        assertThat(d.request().state()).isEqualTo(RequestState.IN_APPROVAL);
        assertThat(d.way())
                .extracting(s -> s.from() + ">" + s.to())
                .containsExactly("DRAFT>IN_APPROVAL", "IN_APPROVAL>APPROVED", "APPROVED>DRAFT", "DRAFT>IN_APPROVAL");
        assertThat(d.toString()).doesNotContain("Ayşe").doesNotContain("Açılış");

        Document page = Jsoup.parse(audit.dossier(id, TURKISH));
        assertThat(page.select("html").attr("lang")).isEqualTo("tr");
        assertThat(page.select("script, iframe, img, link, object")).isEmpty();
        assertThat(page.select("svg.lifecycle")).hasSize(1);
        String text = page.text();
        assertThat(text)
                .contains("Kim neyi, ne zaman, hangi metin üzerinde onayladı?")
                .contains("Ayşe Yılmaz (P-1)")
                .contains("Prof. Dr. İpek <Öz> (P-3)")
                .contains("P-6 – vekâleten P-4")
                .contains("Neden bu onay?")
                .contains("test policy")
                .contains("program.pdf")
                .contains(form().content().attachments().get(0).sha256())
                .contains("list/akademik")
                .contains("Onaylar geçersiz kaldı")
                .contains("Bu talebin olayları doğrulandı")
                .contains(Audit.LIMITS.tr());
        assertThat(page.select(".difference del").eachText()).contains("10");
        assertThat(page.select(".difference ins").eachText()).contains("11");
        assertThat(page.select("pre").eachText()).anyMatch(p -> p.contains("<script>alert(1)</script>"));
        for (Dossier.Entry e : d.timeline()) {
            assertThat(text).contains(e.hash().substring(0, 12));
        }

        Document english = Jsoup.parse(audit.dossier(id, Locale.GERMAN));
        assertThat(english.select("html").attr("lang")).isEqualTo("en");
        assertThat(english.text())
                .contains("Who approved what, when, and on which text?")
                .contains("on behalf of P-4")
                .contains(Audit.LIMITS.en())
                .doesNotContain("Onaya sunuldu");
    }

    @Test
    void E14_whoReleasedABlockedFinding() throws Exception {
        RequestId id = story();
        Dossier.Release r = audit.dossier(id).releases().get(0);
        assertThat(r.by()).isEqualTo(Samples.DEPUTY);
        assertThat(r.at()).isEqualTo(Samples.NOON);
        assertThat(r.digest()).isEqualTo(audit.dossier(id).revisions().get(0).digest());
        Document page = Jsoup.parse(audit.dossier(id, TURKISH));
        assertThat(page.select("dl.release").text())
                .contains("P-5 – veri koruma sorumlusu")
                .contains("24 Kasım 2026 12:00")
                .contains("KVKK m. 5/2-ç")
                .contains("Duyuru için gerekli")
                .contains("123*****")
                .contains("k1")
                .contains(r.digest());
    }

    @Test
    void noRecipientIsNamedAndTheLedgerIsCounted() throws Exception {
        RequestId id = story();
        histories.schedule(id);
        histories.startSending(id);
        histories.delivery(id, "P-77", "alici@ornek.edu.tr", "<m1@ornek.edu.tr>", "SENT");
        histories.expansion(id, 1);
        String page = audit.dossier(id, TURKISH);
        assertThat(page).doesNotContain("alici@").doesNotContain("P-77");
        assertThat(Jsoup.parse(page).text()).contains("Planlanan alıcı 1 = 1");
    }

    @Test
    void aChangedEventIsSaidPlainly() throws Exception {
        RequestId id = story();
        audit.seal();
        histories.sql(
                "update peyk_event set at = '2026-01-01T00:00:00Z' where request_id = 'R-1' and type = 'APPROVED'");
        assertThat(audit.verify(id))
                .singleElement()
                .satisfies(p -> assertThat(p.kind()).isEqualTo(AuditProblem.Kind.CHANGED));
        Document page = Jsoup.parse(audit.dossier(id, TURKISH));
        assertThat(page.text()).contains("Bu talebin kayıtlarında bozulma var").doesNotContain("olayları doğrulandı");
    }

    @Test
    void eventsThatCannotBeReadAreFoundByVerifyingAndRefusedByTheDossier() throws Exception {
        RequestId id = story();
        audit.seal();
        histories.sql("update peyk_event set type = 'NO_SUCH' where request_id = 'R-1' and seq = 3");
        assertThat(audit.verify(id))
                .singleElement()
                .satisfies(p -> assertThat(p.seq()).isEqualTo(3));
        assertThatThrownBy(() -> audit.dossier(id)).isInstanceOf(StoreException.class);
    }

    @Test
    void remarksAreShownAsTextAndUnknownRequestsAreRefused() {
        RequestId id = histories.draft("R-2");
        histories.comment(id, "<b>not</b>");
        assertThat(audit.dossier(id, TURKISH)).contains("&lt;b&gt;not&lt;/b&gt;");
        assertThatThrownBy(() -> audit.dossier(RequestId.of("R-404")))
                .isInstanceOfSatisfying(
                        PeykException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
        assertThatThrownBy(() -> audit.verify(RequestId.of("R-404"))).isInstanceOf(PeykException.class);
    }
}
