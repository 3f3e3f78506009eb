package org.peyk.acceptance;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.DeliveryReason;
import org.peyk.DeliveryState;
import org.peyk.ErrorCode;
import org.peyk.Exclusion;
import org.peyk.ExclusionChange;
import org.peyk.ExclusionReason;
import org.peyk.LedgerRow;
import org.peyk.PeykException;
import org.peyk.RequestState;
import org.peyk.Unsubscriber;
import org.peyk.spi.Audience;
import org.peyk.spi.Channel;
import org.peyk.spi.Detail;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.Recipient;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryId;
import org.peyk.testing.RecordingTransport.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who is left out of every audience, on each kind of store. */
abstract class ExclusionScenarios {

    private static final PersonId GONE = PersonId.of("A-0003");

    @TempDir
    Path directory;

    private final LivingList list = new LivingList();
    private Campus campus;

    abstract DataSource database(Path dir);

    @BeforeEach
    void open() {
        list.with("akademik", 0, 10);
        campus = Campus.over(database(directory), list);
    }

    @AfterEach
    void close() {
        campus.close();
    }

    private static RequestForm.Builder to(RequestForm.Builder form) {
        return form.audience(Audience.of(Selection.of("list", "akademik")).expecting(10));
    }

    private RequestId sent(RequestForm form) {
        RequestId id = campus.approved(form).id();
        return sent(id);
    }

    private RequestId sent(RequestId id) {
        campus.process.requests().schedule(Campus.AYSE, id, null);
        campus.await(id, RequestState.SENT);
        return id;
    }

    private List<String> rows(RequestId id, DeliveryState state) {
        return campus.process.sending().rows(id, state, new DeliveryId(0), 100).stream()
                .map(r -> r.person().value() + " " + r.reason())
                .toList();
    }

    private List<String> got() {
        return campus.transport.accepted().stream()
                .map(d -> d.envelope().recipient())
                .toList();
    }

    @Test
    void A28_leftBetweenApprovalAndSendingIsSkippedWithTheReason() {
        RequestId id = campus.approved(to(Campus.information()).build()).id();
        campus.process.exclusions().exclude(Campus.OFFICER, List.of(GONE), ExclusionReason.LEFT, "personel sistemi");
        sent(id);
        assertThat(rows(id, DeliveryState.SKIPPED)).containsExactly("A-0003 LEFT");
        assertThat(DeliveryReason.LEFT.label().tr()).isEqualTo("Ayrıldı");
        assertThat(got()).hasSize(9).doesNotContain("a3@ornek.edu.tr");
        assertThat(campus.process.sending().progress(id).counts().balanced()).isTrue();
    }

    @Test
    void A28_leftWhileItIsBeingSentIsSkippedTooAndEverybodyElseGetsIt() {
        AtomicBoolean once = new AtomicBoolean();
        campus.transport.answering(d -> {
            if (once.compareAndSet(false, true)) {
                campus.process
                        .exclusions()
                        .exclude(
                                Campus.OFFICER, List.of(PersonId.of("A-0009")), ExclusionReason.LEFT, "öğrenci işleri");
            }
            return Answer.accept();
        });
        RequestId id = sent(to(Campus.information()).build());
        assertThat(rows(id, DeliveryState.SKIPPED)).containsExactly("A-0009 LEFT");
        assertThat(got()).hasSize(9).doesNotHaveDuplicates().doesNotContain("a9@ornek.edu.tr");
        assertThat(campus.process.sending().progress(id).counts().balanced()).isTrue();
    }

    @Test
    void A36_whoWantsNoEventMailsGetsNoInvitationButEveryOfficialNoticeWhichSaysWhy() {
        PersonId student = GONE;
        campus.process.exclusions().exclude(student, List.of(student), ExclusionReason.OPTED_OUT, "kendi tercihi");
        RequestId invitation = sent(to(Campus.invitation()).build());
        assertThat(rows(invitation, DeliveryState.SKIPPED)).containsExactly("A-0003 OPTED_OUT");
        assertThat(got()).hasSize(9).doesNotContain("a3@ornek.edu.tr");

        RequestId official = sent(to(Campus.information()).build());
        assertThat(rows(official, DeliveryState.SKIPPED)).isEmpty();
        List<Delivery> notices = campus.transport.accepted().subList(9, 19);
        assertThat(notices).hasSize(10);
        for (Delivery d : notices) {
            boolean his = d.envelope().recipient().equals("a3@ornek.edu.tr");
            assertThat(d.message().body().text().contains("resmî bir duyuru"))
                    .as(d.envelope().recipient())
                    .isEqualTo(his);
        }
        assertThat(campus.process.exclusions().of(student, student))
                .as("the preference is kept")
                .extracting(Exclusion::reason)
                .containsExactly(ExclusionReason.OPTED_OUT);
    }

    @Test
    void whoLeavesByTheLinkOfAMailHasOptedOut() {
        RequestId invitation = sent(to(Campus.invitation()).build());
        LedgerRow row = campus.process.sending().rows(invitation, DeliveryState.SENT, new DeliveryId(0), 100).stream()
                .filter(r -> r.person().equals(GONE))
                .findFirst()
                .orElseThrow();
        Unsubscriber who = new Unsubscriber(GONE, invitation, row.id(), Campus.ENGINEERING, Purpose.INVITATION);
        assertThat(campus.process.exclusions().unsubscribe(who)).isTrue();
        assertThat(campus.process.exclusions().unsubscribe(who))
                .as("the link again")
                .isFalse();
        RequestId next =
                sent(to(Campus.invitation()).detail(Detail.PLACE, "Mavi Salon").build());
        assertThat(rows(next, DeliveryState.SKIPPED)).containsExactly("A-0003 OPTED_OUT");
    }

