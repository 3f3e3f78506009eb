package org.peyk;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.internal.store.Store;
import org.peyk.spi.Content;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.SendingWindow;
import org.peyk.spi.directory.Person;
import org.peyk.spi.event.EventType;
import org.peyk.spi.mailbox.AnswerMail;
import org.peyk.spi.mailbox.IncomingKind;
import org.peyk.spi.mailbox.SenderAuthentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.Samples.DEAN;
import static org.peyk.Samples.DEPUTY;
import static org.peyk.Samples.REGISTRAR;
import static org.peyk.Samples.REQUESTER;

/** Deciding by answering the approval mail, on either engine. */
abstract class ApprovalByMailContract {

    private static final byte[] SECRET = "otuz iki bayttan uzun bir gizli deger".getBytes(StandardCharsets.UTF_8);
    private static final String CEM = "cem@ornek.edu.tr";
    private static final NoticeConfig CONFIG =
            NoticeConfig.from(NoticeStage.OFFICE).answeredBy(ApprovalByMail.signedWith(SECRET));

    @TempDir
    Path directory;

    private final AnswerMailbox mailbox = new AnswerMailbox("onay");
    private NoticeStage stage;

    abstract Store open(Path dir);

    private void begin(NoticeConfig config) {
        stage = new NoticeStage(directory, open(directory.resolve("store")), config, mailbox);
        stage.policy(Samples.plan(Samples.step("dean", 1, 1, DEAN)));
    }

    @AfterEach
    void end() {
        assertThat(stage.process.audit().verify()).isEmpty();
        stage.close();
    }

    private String key(String address) {
        return stage.last(address).envelope().messageId();
    }

    private RequestId asked() {
        RequestId id = stage.submitted();
        stage.process.notices().deliver();
        return id;
    }

    private static AnswerMail by(String address, String text) {
        return new AnswerMail(address, SenderAuthentication.PASS, false, false, text, null, List.of());
    }

    private void answer(String inReplyTo, AnswerMail answer) {
        mailbox.arrive(IncomingKind.HUMAN_REPLY, inReplyTo, answer, stage.clock.instant());
        stage.process.replies().poll();
    }

    private List<String> outcomes(RequestId id) {
        return stage.process.audit().history(id).stream()
                .filter(e -> e.type() == EventType.APPROVAL_ANSWERED)
                .map(e -> e.data().get("outcome"))
                .toList();
    }

    private int approvals(RequestId id) {
        return stage.get(id).approvals().size();
    }

    @Test
    void A19_uygundurByMailIsAnApprovalOnceAndWithHerKeyAlone() {
        begin(CONFIG);
        RequestId id = asked();
        assertThat(key(CEM)).matches("<onay\\.[a-z2-7]{26}\\.[a-z2-7]{32}@ornek\\.edu\\.tr>");
        assertThat(stage.last(CEM).message().body().text())
                .contains("Kütüphane 22.00'ye kadar açıktır.", "uygundur ama");
        assertThat(stage.last(CEM).message().sender().replyTo()).isEqualTo("onay@ornek.edu.tr");

        answer(key(CEM), by("Cem@ORNEK.edu.tr", "Uygundur.\n\n> uygundur"));

        MailRequest approved = stage.get(id);
        assertThat(approved.state()).isEqualTo(RequestState.APPROVED);
        assertThat(approved.approvals())
                .singleElement()
                .matches(a -> a.by().equals(DEAN)
                        && a.onBehalfOf() == null
                        && a.digest().equals(approved.digest()));

        answer(key(CEM), by(CEM, "uygundur"));
        answer(key(CEM), by(CEM, "ret: fikrimi değiştirdim"));
        assertThat(stage.get(id).state()).isEqualTo(RequestState.APPROVED);
        assertThat(approvals(id)).isEqualTo(1);
        assertThat(outcomes(id)).containsExactly("APPROVED", "REPEATED", "REPEATED");
        // nothing of it is an answer to the announcement, and nobody has to look at it
        assertThat(stage.process.replies().counts(id)).isEmpty();
        assertThat(stage.process.replies().cases(null, false, 0, 10)).isEmpty();
        assertThat(stage.process.replies().unlinked(10)).isEmpty();
        stage.process.notices().deliver();
        assertThat(stage.notices(id, NoticeKind.ANSWER_NOT_TAKEN)).isEmpty();
    }

