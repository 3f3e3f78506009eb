package org.peyk;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.internal.lifecycle.Command;
import org.peyk.internal.store.Store;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.approval.ApprovalQuestion;
import org.peyk.spi.approval.ApprovalStep;
import org.peyk.spi.approval.Authority;
import org.peyk.spi.approval.LaterReview;
import org.peyk.spi.approval.StepTiming;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.FailureScope;
import org.peyk.testing.RecordingTransport.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peyk.Samples.DEAN;
import static org.peyk.Samples.DEPUTY;
import static org.peyk.Samples.EDITOR;
import static org.peyk.Samples.REGISTRAR;
import static org.peyk.Samples.REQUESTER;
import static org.peyk.Samples.STRANGER;

/** Who is told what, on either engine. */
abstract class NoticesContract {

    private static final Locale TURKISH = Locale.forLanguageTag("tr");
    private static final NoticeConfig CONFIG = NoticeConfig.from(NoticeStage.OFFICE)
            .linkedBy(t -> URI.create("https://portal.ornek.edu.tr/talep/" + t.request() + "?a=1&b=2"));

    @TempDir
    Path directory;

    private NoticeStage stage;

    abstract Store open(Path dir);

    private void begin(NoticeConfig config) {
        stage = new NoticeStage(directory, open(directory.resolve("store")), config);
    }

