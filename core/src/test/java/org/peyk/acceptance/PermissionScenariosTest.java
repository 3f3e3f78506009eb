package org.peyk.acceptance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.Action;
import org.peyk.ErrorCode;
import org.peyk.MailRequest;
import org.peyk.PermissionReview;
import org.peyk.PeykException;
import org.peyk.RefusedException;
import org.peyk.RequestState;
import org.peyk.spi.Content;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.Requester;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.approval.LaterReview;
import org.peyk.spi.approval.PolicyDenial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.peyk.acceptance.University.CLUB;
import static org.peyk.acceptance.University.COMMUNICATIONS;
import static org.peyk.acceptance.University.ENGINEER;
import static org.peyk.acceptance.University.ENGINEERING;
import static org.peyk.acceptance.University.LECTURER;
import static org.peyk.acceptance.University.ON_DUTY;
import static org.peyk.acceptance.University.PERSONNEL;
import static org.peyk.acceptance.University.SECRETARY_GENERAL;
import static org.peyk.acceptance.University.STUDENT;
import static org.peyk.acceptance.University.WORKS;

/** Mails that cannot wait, mails that may go out by a permission given beforehand, and those that come by the wrong way. */
class PermissionScenariosTest {

    private static final String MONDAY = "2026-11-23T10:00:00+03:00";
    private static final String SATURDAY_NIGHT = "2026-11-28T23:15:00+03:00";
    private static final String OUTAGE = "elektrik-kesintisi";

    @TempDir
    Path directory;

    private static RequestForm condolence(String relation) {
        return University.form(
                        Purpose.CONDOLENCE,
                        "Vefat ve başsağlığı",
                        "Öğretim üyemizin annesi vefat etmiştir. Başsağlığı dileriz.",
                        "personel",
                        "akademik")
                .detail(Detail.HONOUREE, "Öğretim üyemizin annesi")
                .detail(Detail.RELATION, relation)
                .detail(Detail.FUNERAL, "Pazar günü öğle namazından sonra, Merkez Camii")
                .build();
    }

    private static RequestForm outage(String place) {
        return University.form(
                        Purpose.OUTAGE,
                        "Elektrik kesintisi: " + place,
                        "Değerli üyelerimiz,\n\n" + place
                                + " için 2026-11-25 günü saat 14:00 ile başlayan ve iki saat sürecek bir elektrik"
                                + " kesintisi olacaktır.\n\nYapı İşleri ve Teknik Daire Başkanlığı",
                        "ogrenci")
                .detail(Detail.AFFECTED, place)
                .detail(Detail.DATE, "2026-11-25")
                .detail(Detail.TIME, "14:00")
                .detail(Detail.DURATION, "iki saat")
                .build();
    }

    private static PermissionReview review(MailRequest request) {
        PermissionReview review = request.review();
        assertThat(review).isNotNull();
        return Objects.requireNonNull(review);
    }

    private static ApprovalPlan plan(MailRequest request) {
        ApprovalPlan plan = request.plan();
        assertThat(plan).isNotNull();
        return Objects.requireNonNull(plan);
    }

