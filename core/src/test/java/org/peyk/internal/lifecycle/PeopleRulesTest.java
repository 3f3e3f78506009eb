package org.peyk.internal.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.peyk.Delegation;
import org.peyk.ErrorCode;
import org.peyk.MailRequest;
import org.peyk.PermissionReview;
import org.peyk.RequestState;
import org.peyk.Samples;
import org.peyk.internal.lifecycle.Command.Standing;
import org.peyk.spi.PersonId;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.event.EventType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.Samples.DEAN;
import static org.peyk.Samples.DEPUTY;
import static org.peyk.Samples.EDITOR;
import static org.peyk.Samples.NOON;
import static org.peyk.Samples.REGISTRAR;
import static org.peyk.Samples.REQUESTER;
import static org.peyk.Samples.STRANGER;

class PeopleRulesTest {

    private static final Standing AS_DEAN = new Standing("dean", null);
    private static final Standing AS_REGISTRAR = new Standing("registrar", null);

    private Instant now = NOON;
    private MailRequest request =
            Lifecycle.create(Samples.create(Samples.form()), REQUESTER, NOON).next();

    @Test
    void anApprovalIsTakenBackUntilSomethingIsSent() {
        submit(Samples.plan());
        approve(AS_DEAN, DEAN);
        approve(AS_REGISTRAR, REGISTRAR);
        accept(new Command.Schedule(null), REQUESTER);
        accept(new Command.WithdrawApproval("saat yanlış"), DEAN);
        assertThat(request.state()).isEqualTo(RequestState.IN_APPROVAL);
        assertThat(request.sendAt()).isNull();
        assertThat(request.approvals()).extracting(a -> a.by()).containsExactly(REGISTRAR);
        refuse(new Command.StartSending(request.digest()), null, ErrorCode.STATE);
        approve(AS_DEAN, DEAN);
        assertThat(request.state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void nothingIsTakenBackOnceMessagesMayHaveLeft() {
        submit(Samples.plan());
        approve(AS_DEAN, DEAN);
        approve(AS_REGISTRAR, REGISTRAR);
        accept(new Command.Schedule(null), REQUESTER);
        accept(new Command.StartSending(request.digest()), null);
        refuse(new Command.WithdrawApproval(""), DEAN, ErrorCode.STATE);
        accept(new Command.Pause("PERSON", ""), REQUESTER);
        refuse(new Command.WithdrawApproval(""), DEAN, ErrorCode.STATE);
    }

    @Test
    void whoeverApprovedNothingTakesNothingBack() {
        submit(Samples.plan());
        approve(AS_DEAN, DEAN);
        refuse(new Command.WithdrawApproval(""), REGISTRAR, ErrorCode.NOTHING_TO_WITHDRAW);
        refuse(new Command.WithdrawApproval(""), REQUESTER, ErrorCode.NOTHING_TO_WITHDRAW);
    }

    @Test
    void aDecisionIsGivenOnByItsOwnAuthorityAlone() {
        submit(Samples.plan());
        accept(new Command.Delegate(STRANGER, "izindeyim", List.of(AS_DEAN)), DEAN);
        assertThat(request.progress().delegations()).containsExactly(new Delegation("dean", DEAN, STRANGER, NOON));
        refuse(
                new Command.Delegate(EDITOR, "", List.of(new Standing("dean", DEAN))),
                STRANGER,
                ErrorCode.APPROVER_NO_AUTHORITY);
        refuse(new Command.Delegate(REQUESTER, "", List.of(AS_DEAN)), DEAN, ErrorCode.APPROVER_TOUCHED);
        refuse(new Command.Delegate(DEAN, "", List.of(AS_DEAN)), DEAN, ErrorCode.APPROVER_NO_AUTHORITY);
        assertThat(decide(new Command.Delegate(STRANGER, "", List.of(AS_DEAN)), DEAN))
                .as("the second click")
                .isEqualTo(new Decision.Accepted(request, List.of()));
    }

    @Test
    void aNewRequesterAnswersAndTheOldOneStillMayNotApprove() {
        submit(Samples.plan());
        approve(AS_REGISTRAR, REGISTRAR);
        accept(new Command.HandOver(STRANGER, "ayrıldı"), EDITOR);
        assertThat(request.requester().person()).isEqualTo(STRANGER);
        assertThat(request.requester().enteredBy()).isEqualTo(STRANGER);
        assertThat(request.touchers())
                .as("whoever arranges it has no hand in the text")
                .containsExactlyInAnyOrder(REQUESTER, STRANGER);
        assertThat(request.approvals()).hasSize(1);
        assertThat(request.state()).isEqualTo(RequestState.IN_APPROVAL);
        refuse(new Command.Approve(request.digest(), List.of(AS_DEAN)), REQUESTER, ErrorCode.APPROVER_TOUCHED);
        refuse(new Command.HandOver(REGISTRAR, ""), STRANGER, ErrorCode.HAND_OVER_TO_APPROVER);
        accept(new Command.HandOver(DEPUTY, ""), STRANGER);
        assertThat(request.requester().enteredBy())
                .as("the requester gave it away himself")
                .isEqualTo(DEPUTY);
    }

    @Test
    void nobodyIsRemindedOrPassedOverTwice() {
        submit(Samples.plan());
        accept(new Command.Remind("dean"), null);
        accept(new Command.Escalate("dean"), null);
        assertThat(request.progress().reminded()).containsExactly("dean");
        assertThat(request.progress().escalated()).containsExactly("dean");
        int version = request.version();
        accept(new Command.Remind("dean"), null);
        accept(new Command.Escalate("dean"), null);
        accept(new Command.Remind("nowhere"), null);
        assertThat(request.version()).isEqualTo(version);
    }

    @Test
    void theNextOrderBeginsToWaitWhenItOpens() {
        submit(Samples.plan(Samples.step("dean", 1, 1, DEAN), Samples.step("registrar", 2, 1, REGISTRAR)));
        assertThat(request.progress().waitingSince()).isEqualTo(NOON);
        now = NOON.plus(Duration.ofHours(5));
        approve(AS_DEAN, DEAN);
        assertThat(request.progress().waitingSince()).isEqualTo(now);
        approve(AS_REGISTRAR, REGISTRAR);
        assertThat(request.progress().waitingSince()).isNull();
    }

    @Test
    void E9_aPermissionGivenBeforehandNeedsNobodyAndStaysOpenForReview() {
        submit(Samples.permitted());
        assertThat(request.state()).isEqualTo(RequestState.APPROVED);
        PermissionReview review = request.review();
        assertThat(review).isNotNull();
        assertThat(review.open()).isTrue();
        accept(new Command.Schedule(null), REQUESTER);
        accept(new Command.StartSending(request.digest()), null);
        refuse(new Command.CloseReview(false, true, ""), STRANGER, ErrorCode.NOT_A_REVIEWER);
        refuse(new Command.CloseReview(true, true, ""), REQUESTER, ErrorCode.NOT_A_REVIEWER);
        accept(new Command.CloseReview(true, false, "acil değildi"), REGISTRAR);
        PermissionReview closed = request.review();
        assertThat(closed).isNotNull();
        assertThat(closed.open()).isFalse();
        assertThat(closed.suitable()).isFalse();
        assertThat(closed.closedBy()).isEqualTo(REGISTRAR);
        refuse(new Command.CloseReview(true, true, ""), STRANGER, ErrorCode.NO_OPEN_REVIEW);
    }

    @Test
    void neitherHandNorAuthorityLooksAtItsOwnUse() {
        submit(Samples.glassBroken());
        accept(new Command.Approve(request.digest(), List.of(new Standing("duty", DEAN))), DEPUTY);
        assertThat(request.state()).isEqualTo(RequestState.APPROVED);
        for (PersonId user : List.of(DEAN, DEPUTY, REQUESTER)) {
            refuse(new Command.CloseReview(true, true, ""), user, ErrorCode.NOT_A_REVIEWER);
        }
        accept(new Command.CloseReview(true, true, "yerinde"), REGISTRAR);
        assertThat(decide(new Command.CloseReview(true, true, "yerinde"), REGISTRAR))
                .as("the second click")
                .isEqualTo(new Decision.Accepted(request, List.of()));
    }

    @Test
    void whoeverHandsInByPermissionAnswersForIt() {
        accept(new Command.Submit(request.digest(), Samples.passing(Samples.permitted())), EDITOR);
        assertThat(PeopleRules.users(request)).contains(EDITOR);
        refuse(new Command.CloseReview(true, true, ""), EDITOR, ErrorCode.NOT_A_REVIEWER);
    }

    @Test
    void theLastApprovalsSecondClickGivesTheFirstResult() {
        submit(Samples.plan());
        approve(AS_DEAN, DEAN);
        approve(AS_REGISTRAR, REGISTRAR);
        assertThat(decide(new Command.Approve(request.digest(), List.of(AS_REGISTRAR)), REGISTRAR))
                .isEqualTo(new Decision.Accepted(request, List.of()));
        refuse(new Command.Approve(request.digest(), List.of(AS_REGISTRAR)), STRANGER, ErrorCode.STATE);
        refuse(new Command.Approve("0".repeat(64), List.of(AS_REGISTRAR)), REGISTRAR, ErrorCode.STATE);
    }

    @Test
    void aReminderOrARemarkIsNoReasonToRefuseAnEdit() {
        submit(Samples.plan());
        int seen = request.version();
        accept(new Command.Remind("dean"), null);
        accept(new Command.Comment("bakıyorum"), REGISTRAR);
        Command edit =
                new Command.Revise(seen, Samples.form("yeni"), Samples.digest(Samples.form("yeni")), Samples.passing());
        assertThat(decide(edit, REQUESTER)).isInstanceOf(Decision.Accepted.class);
        approve(AS_DEAN, DEAN);
        refuse(edit, REQUESTER, ErrorCode.VERSION_CONFLICT);
    }

    @Test
    void takingBackDoesNotPutOffTheOthers() {
        submit(Samples.plan());
        now = NOON.plus(Duration.ofHours(5));
        approve(AS_DEAN, DEAN);
        accept(new Command.Escalate("dean"), null);
        accept(new Command.WithdrawApproval(""), DEAN);
        assertThat(request.progress().waitingSince()).isEqualTo(NOON);
        approve(AS_DEAN, DEAN);
        approve(AS_REGISTRAR, REGISTRAR);
        accept(new Command.WithdrawApproval(""), DEAN);
        assertThat(request.progress().waitingSince()).isEqualTo(now);
        assertThat(request.progress().reminded()).doesNotContain("dean");
    }

    @Test
    void aChangedTextHasUsedNoPermission() {
        submit(Samples.permitted());
        Decision d = decide(
                new Command.Revise(
                        request.version(),
                        Samples.form("başka"),
                        Samples.digest(Samples.form("başka")),
                        Samples.passing()),
                REQUESTER);
        assertThat(d).isInstanceOfSatisfying(Decision.Accepted.class, a -> {
            assertThat(a.next().state()).isEqualTo(RequestState.IN_APPROVAL);
            assertThat(a.next().review()).isNull();
            assertThat(a.events()).extracting(Event::type).contains(EventType.REVISED, EventType.SUBMITTED);
        });
    }

    private void submit(ApprovalPlan plan) {
        accept(new Command.Submit(request.digest(), Samples.passing(plan)), REQUESTER);
    }

    private void approve(Standing standing, PersonId who) {
        accept(new Command.Approve(request.digest(), List.of(standing)), who);
    }

    private Decision decide(Command command, @Nullable PersonId actor) {
        return Lifecycle.decide(request, command, actor, now);
    }

    private void accept(Command command, @Nullable PersonId actor) {
        Decision d = decide(command, actor);
        assertThat(d).as(command.action() + " in " + request.state()).isInstanceOf(Decision.Accepted.class);
        request = ((Decision.Accepted) d).next();
    }

    private void refuse(Command command, @Nullable PersonId actor, ErrorCode code) {
        assertThat(decide(command, actor))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        r -> assertThat(r.refusal().code()).isEqualTo(code));
    }
}
