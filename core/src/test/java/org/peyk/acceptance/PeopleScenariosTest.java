package org.peyk.acceptance;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.Action;
import org.peyk.Approval;
import org.peyk.ErrorCode;
import org.peyk.MailRequest;
import org.peyk.ReasonCode;
import org.peyk.RequestState;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestForm;
import org.peyk.spi.Requester;
import org.peyk.spi.UnitId;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.approval.ApprovalStep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.acceptance.University.CLERK;
import static org.peyk.acceptance.University.COMMUNICATIONS;
import static org.peyk.acceptance.University.DEAN;
import static org.peyk.acceptance.University.DEPUTY;
import static org.peyk.acceptance.University.ENGINEERING;
import static org.peyk.acceptance.University.LEAVE_ENDS;
import static org.peyk.acceptance.University.LECTURER;
import static org.peyk.acceptance.University.PERSONNEL;
import static org.peyk.acceptance.University.RECTORATE;
import static org.peyk.acceptance.University.REPRESENTATIVE;
import static org.peyk.acceptance.University.SECRETARY_GENERAL;
import static org.peyk.acceptance.University.STUDENT_AFFAIRS;
import static org.peyk.acceptance.University.VICE_RECTOR;
import static org.peyk.acceptance.University.WORKS;
import static org.peyk.acceptance.University.information;

/** Who may decide, and who may not. */
class PeopleScenariosTest {

    private static final String MONDAY = "2026-11-23T10:00:00+03:00";

    @TempDir
    Path directory;

    private static Optional<LocalizedText> mayApprove(University u, PersonId person, MailRequest request) {
        return u.requests().allowedActions(person, request.id()).getOrDefault(Action.APPROVE, Optional.empty());
    }

    @Test
    void A16_deputyApprovesOnBehalf() {
        try (University u = University.at(directory, MONDAY)) {
            MailRequest waiting = u.submitted(LECTURER, ENGINEERING, information("akademik"));
            assertThat(mayApprove(u, DEPUTY, waiting)).isEmpty();
            MailRequest approved = u.approve(DEPUTY, waiting);
            assertThat(approved.state()).isEqualTo(RequestState.APPROVED);
            Approval approval = approved.approvals().get(0);
            assertThat(approval.by()).isEqualTo(DEPUTY);
            assertThat(approval.onBehalfOf()).as("vekâleten").isEqualTo(DEAN);
            assertThat(approval.digest()).isEqualTo(waiting.digest());

            MailRequest late = u.submitted(LECTURER, ENGINEERING, information("akademik"));
            u.clock.set(LEAVE_ENDS.minusMillis(1));
            assertThat(mayApprove(u, DEPUTY, late))
                    .as("the last moment of the leave")
                    .isEmpty();
            u.clock.set(LEAVE_ENDS);
            assertThat(mayApprove(u, DEPUTY, late)).contains(ErrorCode.APPROVER_NO_AUTHORITY.text());
            University.assertRefused(ErrorCode.APPROVER_NO_AUTHORITY, () -> u.approve(DEPUTY, late));
            assertThat(u.requests().get(late.id()).state()).isEqualTo(RequestState.IN_APPROVAL);
            assertThat(u.approve(DEAN, late).approvals().get(0).onBehalfOf()).isNull();
        }
    }

    @Test
    void A16_aDeputyWhoAsksForTheMailLeavesItToTheNextAuthority() {
        try (University u = University.at(directory, MONDAY)) {
            MailRequest own = u.submitted(DEPUTY, ENGINEERING, information("akademik"));
            assertThat(mayApprove(u, DEPUTY, own)).contains(ErrorCode.APPROVER_TOUCHED.text());
            University.assertRefused(ErrorCode.APPROVER_TOUCHED, () -> u.approve(DEPUTY, own));
            MailRequest approved = u.approve(VICE_RECTOR, own);
            assertThat(approved.state()).isEqualTo(RequestState.APPROVED);
            // and a deputy cannot do what the dean himself may not
            MailRequest ofDean = u.submitted(DEAN, ENGINEERING, information("akademik"));
            University.assertRefused(ErrorCode.APPROVER_NO_AUTHORITY, () -> u.approve(DEPUTY, ofDean));
            assertThat(u.approve(VICE_RECTOR, ofDean).state()).isEqualTo(RequestState.APPROVED);
        }
    }