    @Test
    void A21_condolenceOnSaturdayNightNeedsOneApprovalAndStaysOpenForReview() {
        try (University u = University.at(directory, SATURDAY_NIGHT)) {
            MailRequest draft =
                    u.requests().create(new Requester(LECTURER, ENGINEERING, COMMUNICATIONS), condolence("Annesi"));
            MailRequest waiting = u.requests().submit(COMMUNICATIONS, draft.id());
            assertThat(plan(waiting).steps()).hasSize(1);
            assertThat(plan(waiting).explanation().tr())
                    .contains("Acil durum yetkisi")
                    .contains("taziye-nobet");
            assertThat(plan(waiting).steps().get(0).reason().tr()).contains("pazartesiyi bekleyemez");
            assertThat(u.process.reviews().open(10))
                    .as("nothing to look at before it is approved")
                    .isEmpty();
            University.assertRefused(ErrorCode.APPROVER_TOUCHED, () -> u.approve(COMMUNICATIONS, waiting));

            MailRequest approved = u.approve(ON_DUTY, waiting);
            assertThat(approved.state()).isEqualTo(RequestState.APPROVED);
            assertThat(review(approved).asked().kind()).isEqualTo(LaterReview.Kind.BREAK_GLASS);
            assertThat(u.requests()
                            .schedule(COMMUNICATIONS, approved.id(), null)
                            .state())
                    .as("at night, as nothing keeps it until the morning")
                    .isEqualTo(RequestState.SCHEDULED);

            // on Monday it is still open, and neither who approved nor anybody else can close it
            u.clock.advance(Duration.ofHours(34));
            assertThat(u.process.reviews().open(10)).extracting(MailRequest::id).containsExactly(approved.id());
            for (var person : List.of(ON_DUTY, COMMUNICATIONS, PERSONNEL)) {
                University.assertRefused(
                        ErrorCode.NOT_A_REVIEWER,
                        () -> u.process.reviews().close(person, approved.id(), true, "Uygundur"));
            }
            assertThat(u.requests()
                            .allowedActions(SECRETARY_GENERAL, approved.id())
                            .get(Action.CLOSE_REVIEW))
                    .isEmpty();
            MailRequest closed = u.process.reviews().close(SECRETARY_GENERAL, approved.id(), true, "Uygundur");
            assertThat(review(closed).closedBy()).isEqualTo(SECRETARY_GENERAL);
            assertThat(review(closed).suitable()).isTrue();
            assertThat(u.process.reviews().open(10)).isEmpty();
            assertThat(u.process.reviews().uses("taziye-nobet", University.LEAVE_BEGINS, 10))
                    .as("closed uses stay listed")
                    .hasSize(1);
        }
    }

    @Test
    void A21_theUsualApprovalsAreAskedForOfDistantRelativesAndInOfficeHours() {
        try (University u = University.at(directory, SATURDAY_NIGHT)) {
            MailRequest cousin = u.submitted(LECTURER, ENGINEERING, condolence("Kuzeni"));
            assertThat(plan(cousin).steps()).hasSize(2);
            assertThat(plan(cousin).review()).isNull();
            assertThat(plan(cousin).explanation().tr()).contains("taziye-nobet").contains("Yakınlık");
            u.clock.advance(Duration.ofHours(35));
            MailRequest monday = u.submitted(LECTURER, ENGINEERING, condolence("Annesi"));
            assertThat(plan(monday).steps()).hasSize(2);
            assertThat(plan(monday).explanation().tr()).contains("yalnız mesai dışında");
            assertThat(plan(monday).explanation().en()).contains("outside of office hours");
        }
    }

    @Test
    void A4_anUrgentMailWithoutAReasonIsRefused() {
        try (University u = University.at(directory, "2026-11-27T17:10:00+03:00")) {
            RequestForm.Builder form = University.form(
                            Purpose.EMERGENCY, "Kampüs kapalı", "Kampüs fırtına nedeniyle kapalıdır.", "personel")
                    .detail(Detail.AFFECTED, "Merkez kampüs");
            MailRequest draft = u.requests().create(Requester.of(ENGINEER, WORKS), form.build());
            assertThat(catchThrowableOfType(
                                    RefusedException.class, () -> u.requests().submit(ENGINEER, draft.id()))
                            .refusal()
                            .missing())
                    .extracting(m -> m.field())
                    .containsExactly("details.URGENCY_REASON");
            MailRequest urgent = u.submitted(
                    ENGINEER,
                    WORKS,
                    form.detail(Detail.URGENCY_REASON, "Fırtına uyarısı").build());
            assertThat(u.approve(ON_DUTY, urgent).state()).isEqualTo(RequestState.APPROVED);
        }
    }