    @AfterEach
    void end() {
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    void everybodyWhoMayDecideIsToldAndDeputiesToo() {
        begin(CONFIG);
        RequestId id = stage.submitted();

        assertThat(stage.process.notices().deliver()).isEqualTo(3);

        assertThat(stage.notices(id, NoticeKind.APPROVAL_WAITING))
                .allMatch(n -> n.state() == NoticeState.SENT && n.sentAt() != null && n.attempts() == 1)
                .extracting(Notice::person)
                .containsExactlyInAnyOrder(DEAN, REGISTRAR, DEPUTY);
        assertThat(stage.subjects("cem@ornek.edu.tr")).containsExactly("Onayınız bekleniyor: Kütüphane saatleri");
        assertThat(stage.subjects("dale@ornek.edu.tr"))
                .containsExactly("Your approval is asked for: Kütüphane saatleri");
    }

    @Test
    void aNoticeSaysThatAProgramWroteItAndKeepsTheTextOfTheMailToItself() {
        begin(CONFIG);
        stage.submitted();
        stage.process.notices().deliver();

        Delivery d = stage.last("dale@ornek.edu.tr");
        assertThat(d.message().headers())
                .extracting(h -> h.name() + ": " + h.value())
                .containsExactly("Auto-Submitted: auto-generated", "X-Auto-Response-Suppress: All");
        assertThat(d.envelope().recipientName()).isEqualTo("Dale O'Hara <X>");
        assertThat(d.envelope().returnPath()).isEqualTo("surec@ornek.edu.tr");
        assertThat(d.envelope().messageId()).matches("<bildirim\\.[0-9a-f-]{36}@ornek\\.edu\\.tr>");
        assertThat(d.message().body().text())
                .contains("Requested by: Ayşe İnce", "Audience: 2 people", "?a=1&b=2", "Why this approval: Rule")
                .doesNotContain("22.00");
        assertThat(d.message().body().html())
                .contains("Dale O&#39;Hara &lt;X&gt;", "?a=1&amp;b=2\">")
                .doesNotContain("<X>");
    }

    @Test
    void everyNoticeIsMadeOnceHoweverOftenItsEventIsTold() {
        begin(CONFIG);
        RequestId id = stage.submitted();
        stage.process.notices().deliver();
        stage.restart(CONFIG);
        stage.process.notices().deliver();
        stage.process.notices().deliver();
        assertThat(stage.process.notices().of(id, 100)).hasSize(3);
        assertThat(stage.transport.accepted()).hasSize(3);
    }

    @Test
    void theRequesterHearsOfReturnRefusalAndApproval() {
        begin(CONFIG);
        RequestId returned = stage.submitted();
        stage.process.requests().requestChanges(DEAN, returned, ReasonCode.WRONG_INFORMATION, "Saat 14.00 olacak.");
        RequestId rejected = stage.submitted();
        stage.process.requests().reject(DEPUTY, rejected, ReasonCode.AUDIENCE, "Bu kitleye değil.");
        RequestId approved = stage.submitted();
        String digest = stage.get(approved).digest();
        stage.process.requests().approve(DEAN, approved, digest);
        stage.process.requests().approve(REGISTRAR, approved, digest);
        stage.process.notices().deliver();

        assertThat(stage.subjects("ayse@ornek.edu.tr"))
                .containsExactly(
                        "Düzeltmeniz için geri gönderildi: Kütüphane saatleri",
                        "Reddedildi: Kütüphane saatleri",
                        "Onaylandı: Kütüphane saatleri");
        List<String> texts = stage.transport.accepted().stream()
                .filter(d -> d.envelope().recipient().equals("ayse@ornek.edu.tr"))
                .map(d -> d.message().body().text())
                .toList();
        assertThat(texts.get(0)).contains("Yanlış bilgi", "Saat 14.00 olacak.", "Kararı veren: Prof. Dr. Cem Öz\n");
        assertThat(texts.get(1)).contains("Doç. Dr. Ece Şen (Prof. Dr. Cem Öz adına, vekâleten)");
        // what was decided before anybody was told needs nobody's decision any more
        assertThat(stage.notices(approved, NoticeKind.APPROVAL_WAITING)).isEmpty();
    }

    @Test
    void A13_theApproverIsToldWhatTheCommaChanged() {
        begin(CONFIG);
        RequestId id = stage.submitted();
        stage.process.requests().approve(DEAN, id, stage.get(id).digest());
        stage.process.notices().deliver();
        MailRequest r = stage.get(id);
        RequestForm changed = NoticeStage.form("Kütüphane 22.00'ye kadar, açıktır.");
        stage.process.requests().revise(REQUESTER, id, r.version(), changed);
        stage.process.notices().deliver();

        assertThat(stage.notices(id, NoticeKind.APPROVALS_VOIDED))
                .singleElement()
                .matches(n -> n.person().equals(DEAN) && n.state() == NoticeState.SENT);
        String text = stage.transport.accepted().stream()
                .filter(d -> d.message().body().subject().startsWith("Onayınız geçersiz oldu"))
                .findFirst()
                .orElseThrow()
                .message()
                .body()
                .text();
        assertThat(text).contains("[+,+]").contains("Değiştiren: Ayşe İnce");
        // and both have to decide on the new text
        assertThat(stage.notices(id, NoticeKind.APPROVAL_WAITING).stream()
                        .map(Notice::sequence)
                        .distinct())
                .hasSize(2);
    }

    @Test
    void theNextStepIsToldWhenItOpensAndNotBefore() {
        begin(CONFIG);
        stage.policy(Samples.plan(Samples.step("dean", 1, 1, DEAN), Samples.step("registrar", 2, 1, REGISTRAR)));
        RequestId id = stage.submitted();
        stage.process.notices().deliver();
        assertThat(stage.notices(id, NoticeKind.APPROVAL_WAITING))
                .extracting(Notice::person)
                .containsExactlyInAnyOrder(DEAN, DEPUTY);
        stage.process.requests().approve(DEAN, id, stage.get(id).digest());
        stage.process.notices().deliver();
        assertThat(stage.notices(id, NoticeKind.APPROVAL_WAITING))
                .extracting(Notice::person)
                .containsExactlyInAnyOrder(DEAN, DEPUTY, REGISTRAR);
    }

    @Test
    void whoCannotBeReachedIsRecordedAsSuchAndKeepsNobodyWaiting() {
        begin(CONFIG);
        stage.policy(Samples.plan(Samples.step("dean", 1, 1, DEAN, NoticeStage.UNWRITTEN, NoticeStage.LEFT)));
        RequestId id = stage.submitted();
        stage.process.notices().deliver();
        assertThat(stage.notices(id, NoticeKind.APPROVAL_WAITING))
                .extracting(n -> n.person() + " " + n.state() + " " + n.reason())
                .containsExactlyInAnyOrder(
                        DEAN + " SENT null", DEPUTY + " SENT null", NoticeStage.UNWRITTEN + " UNREACHABLE NO_ADDRESS");
        assertThat(stage.process.notices().undelivered(10)).hasSize(1);
    }

    @Test
    void aKindThatIsSwitchedOffIsRecordedAndNotSent() {
        begin(CONFIG.without(NoticeKind.APPROVAL_WAITING));
        RequestId id = stage.submitted();
        stage.process.notices().deliver();
        assertThat(stage.notices(id, NoticeKind.APPROVAL_WAITING))
                .hasSize(3)
                .allMatch(n -> n.state() == NoticeState.SWITCHED_OFF && n.bodySha256() == null);
        assertThat(stage.transport.accepted()).isEmpty();
    }

    @Test
    void withoutSettingsThereAreNone() {
        stage = new NoticeStage(directory, open(directory.resolve("store")), null);
        RequestId id = stage.submitted();
        assertThat(stage.process.notices().deliver()).isZero();
        assertThat(stage.process.notices().of(id, 10)).isEmpty();
        // switched on later, the past is left alone
        stage.restart(CONFIG);
        stage.process.notices().deliver();
        assertThat(stage.process.notices().of(id, 10)).isEmpty();
    }

    @Test
    void aDeferredNoticeIsTriedAgainWithTheSameMessageIdAndFailsInTheEnd() {
        begin(CONFIG);
        stage.policy(Samples.plan(Samples.step("registrar", 1, 1, REGISTRAR)));
        List<String> tried = new ArrayList<>();
        stage.transport.answering(d -> {
            tried.add(d.envelope().messageId());
            return Answer.defer(FailureScope.RECIPIENT, null);
        });
        RequestId id = stage.submitted();
        stage.process.notices().deliver();
        stage.process.notices().deliver();
        assertThat(tried).hasSize(1);
        for (int i = 0; i < 20; i++) {
            stage.clock.advance(Duration.ofHours(5));
            stage.process.notices().deliver();
        }
        assertThat(tried).hasSize(12);
        assertThat(tried.stream().distinct()).hasSize(1);
        assertThat(stage.notices(id, NoticeKind.APPROVAL_WAITING))
                .singleElement()
                .matches(n -> n.state() == NoticeState.FAILED && "DEFERRED_RECIPIENT".equals(n.reason()));
        // the request does not care
        assertThat(stage.get(id).state()).isEqualTo(RequestState.IN_APPROVAL);
    }

    @Test
    void aRefusedNoticeFailsAtOnceAndAServerThatIsAwayIsWaitedFor() {
        begin(CONFIG);
        stage.policy(Samples.plan(Samples.step("registrar", 1, 1, REGISTRAR)));
        stage.transport.answering(d -> Answer.refuse(FailureScope.RECIPIENT));
        RequestId first = stage.submitted();
        stage.process.notices().deliver();
        assertThat(stage.process.notices().of(first, 1).get(0).state()).isEqualTo(NoticeState.FAILED);

        stage.transport.answering(d -> Answer.accept()).refusingToOpen(FailureScope.SESSION);
        RequestId second = stage.submitted();
        stage.process.notices().deliver();
        assertThat(stage.process.notices().of(second, 1).get(0))
                .matches(n -> n.state() == NoticeState.PENDING && n.attempts() == 0);
        stage.transport.refusingToOpen(null);
        stage.clock.advance(Duration.ofMinutes(1));
        stage.process.notices().deliver();
        assertThat(stage.process.notices().of(second, 1).get(0).state()).isEqualTo(NoticeState.SENT);
    }

    @Test
    void aNoticeInDoubtIsSentAgain() {
        begin(CONFIG);
        stage.policy(Samples.plan(Samples.step("registrar", 1, 1, REGISTRAR)));
        stage.transport.answering(d -> Answer.crash(true));
        RequestId id = stage.submitted();
        stage.process.notices().deliver();
        stage.transport.answering(d -> Answer.accept());
        stage.clock.advance(Duration.ofMinutes(2));
        stage.process.notices().deliver();
        assertThat(stage.process.notices().of(id, 1).get(0).state()).isEqualTo(NoticeState.SENT);
        assertThat(stage.transport.times(
                        stage.last("dale@ornek.edu.tr").envelope().messageId()))
                .isEqualTo(2);
    }

    @Test
    void aPortalBringsNoticesInItsOwnWay() {
        List<ReadyNotice> taken = new ArrayList<>();
        begin(CONFIG.sentBy(n -> {
            if (taken.isEmpty() && stage.clock.instant().equals(Samples.NOON)) {
                throw new IllegalStateException("away");
            }
            taken.add(n);
        }));
        stage.policy(Samples.plan(Samples.step("registrar", 1, 1, REGISTRAR)));
        RequestId id = stage.submitted();
        stage.process.notices().deliver();
        assertThat(stage.process.notices().of(id, 1).get(0))
                .matches(n -> n.state() == NoticeState.PENDING && "SENDER".equals(n.reason()));
        stage.clock.advance(Duration.ofMinutes(2));
        stage.process.notices().deliver();
        assertThat(taken).singleElement().matches(n -> n.person().id().equals(REGISTRAR));
        assertThat(stage.transport.accepted()).isEmpty();
        assertThat(taken.get(0).toString()).doesNotContain("dale", "Dale", "Kütüphane");
    }

    @Test
    void aPortalsTextIsUsedAndValuesNeverBecomeMarkupOrHeaders() {
        begin(CONFIG.template(
                NoticeKind.APPROVAL_WAITING,
                Locale.ENGLISH,
                "Please decide, {{person}}: {{subject}}\n\nHi {{person}}\n"));
        stage.submitted();
        stage.process.notices().deliver();
        Delivery d = stage.last("dale@ornek.edu.tr");
        assertThat(d.message().body().subject()).isEqualTo("Please decide, Dale O'Hara <X>: Kütüphane saatleri");
        assertThat(d.message().body().text()).isEqualTo("Hi Dale O'Hara <X>\n");
        assertThat(d.message().body().html()).contains("Hi Dale O&#39;Hara &lt;X&gt;");
        assertThat(stage.subjects("cem@ornek.edu.tr")).containsExactly("Onayınız bekleniyor: Kütüphane saatleri");
    }

    @Test
    void everythingThatIsWrongWithTemplatesIsNamedAtOnce() {
        NoticeConfig wrong = CONFIG.template(NoticeKind.SENT, TURKISH, "Konu\n\n{{{subject}}}\n")
                .template(NoticeKind.SENT, Locale.ENGLISH, "Subject\n\n{{&subject}}\n")
                .template(NoticeKind.EXPIRED, TURKISH, "Konu\n\n{{sbject}} {{person.class}} {{#foo}}x{{/foo}}\n")
                .template(NoticeKind.EXPIRED, Locale.ENGLISH, "Subject\n\n{{#note}} never closed\n")
                .template(NoticeKind.APPROVED, TURKISH, "yalnız konu")
                .template(NoticeKind.APPROVED, Locale.GERMAN, "Betreff\n\nText\n")
                .template(NoticeKind.REJECTED, TURKISH, "Konu\n\n{{>/etc/passwd}}\n")
                .answeredBy(ApprovalByMail.signedWith(new byte[16]).validFor(0));
        assertThatThrownBy(() -> begin(wrong))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems())
                                .extracting(LocalizedText::en)
                                .hasSize(9)
                                .anyMatch(p -> p.contains("[foo, person.class, sbject]"))
                                .anyMatch(p -> p.contains("at least 32 bytes"))
                                .anyMatch(p -> p.contains("1 to")));
    }

    @Test
    void aLinkThatFailsIsLeftOut() {
        begin(NoticeConfig.from(NoticeStage.OFFICE).linkedBy(t -> {
            throw new IllegalStateException(t.toString());
        }));
        stage.submitted();
        stage.process.notices().deliver();
        assertThat(stage.last("cem@ornek.edu.tr").message().body().text()).doesNotContain("Talep sayfası");
    }

    @Test
    void nobodyIsToldOfWhatHeDidHimselfNorWhoMayNotDecide() {
        begin(CONFIG);
        stage.policy(Samples.plan(Samples.step("mixed", 1, 1, DEAN, REQUESTER, EDITOR)));
        RequestId id = stage.submitted();
        stage.process.notices().deliver();
        List<PersonId> told =
                stage.process.notices().of(id, 10).stream().map(Notice::person).toList();
        assertThat(told).containsExactlyInAnyOrder(DEAN, DEPUTY, EDITOR).doesNotContain(REQUESTER, STRANGER);
    }

    @Test
    void A17_remindedEscalatedAndToldBeforeItExpires() {
        begin(CONFIG);
        stage.policy(Samples.plan(
                new ApprovalStep(
                        "dean",
                        1,
                        Authority.of(DEAN),
                        1,
                        Set.of(ApprovalQuestion.TEXT),
                        LocalizedText.of("Kural", "Rule"),
                        new StepTiming(1, 2, Authority.of(REGISTRAR))),
                Samples.step("other", 1, 1, EDITOR)));
        RequestId id = stage.submitted();
        stage.commands().execute(id, null, r -> new Command.Remind("dean"));
        stage.process.notices().deliver();
        assertThat(stage.notices(id, NoticeKind.REMINDED))
                .extracting(Notice::person)
                .containsExactlyInAnyOrder(DEAN, DEPUTY);

        stage.commands().execute(id, null, r -> new Command.Escalate("dean"));
        stage.commands().execute(id, null, r -> new Command.WarnExpiry(stage.clock.instant()));
        stage.process.notices().deliver();
        assertThat(stage.notices(id, NoticeKind.ESCALATED))
                .extracting(Notice::person)
                .containsExactly(REGISTRAR);
        assertThat(stage.subjects("dale@ornek.edu.tr"))
                .containsExactly("An approval was escalated to you: Kütüphane saatleri");
        assertThat(stage.notices(id, NoticeKind.EXPIRY_NEAR))
                .extracting(Notice::person)
                .containsExactly(REQUESTER);
        assertThat(stage.last("ayse@ornek.edu.tr").message().body().text())
                .contains("Son gönderim zamanı: 24 Kasım 2026 Salı 12:00");

        stage.commands().execute(id, null, r -> new Command.Expire(""));
        stage.process.notices().deliver();
        assertThat(stage.subjects("ayse@ornek.edu.tr").get(1)).isEqualTo("Süresi doldu: Kütüphane saatleri");
    }

    @Test
    void aDelegateAndANewOwnerAreToldAndAnApprovalTakenBackIsAskedForAgain() {
        begin(CONFIG);
        stage.policy(Samples.plan(Samples.step("dean", 1, 1, DEAN), Samples.step("registrar", 2, 1, REGISTRAR)));
        RequestId id = stage.submitted();
        stage.process.requests().delegate(DEAN, id, STRANGER, "Siz bakın.");
        stage.process.requests().handOver(REQUESTER, id, EDITOR, "İzinliyim.");
        stage.process.notices().deliver();
        assertThat(stage.notices(id, NoticeKind.APPROVAL_WAITING))
                .extracting(Notice::person)
                .containsExactlyInAnyOrder(DEAN, DEPUTY, STRANGER);
        assertThat(stage.notices(id, NoticeKind.HANDED_OVER))
                .extracting(Notice::person)
                .containsExactly(EDITOR);
        stage.process.requests().approve(DEAN, id, stage.get(id).digest());
        stage.process.requests().withdrawApproval(DEAN, id, "Yanlış okumuşum.");
        stage.process.notices().deliver();
        assertThat(stage.notices(id, NoticeKind.APPROVAL_WAITING))
                .extracting(Notice::person)
                .containsExactlyInAnyOrder(DEAN, DEPUTY, STRANGER, DEPUTY, STRANGER);
    }

    @Test
    void thoseWhoMustLookAfterwardsAreTold() {
        begin(CONFIG);
        stage.policy(new ApprovalPlan(
                "test",
                "test policy",
                List.of(Samples.step("duty", 1, 1, REGISTRAR)),
                LocalizedText.of("Taziye", "Condolence"),
                new LaterReview(
                        LaterReview.Kind.BREAK_GLASS,
                        "condolence",
                        Authority.of(DEAN),
                        LocalizedText.of("Bekleyemez", "Cannot wait"),
                        null)));
        RequestId id = stage.submitted();
        stage.process.requests().approve(REGISTRAR, id, stage.get(id).digest());
        stage.process.notices().deliver();
        assertThat(stage.notices(id, NoticeKind.REVIEW_OPENED))
                .extracting(Notice::person)
                .containsExactlyInAnyOrder(DEAN, DEPUTY);
    }

    @Test
    void onAThreadOfItsOwnTooAndThePortalIsNotKeptWaiting() throws InterruptedException {
        begin(CONFIG);
        CountDownLatch three = new CountDownLatch(3);
        stage.transport.answering(d -> {
            three.countDown();
            return Answer.accept();
        });
        stage.process.start();
        stage.submitted();
        assertThat(three.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void onePersonWhomTheDirectoryCannotTellOfKeepsNobodyWaiting() {
        begin(CONFIG);
        stage.people.unreadable(DEAN);
        RequestId id = stage.submitted();
        stage.process.notices().deliver();
        assertThat(stage.notices(id, NoticeKind.APPROVAL_WAITING))
                .extracting(n -> n.person() + " " + n.state() + " " + n.reason())
                .containsExactlyInAnyOrder(
                        DEAN + " UNREACHABLE DIRECTORY", DEPUTY + " SENT null", REGISTRAR + " SENT null");
    }

    @Test
    void aDirectoryThatIsDownIsAskedAgainAndInTheEndHoldsUpNothing() {
        begin(CONFIG);
        RequestId id = stage.submitted();
        stage.people.down(true);
        stage.process.notices().deliver();
        assertThat(stage.process.notices().of(id, 100)).isEmpty();
        stage.people.down(false);
        stage.clock.advance(Duration.ofMinutes(10));
        stage.process.notices().deliver();
        assertThat(stage.notices(id, NoticeKind.APPROVAL_WAITING)).hasSize(3);

        RequestId lost = stage.submitted();
        stage.people.down(true);
        for (int i = 0; i < 12; i++) {
            stage.process.notices().deliver();
            stage.clock.advance(Duration.ofMinutes(10));
        }
        stage.people.down(false);
        RequestId next = stage.submitted();
        stage.process.notices().deliver();
        assertThat(stage.process.notices().of(lost, 100)).isEmpty();
        assertThat(stage.notices(next, NoticeKind.APPROVAL_WAITING)).hasSize(3);
    }

    @Test
    void whoApprovedIsNotAskedAgainWhileAnotherHasTo() {
        begin(CONFIG);
        ApprovalStep step = Samples.step("both", 1, 2, DEAN, REGISTRAR);
        stage.policy(Samples.plan(step));
        RequestId id = stage.submitted();
        stage.process.requests().approve(DEAN, id, stage.get(id).digest());
        stage.commands().execute(id, null, r -> new Command.Remind("both"));
        stage.process.notices().deliver();
        assertThat(stage.notices(id, NoticeKind.REMINDED))
                .extracting(Notice::person)
                .containsExactly(REGISTRAR);
    }

    @Test
    void thoseWhoHadApprovedHearThatItWasInVain() {
        begin(CONFIG);
        RequestId returned = stage.submitted();
        stage.process.requests().approve(DEAN, returned, stage.get(returned).digest());
        stage.process.requests().requestChanges(REGISTRAR, returned, ReasonCode.WRONG_INFORMATION, "Saat yanlış.");
        RequestId cancelled = stage.submitted();
        stage.process.requests().approve(DEAN, cancelled, stage.get(cancelled).digest());
        stage.process.requests().cancel(REQUESTER, cancelled, "vazgeçtik");
        RequestId expired = stage.submitted();
        stage.process.requests().approve(DEAN, expired, stage.get(expired).digest());
        stage.commands().execute(expired, null, r -> new Command.Expire(""));
        stage.process.notices().deliver();
        for (RequestId id : List.of(returned, cancelled, expired)) {
            assertThat(stage.notices(id, NoticeKind.APPROVED_IN_VAIN))
                    .as("%s %s", stage.get(id).state(), stage.process.notices().of(id, 100))
                    .extracting(Notice::person)
                    .containsExactly(DEAN);
        }
        assertThat(stage.last("cem@ornek.edu.tr").message().body().subject())
                .isEqualTo("Onayladığınız talep gönderilmeyecek: Kütüphane saatleri");
        assertThat(stage.transport.accepted().stream()
                        .map(d -> d.message().body().text())
                        .filter(t -> t.contains("iptal edildi")))
                .singleElement()
                .matches(t -> t.contains("vazgeçtik"));
    }
}