    @Test
    void A18_unionOfAuthoritiesForMixedAudience() {
        try (University u = University.at(directory, MONDAY)) {
            MailRequest waiting = u.submitted(LECTURER, ENGINEERING, information("ogrenci", "personel"));
            ApprovalPlan plan = Objects.requireNonNull(waiting.plan());
            assertThat(plan.steps())
                    .extracting(ApprovalStep::id)
                    .containsExactlyInAnyOrder("STUDENT_AFFAIRS", "PERSONNEL");
            assertThat(plan.steps())
                    .allSatisfy(s -> assertThat(s.reason().tr())
                            .contains(s.id().equals("PERSONNEL") ? "“personel”" : "“ogrenci”"));
            assertThat(mayApprove(u, STUDENT_AFFAIRS, waiting)).isEmpty();
            assertThat(mayApprove(u, PERSONNEL, waiting)).isEmpty();
            assertThat(mayApprove(u, DEAN, waiting)).isPresent();

            MailRequest half = u.approve(STUDENT_AFFAIRS, waiting);
            assertThat(half.state()).isEqualTo(RequestState.IN_APPROVAL);
            assertThat(mayApprove(u, STUDENT_AFFAIRS, half))
                    .as("her part is done, that of the others is not hers")
                    .contains(ErrorCode.APPROVER_NO_AUTHORITY.text());
            assertThat(mayApprove(u, PERSONNEL, half)).isEmpty();

            MailRequest ended = u.requests().reject(PERSONNEL, half.id(), ReasonCode.NOT_SUITABLE, "Uygun değil");
            assertThat(ended.state()).as("one ret ends it").isEqualTo(RequestState.REJECTED);
            University.assertRefused(ErrorCode.STATE, () -> u.requests().schedule(LECTURER, ended.id(), null));
            University.assertRefused(ErrorCode.STATE, () -> u.requests().submit(LECTURER, ended.id()));
        }
    }

    @Test
    void A40_noPolicyMeansNo() {
        try (University u = University.withoutPolicy(directory, MONDAY)) {
            MailRequest draft = u.requests().create(Requester.of(LECTURER, ENGINEERING), information("akademik"));
            University.assertRefused(ErrorCode.NO_POLICY, () -> u.requests().submit(LECTURER, draft.id()));
            University.assertRefused(
                    ErrorCode.NO_POLICY, () -> u.process.preparation().plan(draft));
            University.assertRefused(ErrorCode.STATE, () -> u.requests().schedule(LECTURER, draft.id(), null));
            assertThat(u.requests().get(draft.id()).state()).isEqualTo(RequestState.DRAFT);
        }
    }

    @Test
    void A15_requesterOrEditorMayNotApprove() {
        try (University u = University.at(directory, MONDAY)) {
            MailRequest own = u.submitted(DEAN, ENGINEERING, information("akademik"));
            University.assertRefused(ErrorCode.APPROVER_TOUCHED, () -> u.approve(DEAN, own));
            assertThat(mayApprove(u, VICE_RECTOR, own))
                    .as("the next authority may")
                    .isEmpty();

            // an office that corrects a word has a hand in it, however small
            MailRequest draft = u.requests().create(Requester.of(STUDENT_AFFAIRS, RECTORATE), information("ogrenci"));
            University.assertRefused(ErrorCode.NO_APPROVER, () -> u.requests().submit(STUDENT_AFFAIRS, draft.id()));
            MailRequest other = u.submitted(LECTURER, ENGINEERING, information("akademik"));
            RequestForm corrected = University.form(
                            other.form().purpose(),
                            "Kütüphane saatleri",
                            "Kütüphane 22.30'a kadar açıktır.",
                            "akademik")
                    .build();
            MailRequest edited = u.requests().revise(COMMUNICATIONS, other.id(), other.version(), corrected);
            assertThat(edited.touchers()).containsExactlyInAnyOrder(LECTURER, COMMUNICATIONS);
            University.assertRefused(ErrorCode.APPROVER_TOUCHED, () -> u.approve(COMMUNICATIONS, edited));
            University.assertRefused(ErrorCode.APPROVER_TOUCHED, () -> u.approve(LECTURER, edited));
            assertThat(u.approve(DEAN, edited).state()).isEqualTo(RequestState.APPROVED);
        }
    }