    @Test
    void E9_outageByBlanketPermissionWithinItsLimits() {
        try (University u = University.at(directory, MONDAY)) {
            List<RequestId> uses = new ArrayList<>();
            for (String place : List.of("A Blok", "B Blok")) {
                MailRequest permitted = u.submitted(ENGINEER, WORKS, outage(place));
                assertThat(permitted.state()).as("nobody is asked").isEqualTo(RequestState.APPROVED);
                assertThat(plan(permitted).steps()).isEmpty();
                assertThat(plan(permitted).policyText()).contains("permission elektrik-kesintisi");
                uses.add(permitted.id());
                u.clock.advance(Duration.ofHours(1));
            }
            MailRequest third = u.submitted(ENGINEER, WORKS, outage("C Blok"));
            assertThat(third.state()).isEqualTo(RequestState.IN_APPROVAL);
            assertThat(plan(third).explanation().tr()).contains("7 günde 2 kullanım hakkı dolmuş");
            assertThat(plan(third).explanation().en()).contains("2 uses in 7 days");
            assertThat(u.process.reviews().uses(OUTAGE, University.LEAVE_BEGINS, 10))
                    .as("every use is listed")
                    .extracting(MailRequest::id)
                    .containsExactlyElementsOf(uses);
            assertThat(u.process.reviews().open(10)).extracting(MailRequest::id).containsExactlyElementsOf(uses);
            u.clock.advance(Duration.ofDays(7).minusHours(1));
            RequestForm later = outage("D Blok").toBuilder()
                    .detail(Detail.DATE, "2026-12-01")
                    .content(Content.of(LanguageVersion.plain(
                            University.TURKISH,
                            "Elektrik kesintisi: D Blok",
                            outage("D Blok").content().versions().get(0).text().replace("2026-11-25", "2026-12-01"))))
                    .build();
            assertThat(u.submitted(ENGINEER, WORKS, later).state())
                    .as("the week is over for the first use")
                    .isEqualTo(RequestState.APPROVED);
        }
    }

    @Test
    void E9_aMailOutsideOfTheLimitsIsApprovedAsUsual() {
        try (University u = University.at(directory, MONDAY)) {
            RequestForm form = outage("A Blok");
            RequestForm reworded = form.toBuilder()
                    .content(Content.of(LanguageVersion.plain(
                            University.TURKISH,
                            "Elektrik kesintisi: A Blok",
                            form.content().versions().get(0).text() + " Sandıklara bekleriz.")))
                    .build();
            MailRequest more = u.submitted(ENGINEER, WORKS, reworded);
            assertThat(more.state()).isEqualTo(RequestState.IN_APPROVAL);
            assertThat(plan(more).explanation().tr()).contains("kalıpla aynı değil");
            assertThat(u.submitted(LECTURER, ENGINEERING, form).state())
                    .as("another unit")
                    .isEqualTo(RequestState.IN_APPROVAL);
            assertThat(u.process.reviews().open(10)).isEmpty();
        }
    }

    @Test
    @Timeout(60)
    void E9_usesInTheSameMomentCannotExceedTheLimitTogether() throws Exception {
        int threads = 6;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (University u = University.at(directory, MONDAY)) {
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                MailRequest draft = u.requests().create(Requester.of(ENGINEER, WORKS), outage("Blok " + i));
                Callable<Boolean> submit = () -> {
                    start.await(30, TimeUnit.SECONDS);
                    try {
                        return u.requests().submit(ENGINEER, draft.id()).state() == RequestState.APPROVED;
                    } catch (PeykException e) {
                        assertThat(e.code()).isEqualTo(ErrorCode.PERMISSION_USED_UP);
                        // the second try finds it used up and asks for approvals
                        assertThat(u.requests().submit(ENGINEER, draft.id()).state())
                                .isEqualTo(RequestState.IN_APPROVAL);
                        return false;
                    }
                };
                answers.add(pool.submit(submit));
            }
            int approved = 0;
            for (Future<Boolean> answer : answers) {
                approved += answer.get(50, TimeUnit.SECONDS) ? 1 : 0;
            }
            assertThat(approved).isEqualTo(2);
            assertThat(u.process.reviews().uses(OUTAGE, University.LEAVE_BEGINS, 10))
                    .hasSize(2);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void E2_studentClubIsSentToItsDean() {
        try (University u = University.at(directory, MONDAY)) {
            MailRequest draft = u.requests().create(Requester.of(STUDENT, CLUB), University.information("ogrenci"));
            assertThat(catchThrowableOfType(
                            RefusedException.class, () -> u.requests().submit(STUDENT, draft.id())))
                    .satisfies(e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.POLICY_DENIED);
                        assertThat(e.text().tr()).contains("Öğrenci Dekanlığı").contains("SKS");
                        assertThat(e.text().en()).contains("Dean of Students");
                    });
            assertThat(u.process.preparation().plan(draft))
                    .isInstanceOfSatisfying(
                            PolicyDenial.class, d -> assertThat(d.code()).isEqualTo("CLUB-VIA-DEAN"));
            assertThat(u.requests().get(draft.id()).state()).isEqualTo(RequestState.DRAFT);
            assertThat(u.submitted(LECTURER, ENGINEERING, University.information("ogrenci"))
                            .state())
                    .isEqualTo(RequestState.IN_APPROVAL);
        }
    }
}