    @Test
    void A19_aDeputyApprovesByMailInTheDeansStead() {
        begin(CONFIG);
        RequestId id = asked();
        answer(key("ece@ornek.edu.tr"), by("ece@ornek.edu.tr", "ONAYLIYORUM"));
        assertThat(stage.get(id).approvals())
                .singleElement()
                .matches(a -> a.by().equals(DEPUTY) && DEAN.equals(a.onBehalfOf()));
    }

    @Test
    void A19_fromAnyOtherAddressOrWithoutProofItDecidesNothing() {
        begin(CONFIG);
        RequestId id = asked();
        answer(key(CEM), by("ece@ornek.edu.tr", "uygundur"));
        answer(key(CEM), by("cem@gmail.com", "uygundur"));
        // a domain that differs in a letter which looks the same
        answer(key(CEM), by("cem@örnek.edu.tr", "uygundur"));
        answer(key(CEM), new AnswerMail(null, SenderAuthentication.PASS, false, false, "uygundur", null, List.of()));
        answer(key(CEM), new AnswerMail(CEM, SenderAuthentication.NONE, false, false, "uygundur", null, List.of()));
        answer(key(CEM), new AnswerMail(CEM, SenderAuthentication.FAIL, false, false, "uygundur", null, List.of()));
        answer(key(CEM), new AnswerMail(CEM, SenderAuthentication.PASS, false, true, "uygundur", null, List.of()));
        assertThat(stage.get(id).state()).isEqualTo(RequestState.IN_APPROVAL);
        assertThat(outcomes(id))
                .containsExactly(
                        "OTHER_ADDRESS",
                        "OTHER_ADDRESS",
                        "OTHER_ADDRESS",
                        "OTHER_ADDRESS",
                        "NOT_AUTHENTICATED",
                        "NOT_AUTHENTICATED",
                        "FORWARDED");
        assertThat(stage.process.audit().history(id).stream()
                        .filter(e -> e.type() == EventType.APPROVAL_ANSWERED)
                        .map(e -> e.actor()))
                .containsOnlyNulls();
        assertThat(stage.process.replies().unlinked(10)).hasSize(7);
        // the key was not used up by strangers
        answer(key(CEM), by(CEM, "uygundur"));
        assertThat(stage.get(id).state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void withoutProofOnlyWhereThatIsSwitchedOnAndNeverAgainstProof() {
        begin(NoticeConfig.from(NoticeStage.OFFICE)
                .answeredBy(ApprovalByMail.signedWith(SECRET).alsoUnauthenticated()));
        RequestId id = asked();
        answer(key(CEM), new AnswerMail(CEM, SenderAuthentication.FAIL, false, false, "uygundur", null, List.of()));
        assertThat(approvals(id)).isZero();
        answer(key(CEM), new AnswerMail(CEM, SenderAuthentication.NONE, false, false, "uygundur", null, List.of()));
        assertThat(approvals(id)).isEqualTo(1);
    }

    @Test
    void A20_outOfOfficeNeverDecides() {
        begin(CONFIG);
        RequestId id = asked();
        mailbox.arrive(IncomingKind.AUTO_REPLY, key(CEM), by(CEM, "uygundur"), stage.clock.instant());
        stage.process.replies().poll();
        assertThat(mailbox.opened).isZero();
        // one that only says so in its own fields
        answer(key(CEM), new AnswerMail(CEM, SenderAuthentication.PASS, true, false, "uygundur", null, List.of()));
        assertThat(stage.get(id).state()).isEqualTo(RequestState.IN_APPROVAL);
        assertThat(outcomes(id)).containsExactly("AUTOMATIC", "AUTOMATIC");
        int before = stage.transport.accepted().size();
        stage.process.notices().deliver();
        // a program is not answered, or the two would never end
        assertThat(stage.transport.accepted()).hasSize(before);
        assertThat(stage.process.replies().counts(id)).isEmpty();
    }

    @Test
    void E7_uygundurAmaBecomesAReturnWithHerNote() {
        begin(CONFIG);
        RequestId id = asked();
        answer(key(CEM), by(CEM, "Uygundur ama saati 14:00 yapın\n\n> uygundur"));
        MailRequest r = stage.get(id);
        assertThat(r.state()).isEqualTo(RequestState.CHANGES_REQUESTED);
        assertThat(r.remark()).isEqualTo(ReasonCode.OTHER.name());
        assertThat(r.note()).isEqualTo("saati 14:00 yapın");
        stage.process.notices().deliver();
        assertThat(stage.last("ayse@ornek.edu.tr").message().body().text()).contains("saati 14:00 yapın");
    }

    @Test
    void aRefusalNeedsAReasonAndAnUnclearAnswerIsExplained() {
        begin(CONFIG);
        RequestId id = asked();
        answer(key(CEM), by(CEM, "ret"));
        stage.process.notices().deliver();
        assertThat(stage.notices(id, NoticeKind.ANSWER_NOT_TAKEN))
                .singleElement()
                .matches(n -> n.person().equals(DEAN) && n.state() == NoticeState.SENT);
        assertThat(stage.last(CEM).message().body().text())
                .contains("açık bir karar olarak anlaşılamadı", "ret: (gerekçe)");
        assertThat(stage.process.replies().unlinked(10)).hasSize(1);
        // she answers that one, with a key of its own
        answer(key(CEM), by(CEM, "ret: Kütüphane o saatte kapalı."));
        assertThat(stage.get(id).state()).isEqualTo(RequestState.REJECTED);
        assertThat(outcomes(id)).containsExactly("UNCLEAR", "REJECTED");
    }

    @Test
    void anAnswerToATextThatWasChangedSinceIsRefusedAndTheNewTextIsAskedFor() {
        begin(CONFIG);
        RequestId id = asked();
        String old = key(CEM);
        RequestForm changed = NoticeStage.form("Kütüphane 23.00'e kadar açıktır.");
        stage.process.requests().revise(REQUESTER, id, stage.get(id).version(), changed);
        answer(old, by(CEM, "uygundur"));
        assertThat(approvals(id)).isZero();
        assertThat(outcomes(id)).containsExactly("STALE");
        stage.process.notices().deliver();
        assertThat(stage.notices(id, NoticeKind.ANSWER_NOT_TAKEN)).hasSize(1);
        assertThat(stage.last(CEM).message().body().text()).contains("23.00'e");
        answer(key(CEM), by(CEM, "uygundur"));
        assertThat(approvals(id)).isEqualTo(1);
    }

    @Test
    void F62_anotherRequestsKeyIsForThatRequestAndAnotherPersonsForThatPerson() {
        begin(CONFIG);
        RequestId first = asked();
        String firstKey = key(CEM);
        RequestId second = asked();
        answer(firstKey, by(CEM, "uygundur"));
        assertThat(approvals(first)).isEqualTo(1);
        assertThat(approvals(second)).isZero();
        answer(key("ece@ornek.edu.tr"), by(CEM, "uygundur"));
        assertThat(approvals(second)).isZero();
    }

    @Test
    void F62_aGuessedOrForgedKeyIsNone() {
        begin(CONFIG);
        RequestId id = asked();
        String key = key(CEM);
        char last = key.charAt(key.indexOf('@') - 2);
        String forged = key.substring(0, key.indexOf('@') - 2)
                + (last == 'a' ? 'b' : 'a')
                + key.substring(key.indexOf('@') - 1);
        answer(forged, by(CEM, "uygundur"));
        answer("<onay." + "a".repeat(26) + "." + "b".repeat(32) + "@ornek.edu.tr>", by(CEM, "uygundur"));
        assertThat(approvals(id)).isZero();
        assertThat(outcomes(id)).isEmpty();
        // it is a mail like any other that nobody knows
        assertThat(stage.process.replies().unlinked(10)).hasSize(2);
        // with another secret, the keys that were sent are none either
        stage.restart(NoticeConfig.from(NoticeStage.OFFICE).answeredBy(ApprovalByMail.signedWith(new byte[32])));
        answer(key, by(CEM, "uygundur"));
        assertThat(approvals(id)).isZero();
    }

    @Test
    void F62_afterItsEndAKeyDecidesNothing() {
        begin(CONFIG);
        RequestId id = asked();
        stage.clock.advance(Duration.ofDays(10));
        answer(key(CEM), by(CEM, "uygundur"));
        assertThat(outcomes(id)).containsExactly("EXPIRED");
        assertThat(approvals(id)).isZero();
    }

    @Test
    void F62_aKeyEndsWithTheRequestsWindow() {
        begin(CONFIG);
        RequestId id = stage.submitted(f -> f.toBuilder()
                .window(new SendingWindow(null, stage.clock.instant().plus(Duration.ofHours(2))))
                .build());
        stage.process.notices().deliver();
        stage.clock.advance(Duration.ofHours(2));
        answer(key(CEM), by(CEM, "uygundur"));
        assertThat(outcomes(id)).containsExactly("EXPIRED");
    }

    @Test
    void F62_twiceAtOnceDecidesOnce() throws Exception {
        begin(CONFIG);
        stage.policy(Samples.plan(Samples.step("dean", 1, 1, DEAN), Samples.step("registrar", 1, 1, REGISTRAR)));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        AnswerMailbox other = new AnswerMailbox("onay-2");
        try (MailProcess second = stage.another(CONFIG, other)) {
            for (int round = 0; round < 10; round++) {
                RequestId id = asked();
                mailbox.arrive(IncomingKind.HUMAN_REPLY, key(CEM), by(CEM, "uygundur"), stage.clock.instant());
                other.arrive(IncomingKind.HUMAN_REPLY, key(CEM), by(CEM, "ret: hayır"), stage.clock.instant());
                CountDownLatch go = new CountDownLatch(1);
                List<Future<@Nullable Object>> both = new ArrayList<>();
                for (MailProcess p : List.of(stage.process, second)) {
                    both.add(threads.submit(() -> {
                        go.await();
                        p.replies().poll();
                        return null;
                    }));
                }
                go.countDown();
                for (Future<?> f : both) {
                    f.get(60, TimeUnit.SECONDS);
                }
                stage.process.replies().poll();
                second.replies().poll();
                MailRequest r = stage.get(id);
                boolean approved =
                        r.state() == RequestState.IN_APPROVAL && r.approvals().size() == 1;
                boolean rejected = r.state() == RequestState.REJECTED;
                assertThat(approved ^ rejected)
                        .as("%s %s %s", r, r.approvals().size(), outcomes(id))
                        .isTrue();
                assertThat(outcomes(id)).containsExactlyInAnyOrder(approved ? "APPROVED" : "REJECTED", "REPEATED");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aMailboxThatIsAwayIsAskedAgainAndNothingIsLost() {
        begin(CONFIG);
        RequestId id = asked();
        mailbox.broken = true;
        answer(key(CEM), by(CEM, "uygundur"));
        assertThat(approvals(id)).isZero();
        assertThat(outcomes(id)).isEmpty();
        stage.restart(CONFIG);
        mailbox.broken = false;
        stage.process.replies().poll();
        assertThat(approvals(id)).isEqualTo(1);
        assertThat(outcomes(id)).containsExactly("APPROVED");
    }

    @Test
    void whoMayNotDecideAnyMoreIsToldSo() {
        begin(CONFIG);
        RequestId id = asked();
        // the deputyship ends, and the mail is answered after it
        stage.clock.advance(Duration.ofDays(3));
        answer(key("ece@ornek.edu.tr"), by("ece@ornek.edu.tr", "uygundur"));
        assertThat(outcomes(id)).containsExactly("NO_AUTHORITY");
        stage.process.requests().cancel(REQUESTER, id, "vazgeçtik");
        answer(key(CEM), by(CEM, "uygundur"));
        assertThat(outcomes(id)).containsExactly("NO_AUTHORITY", "CLOSED");
        stage.process.notices().deliver();
        assertThat(stage.notices(id, NoticeKind.ANSWER_NOT_TAKEN)).hasSize(2);
        // what cannot be decided is not asked for again
        assertThat(stage.last(CEM).message().body().text()).doesNotContain("22.00", "uygundur ama");
    }

    private void sql(String statement, String... values) {
        int changed = stage.store().write(c -> {
            try (PreparedStatement p = c.prepareStatement(statement)) {
                for (int i = 0; i < values.length; i++) {
                    p.setString(i + 1, values[i]);
                }
                return p.executeUpdate();
            }
        });
        assertThat(changed).isPositive();
    }

    private static String nonce(String messageId) {
        return messageId.substring("<onay.".length(), "<onay.".length() + 26);
    }

    @Test
    void F62_anOldAnswerIsNotGivenTheKeyOfAnotherTextInTheStore() {
        begin(CONFIG);
        RequestId first = asked();
        String old = key(CEM);
        RequestId second = asked();
        String other = key(CEM);
        answer(old, by(CEM, "uygundur"));
        assertThat(approvals(first)).isEqualTo(1);
        // whoever can write the store has it judged again, for the second request
        sql("update peyk_answer set nonce = ?, outcome = null, noted = false", nonce(other));
        stage.process.replies().poll();
        assertThat(approvals(second)).isZero();
        assertThat(outcomes(second)).containsExactly("FORGED");
        assertThat(stage.process.replies().unlinked(10)).hasSize(1);
    }

    @Test
    void F62_aKeyThatWasBoundToAnotherTextInTheStoreDecidesNothing() {
        begin(CONFIG);
        RequestId first = asked();
        mailbox.broken = true;
        answer(key(CEM), by(CEM, "uygundur"));
        String old = nonce(key(CEM));
        RequestId second = asked();
        sql(
                "update peyk_answer_key set request_id = ?, digest = ? where nonce = ?",
                second.value(),
                stage.get(second).digest(),
                old);
        mailbox.broken = false;
        stage.process.replies().poll();
        assertThat(approvals(first)).isZero();
        assertThat(approvals(second)).isZero();
        assertThat(outcomes(second)).containsExactly("FORGED");
    }

    @Test
    void oneAnswerThatCannotBeOpenedHoldsUpNoOther() {
        begin(CONFIG);
        RequestId first = asked();
        mailbox.poisoned = "0";
        answer(key(CEM), by(CEM, "uygundur"));
        RequestId second = asked();
        answer(key(CEM), by(CEM, "uygundur"));
        assertThat(approvals(first)).isZero();
        assertThat(approvals(second)).isEqualTo(1);
        for (int i = 0; i < 60; i++) {
            stage.process.replies().poll();
        }
        // in the end a person looks at it
        assertThat(outcomes(first)).containsExactly("UNREADABLE");
        assertThat(stage.process.replies().unlinked(10)).hasSize(1);
    }

    @Test
    void A2_whoSharesAMailboxWithARequesterDoesNotDecideByMail() {
        begin(CONFIG);
        RequestId id = asked();
        String key = key(CEM);
        stage.person(
                new Person(REQUESTER, "Ayşe İnce", Samples.FACULTY, "CEM@ornek.edu.tr", Locale.forLanguageTag("tr")));
        answer(key, by(CEM, "uygundur"));
        assertThat(approvals(id)).isZero();
        assertThat(outcomes(id)).containsExactly("OTHER_ADDRESS");
        // and no new key is made
        asked();
        assertThat(key(CEM)).startsWith("<bildirim.");
        assertThat(stage.last(CEM).message().body().text()).doesNotContain("uygundur ama");
    }

    private static RequestForm with(RequestForm f, LanguageVersion version) {
        return f.toBuilder().content(Content.of(version)).build();
    }

    private static LanguageVersion html(String html, String text) {
        return new LanguageVersion(
                Locale.forLanguageTag("tr"), "Kütüphane saatleri", html, text, "SMS: kütüphane açık");
    }

    @Test
    void E7_theMailShowsEverythingThatItsAnswerBindsTo() {
        begin(CONFIG);
        RequestId id = stage.submitted(f ->
                with(f, html("<p>Kütüphane 22.00'ye   kadar</p>", "Kütüphane 22.00'ye kadar")).toBuilder()
                        .window(new SendingWindow(null, stage.clock.instant().plus(Duration.ofDays(2))))
                        .build());
        stage.process.notices().deliver();
        assertThat(key(CEM)).startsWith("<onay.");
        assertThat(stage.last(CEM).message().body().text())
                .contains(
                        "SMS: kütüphane açık",
                        "Gönderen: ",
                        "Kanallar: MAIL",
                        "En geç: 26 Kasım 2026",
                        "Hedef kitle: list/hepsi",
                        "Beklenen alıcı sayısı: 2");
        answer(key(CEM), by(CEM, "uygundur"));
        assertThat(approvals(id)).isEqualTo(1);
    }

    @Test
    void E7_whatTheMailCannotShowIsNotDecidedByMail() {
        begin(CONFIG);
        stage.submitted(f -> with(f, html("<p>Kütüphane kapalıdır</p>", "Kütüphane açıktır")));
        stage.process.notices().deliver();
        assertThat(key(CEM)).startsWith("<bildirim.");
        assertThat(stage.last(CEM).message().body().text())
                .contains("biçimli (HTML)", "portalda")
                .doesNotContain("uygundur ama", "açıktır");
    }
}