    @Test
    void E9_nobodyAsksInTheNameOfAUnitThatIsNotHis() {
        try (University u = University.at(directory, MONDAY)) {
            RequestForm form = information("akademik");
            // the unit decides which permissions and rules hold, so it is not taken from the caller
            University.assertRefused(
                    ErrorCode.REQUESTER_UNIT, () -> u.requests().create(Requester.of(LECTURER, WORKS), form));
            University.assertRefused(
                    ErrorCode.REQUESTER_UNIT,
                    () -> u.requests().create(new Requester(LECTURER, WORKS, COMMUNICATIONS), form));
            University.assertRefused(
                    ErrorCode.REQUESTER_UNIT,
                    () -> u.requests().create(new Requester(LECTURER, RECTORATE, COMMUNICATIONS), form));
            assertThat(ErrorCode.REQUESTER_UNIT.text().tr()).contains("iletişim temsilcisi");
        }
    }

    @Test
    void E9_aRepresentativeAsksInTheNameOfTheUnitsHeRepresents() {
        try (University u = University.at(directory, MONDAY)) {
            RequestForm form = information("akademik");
            for (UnitId unit : List.of(RECTORATE, WORKS)) {
                MailRequest own = u.requests().create(Requester.of(REPRESENTATIVE, unit), form);
                assertThat(own.requester().unit()).isEqualTo(unit);
                assertThat(u.requests().create(new Requester(REPRESENTATIVE, unit, COMMUNICATIONS), form))
                        .isNotNull();
            }
            University.assertRefused(
                    ErrorCode.REQUESTER_UNIT,
                    () -> u.requests().create(Requester.of(REPRESENTATIVE, ENGINEERING), form));
        }
    }

    @Test
    void A3_officeEntersOnBehalfOfTheRectorateAndMayNotApproveAlone() {
        try (University u = University.at(directory, MONDAY)) {
            Requester byPhone = new Requester(VICE_RECTOR, RECTORATE, COMMUNICATIONS);
            MailRequest draft = u.requests().create(byPhone, information("personel"));
            assertThat(draft.requester().person()).isEqualTo(VICE_RECTOR);
            assertThat(draft.requester().enteredBy()).isEqualTo(COMMUNICATIONS);
            assertThat(draft.touchers()).containsExactlyInAnyOrder(VICE_RECTOR, COMMUNICATIONS);
            MailRequest waiting = u.requests().submit(COMMUNICATIONS, draft.id());
            for (PersonId toucher : List.of(COMMUNICATIONS, VICE_RECTOR)) {
                University.assertRefused(ErrorCode.APPROVER_TOUCHED, () -> u.approve(toucher, waiting));
            }
            University.assertRefused(ErrorCode.APPROVER_NO_AUTHORITY, () -> u.approve(SECRETARY_GENERAL, waiting));
            assertThat(u.approve(PERSONNEL, waiting).state()).isEqualTo(RequestState.APPROVED);
            // somebody without the office's role enters nothing for others
            University.assertRefused(
                    ErrorCode.NOT_PERMITTED,
                    () -> u.requests().create(new Requester(VICE_RECTOR, RECTORATE, CLERK), information("personel")));
        }
    }
}