    @Test
    void E10_theDeceasedsAccountAndLineAreExcludedAndThatIsOnRecord() {
        list.with("akademik", Recipient.ofMail(PersonId.of("A-OLD"), "Emekli.Hoca@ornek.edu.tr"));
        campus.process
                .exclusions()
                .exclude(Campus.OFFICER, List.of(GONE), ExclusionReason.DECEASED, "Personel Daire 2026/118");
        campus.process
                .exclusions()
                .excludeAddress(
                        Campus.OFFICER,
                        Channel.MAIL,
                        "EMEKLİ.HOCA@ORNEK.EDU.TR",
                        ExclusionReason.DECEASED,
                        "Personel Daire 2026/118");
        RequestId id = sent(to(Campus.information()).build());
        assertThat(rows(id, DeliveryState.SKIPPED)).containsExactly("A-0003 DECEASED", "A-OLD DECEASED");
        assertThat(campus.process.sending().progress(id).counts().excluded()).isEqualTo(2);
        assertThat(got()).hasSize(9);
        List<ExclusionChange> journal = campus.process.exclusions().journal(Campus.GUARDIAN, 0, 10);
        assertThat(journal)
                .extracting(c -> c.seq() + " " + c.added() + " " + c.reason() + " " + c.source())
                .containsExactly("1 true DECEASED Personel Daire 2026/118", "2 true DECEASED Personel Daire 2026/118");
        assertThat(journal.get(1).addressSha256()).matches("[0-9a-f]{64}");
        assertThat(journal.toString().toLowerCase(java.util.Locale.ROOT)).doesNotContain("hoca", "a-0003");
        assertThat(campus.process.exclusions().verifyJournal()).isEmpty();
    }

    @Test
    void anAddressThatBouncedForGoodIsSuppressedAndAHeldOneIsLeftOutUntilLifted() {
        campus.process
                .exclusions()
                .excludeAddress(
                        Campus.OFFICER, Channel.MAIL, "A1@ÖRNEK.edu.tr", ExclusionReason.ADDRESS_GONE, "geri dönüş");
        campus.process
                .exclusions()
                .excludeAddress(
                        Campus.OFFICER, Channel.MAIL, "A1@Ornek.edu.tr", ExclusionReason.ADDRESS_GONE, "geri dönüş");
        campus.process.exclusions().exclude(Campus.OFFICER, List.of(GONE), ExclusionReason.ON_HOLD, "talebi üzerine");
        RequestId first = sent(to(Campus.information()).build());
        assertThat(rows(first, DeliveryState.SUPPRESSED)).containsExactly("A-0001 ADDRESS_GONE");
        assertThat(rows(first, DeliveryState.SKIPPED)).containsExactly("A-0003 ON_HOLD");
        long held = campus.process.exclusions().list(Campus.OFFICER, ExclusionReason.ON_HOLD, 0, 10).stream()
                .map(Exclusion::id)
                .findFirst()
                .orElseThrow();
        assertThat(campus.process.exclusions().lift(Campus.OFFICER, held, "süre doldu"))
                .isTrue();
        assertThat(campus.process.exclusions().lift(Campus.OFFICER, held, "süre doldu"))
                .isFalse();
        RequestId second = sent(to(Campus.information()).build());
        assertThat(rows(second, DeliveryState.SKIPPED)).isEmpty();
        assertThat(campus.process.exclusions().list(Campus.OFFICER, null, 0, 1)).hasSize(1);
        assertThat(campus.process.exclusions().list(Campus.OFFICER, null, 0, 10))
                .extracting(Exclusion::maskedAddress)
                .containsExactly("a***@xn--rnek-4qa.edu.tr", "a***@ornek.edu.tr");
    }

    @Test
    void onlyTheOfficeAndTheDataProtectionOfficerKeepTheListAndEverybodyHisOwnPreference() {
        for (org.assertj.core.api.ThrowableAssert.ThrowingCallable call :
                List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                        () -> campus.process
                                .exclusions()
                                .exclude(Campus.STRANGER, List.of(GONE), ExclusionReason.LEFT, "duyum"),
                        () -> campus.process
                                .exclusions()
                                .exclude(Campus.STRANGER, List.of(GONE), ExclusionReason.OPTED_OUT, "duyum"),
                        () -> campus.process.exclusions().list(Campus.STRANGER, null, 0, 10),
                        () -> campus.process.exclusions().journal(Campus.STRANGER, 0, 10),
                        () -> campus.process.exclusions().of(Campus.STRANGER, GONE))) {
            assertThatThrownBy(call)
                    .isInstanceOfSatisfying(
                            PeykException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_PERMITTED));
        }
        PersonId me = Campus.STRANGER;
        assertThat(campus.process.exclusions().exclude(me, List.of(me), ExclusionReason.OPTED_OUT, "kendi tercihi"))
                .isOne();
        assertThat(campus.process.exclusions().exclude(me, List.of(me), ExclusionReason.OPTED_OUT, "kendi tercihi"))
                .as("said twice")
                .isZero();
        long id = campus.process.exclusions().of(me, me).get(0).id();
        assertThat(campus.process.exclusions().lift(me, id, "vazgeçtim")).isTrue();
        assertThat(campus.process.exclusions().of(me, me)).isEmpty();
        assertThat(campus.process.exclusions().journal(Campus.OFFICER, 0, 10))
                .extracting(ExclusionChange::added)
                .containsExactly(true, false);
        assertThatThrownBy(() -> campus.process
                        .exclusions()
                        .exclude(Campus.OFFICER, List.of(GONE), ExclusionReason.LEFT, "a@b.tr söyledi"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
