package org.peyk.internal.lifecycle;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peyk.Action;
import org.peyk.ErrorCode;
import org.peyk.MailRequest;
import org.peyk.Missing;
import org.peyk.ReasonCode;
import org.peyk.RequestState;
import org.peyk.Samples;
import org.peyk.internal.lifecycle.Command.Standing;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestForm;
import org.peyk.spi.SendingWindow;
import org.peyk.spi.approval.PolicyDenial;
import org.peyk.spi.event.EventType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.Samples.DEAN;
import static org.peyk.Samples.DEPUTY;
import static org.peyk.Samples.EDITOR;
import static org.peyk.Samples.NOON;
import static org.peyk.Samples.REGISTRAR;
import static org.peyk.Samples.REQUESTER;
import static org.peyk.Samples.STRANGER;

class LifecycleTest {

    private static final Standing AS_DEAN = new Standing("dean", null);
    private static final Standing AS_REGISTRAR = new Standing("registrar", null);

    private MailRequest request =
            Lifecycle.create(Samples.create(Samples.form()), REQUESTER, NOON).next();

    @Test
    void everyRequestThatIsSentWasApprovedByEverybodyAsked() {
        submit();
        accept(approve(AS_DEAN), DEAN);
        assertThat(request.state()).isEqualTo(RequestState.IN_APPROVAL);
        accept(approve(AS_REGISTRAR), REGISTRAR);
        assertThat(request.state()).isEqualTo(RequestState.APPROVED);
        accept(new Command.Schedule(null), REQUESTER);
        accept(new Command.StartSending(request.digest()), null);
        assertThat(request.state()).isEqualTo(RequestState.SENDING);
        accept(new Command.Complete(Map.of("SENT", 100L)), null);
        assertThat(request.state()).isEqualTo(RequestState.SENT);
    }

    @Test
    void anIncompleteRequestStaysADraftAndTheAttemptIsOnRecord() {
        Decision d = decide(new Command.Submit(request.digest(), Samples.lacking()), REQUESTER);
        assertThat(d).isInstanceOfSatisfying(Decision.RefusedOnRecord.class, r -> {
            assertThat(r.refusal().code()).isEqualTo(ErrorCode.INCOMPLETE);
            assertThat(r.refusal().missing()).extracting(Missing::field).containsExactly("details.PLACE");
            assertThat(r.refusal().text().tr()).isEqualTo("Eksik bilgi: Yer.");
            assertThat(r.next().state()).isEqualTo(RequestState.DRAFT);
            assertThat(r.events()).extracting(Event::type).containsExactly(EventType.SUBMISSION_REFUSED);
        });
    }

    @Test
    void withoutAPolicyTheAnswerIsNo() {
        Command.Submission none = new Command.Submission(List.of(), List.of(), 100, null, Set.of());
        assertRefused(new Command.Submit(request.digest(), none), REQUESTER, ErrorCode.NO_POLICY);
    }

    @Test
    void aPolicyMayDenyAndAStepMayHaveNobodyLeft() {
        PolicyDenial denial = new PolicyDenial("X", ErrorCode.POLICY_DENIED.text());
        assertRefused(
                new Command.Submit(
                        request.digest(), new Command.Submission(List.of(), List.of(), 100, denial, Set.of())),
                REQUESTER,
                ErrorCode.POLICY_DENIED);
        assertRefused(
                new Command.Submit(
                        request.digest(),
                        new Command.Submission(List.of(), List.of(), 100, Samples.plan(), Set.of("dean"))),
                REQUESTER,
                ErrorCode.NO_APPROVER);
    }

    @Test
    void theWrongTwentyThreeThousandAreNotMailed() {
        Command.Submission many = new Command.Submission(List.of(), List.of(), 23_412, Samples.plan(), Set.of());
        Decision d = decide(new Command.Submit(request.digest(), many), REQUESTER);
        assertThat(d).isInstanceOfSatisfying(Decision.RefusedOnRecord.class, r -> {
            assertThat(r.refusal().code()).isEqualTo(ErrorCode.AUDIENCE_SIZE);
            assertThat(r.refusal().text().tr()).contains("100", "23412");
            assertThat(r.next().state()).isEqualTo(RequestState.DRAFT);
        });
        Command.Submission nobody = new Command.Submission(List.of(), List.of(), 0, Samples.plan(), Set.of());
        assertRefused(new Command.Submit(request.digest(), nobody), REQUESTER, ErrorCode.AUDIENCE_EMPTY);
    }

    @Test
    void whoeverTouchedTheRequestDecidesNothing() {
        RequestForm other = Samples.form("Başka bir metin.");
        accept(revise(other, Samples.passing()), EDITOR);
        submit();
        for (PersonId toucher : List.of(REQUESTER, EDITOR)) {
            assertRefused(approve(AS_DEAN), toucher, ErrorCode.APPROVER_TOUCHED);
            assertRefused(
                    new Command.Reject(ReasonCode.OTHER, "", List.of(AS_DEAN)), toucher, ErrorCode.APPROVER_TOUCHED);
        }
        Standing forTheEditor = new Standing("dean", EDITOR);
        assertRefused(approve(forTheEditor), DEPUTY, ErrorCode.APPROVER_NO_AUTHORITY);
        assertRefused(new Command.Approve(request.digest(), List.of()), STRANGER, ErrorCode.APPROVER_NO_AUTHORITY);
    }

    @Test
    void oneCommaVoidsWhatWasApprovedAndAsksAgain() {
        submit();
        accept(approve(AS_DEAN), DEAN);
        String seen = request.digest();
        Decision d = decide(revise(Samples.form("Kütüphane, 22.00'ye kadar açıktır."), Samples.passing()), REQUESTER);
        assertThat(d).isInstanceOfSatisfying(Decision.Accepted.class, a -> {
            assertThat(a.events())
                    .extracting(Event::type)
                    .containsExactly(EventType.REVISED, EventType.APPROVALS_VOIDED, EventType.SUBMITTED);
            request = a.next();
        });
        assertThat(request.state()).isEqualTo(RequestState.IN_APPROVAL);
        assertThat(request.approvals()).isEmpty();
        assertRefused(new Command.Approve(seen, List.of(AS_DEAN)), DEAN, ErrorCode.APPROVAL_STALE);
    }

    @Test
    void aChangeAfterApprovalThatDoesNotPassMakesADraftAgain() {
        approved();
        accept(revise(Samples.form("Yeni metin"), Samples.lacking()), REQUESTER);
        assertThat(request.state()).isEqualTo(RequestState.DRAFT);
        assertThat(request.approvals()).isEmpty();
        assertRefused(new Command.Schedule(null), REQUESTER, ErrorCode.STATE);
    }

    @Test
    void aSecondClickChangesNothing() {
        submit();
        accept(approve(AS_DEAN), DEAN);
        Decision again = decide(approve(AS_DEAN), DEAN);
        assertThat(again).isEqualTo(new Decision.Accepted(request, List.of()));
    }

    @Test
    void aSecondClickOfADecisionGivesTheFirstResultAndAnotherPersonIsTold() {
        submit();
        Command reject = new Command.Reject(ReasonCode.NOT_SUITABLE, "hayır", List.of(AS_DEAN));
        accept(reject, DEAN);
        assertThat(decide(reject, DEAN)).isEqualTo(new Decision.Accepted(request, List.of()));
        assertRefused(new Command.Reject(ReasonCode.OTHER, "", List.of(AS_REGISTRAR)), REGISTRAR, ErrorCode.STATE);
        request = Lifecycle.create(Samples.create(Samples.form()), REQUESTER, NOON)
                .next();
        submit();
        Command back = new Command.RequestChanges(ReasonCode.OTHER, "saat", List.of(AS_DEAN));
        accept(back, DEAN);
        assertThat(decide(back, DEAN)).isEqualTo(new Decision.Accepted(request, List.of()));
        accept(new Command.Cancel("vazgeçildi"), REQUESTER);
        assertThat(decide(new Command.Cancel("vazgeçildi"), REQUESTER))
                .isEqualTo(new Decision.Accepted(request, List.of()));
    }

    @Test
    void aQuorumCountsPersonsAndAuthoritiesOnce() {
        request = Lifecycle.create(Samples.create(Samples.form()), REQUESTER, NOON)
                .next();
        accept(
                new Command.Submit(
                        request.digest(), Samples.passing(Samples.plan(Samples.step("board", 1, 2, DEAN, REGISTRAR)))),
                REQUESTER);
        accept(approve(new Standing("board", null)), DEAN);
        accept(approve(new Standing("board", DEAN)), DEPUTY);
        assertThat(request.state())
                .as("the dean and the dean's deputy are one voice")
                .isEqualTo(RequestState.IN_APPROVAL);
        accept(approve(new Standing("board", null)), REGISTRAR);
        assertThat(request.state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void laterStepsWaitForEarlierOnes() {
        accept(
                new Command.Submit(
                        request.digest(),
                        Samples.passing(Samples.plan(
                                Samples.step("dean", 1, 1, DEAN), Samples.step("registrar", 2, 1, REGISTRAR)))),
                REQUESTER);
        assertRefused(approve(AS_REGISTRAR), REGISTRAR, ErrorCode.APPROVER_NO_AUTHORITY);
        accept(approve(AS_DEAN), DEAN);
        accept(approve(AS_REGISTRAR), REGISTRAR);
        assertThat(request.state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void oneRejectionEndsItAndAReturnGoesBackToTheRequester() {
        submit();
        accept(new Command.RequestChanges(ReasonCode.WRONG_INFORMATION, "saat 14:00", List.of(AS_DEAN)), DEAN);
        assertThat(request.state()).isEqualTo(RequestState.CHANGES_REQUESTED);
        assertThat(request.remark()).isEqualTo("WRONG_INFORMATION");
        submit();
        accept(new Command.Reject(ReasonCode.NOT_SUITABLE, "uygun değil", List.of(AS_REGISTRAR)), REGISTRAR);
        assertThat(request.state()).isEqualTo(RequestState.REJECTED);
    }

    @Test
    void anotherDigestThanTheApprovedOneIsNotSent() {
        approved();
        accept(new Command.Schedule(null), REQUESTER);
        assertRefused(new Command.StartSending("0".repeat(64)), null, ErrorCode.DIGEST_MISMATCH);
        accept(new Command.RefuseSending("DIGEST", "içerik değişmiş"), null);
        assertThat(request.state()).isEqualTo(RequestState.CHANGES_REQUESTED);
        assertThat(request.approvals()).isEmpty();
    }

    @Test
    void timesOutsideOfTheWindowAreRefused() {
        RequestForm late = Samples.form().toBuilder()
                .window(new SendingWindow(NOON.plus(Duration.ofHours(2)), NOON.plus(Duration.ofHours(4))))
                .build();
        request = Lifecycle.create(Samples.create(late), REQUESTER, NOON).next();
        approved();
        assertRefused(new Command.Schedule(NOON.plus(Duration.ofHours(1))), REQUESTER, ErrorCode.TIME_INVALID);
        assertRefused(new Command.Schedule(NOON.plus(Duration.ofHours(4))), REQUESTER, ErrorCode.TIME_INVALID);
        accept(new Command.Schedule(null), REQUESTER);
        assertThat(request.sendAt()).isEqualTo(NOON.plus(Duration.ofHours(2)));
        assertRefused(new Command.StartSending(request.digest()), null, ErrorCode.TIME_INVALID);
    }

    @Test
    void aPausedRequestGoesBackToWhereItWas() {
        approved();
        accept(new Command.Schedule(null), REQUESTER);
        accept(new Command.Pause("PERSON", "bekleyin"), REQUESTER);
        assertThat(request.pausedFrom()).isEqualTo(RequestState.SCHEDULED);
        accept(new Command.Resume(), REQUESTER);
        assertThat(request.state()).isEqualTo(RequestState.SCHEDULED);
        accept(new Command.StartSending(request.digest()), null);
        accept(new Command.Pause("PERSON", "bekleyin"), REQUESTER);
        accept(new Command.Resume(), REQUESTER);
        assertThat(request.state()).isEqualTo(RequestState.SENDING);
    }

    @ParameterizedTest
    @EnumSource(RequestState.class)
    void whatTheTableDoesNotNameIsRefusedInEveryState(RequestState state) {
        MailRequest r = in(state);
        Map<Action, Command> one = commands(r);
        assertThat(one.keySet()).containsExactlyInAnyOrder(Action.values());
        one.forEach((action, command) -> {
            Set<RequestState> targets = TransitionTable.targets(state, action);
            // somebody who did nothing before, so that nothing is a second click of his
            Decision d = Lifecycle.decide(r, command, STRANGER, NOON);
            if (action == Action.SUBMIT && state == RequestState.IN_APPROVAL) {
                assertThat(d).as("a second submission").isEqualTo(new Decision.Accepted(r, List.of()));
            } else if (targets.isEmpty()) {
                assertThat(d).as(state + " × " + action).isInstanceOfSatisfying(Decision.Refused.class, x -> {
                    assertThat(x.refusal().code()).isEqualTo(ErrorCode.STATE);
                    assertThat(x.refusal().allowed()).isEqualTo(Lifecycle.allowed(state));
                });
            } else if (d instanceof Decision.Accepted a) {
                assertThat(targets).as(state + " × " + action).contains(a.next().state());
            }
        });
    }

    @Test
    void terminalStatesAbsorbAndEveryStateCanBeReached() {
        for (RequestState s : RequestState.values()) {
            for (Action a : Action.values()) {
                if (s.terminal()) {
                    assertThat(TransitionTable.targets(s, a)).isSubsetOf(s);
                }
            }
            boolean reached = s == RequestState.DRAFT;
            for (RequestState from : RequestState.values()) {
                for (Action a : Action.values()) {
                    reached |= from != s && TransitionTable.targets(from, a).contains(s);
                }
            }
            assertThat(reached).as(s + " is reached").isTrue();
        }
    }

    private static Map<Action, Command> commands(MailRequest r) {
        Map<Action, Command> m = new EnumMap<>(Action.class);
        for (Command c : List.of(
                new Command.Revise(
                        r.version(), Samples.form("x"), Samples.digest(Samples.form("x")), Samples.passing()),
                new Command.Submit(r.digest(), Samples.passing()),
                new Command.Approve(r.digest(), List.of(AS_DEAN)),
                new Command.RequestChanges(ReasonCode.OTHER, "", List.of(AS_DEAN)),
                new Command.Reject(ReasonCode.OTHER, "", List.of(AS_DEAN)),
                new Command.Cancel(""),
                new Command.Schedule(null),
                new Command.Pause("X", ""),
                new Command.Resume(),
                new Command.Comment("x"),
                new Command.WithdrawApproval(""),
                new Command.Delegate(STRANGER, "", List.of(AS_DEAN)),
                new Command.HandOver(STRANGER, ""),
                new Command.CloseReview(true, true, ""),
                new Command.Remind("dean"),
                new Command.Escalate("dean"),
                new Command.WarnExpiry(NOON),
                new Command.StartSending(r.digest()),
                new Command.RefuseSending("X", ""),
                new Command.RecordExpansion(1, 0, 0, 0),
                new Command.Complete(Map.of()),
                new Command.Expire(""),
                new Command.Note(EventType.REPLY_RECEIVED, Map.of()),
                RandomCommands.release(r))) {
            m.put(c.action(), c);
        }
        return m;
    }

    /** A request in any state, reached by commands alone. */
    private MailRequest in(RequestState state) {
        switch (state) {
            case DRAFT -> {}
            case IN_APPROVAL -> submit();
            case CHANGES_REQUESTED -> {
                submit();
                accept(new Command.RequestChanges(ReasonCode.OTHER, "", List.of(AS_DEAN)), DEAN);
            }
            case REJECTED -> {
                submit();
                accept(new Command.Reject(ReasonCode.OTHER, "", List.of(AS_DEAN)), DEAN);
            }
            case CANCELLED -> accept(new Command.Cancel(""), REQUESTER);
            case EXPIRED -> accept(new Command.Expire(""), null);
            default -> {
                approved();
                if (state != RequestState.APPROVED) {
                    accept(new Command.Schedule(null), REQUESTER);
                }
                if (state == RequestState.PAUSED) {
                    accept(new Command.Pause("X", ""), REQUESTER);
                }
                if (state == RequestState.SENDING || state == RequestState.SENT) {
                    accept(new Command.StartSending(request.digest()), null);
                }
                if (state == RequestState.SENT) {
                    accept(new Command.Complete(Map.of()), null);
                }
            }
        }
        assertThat(request.state()).isEqualTo(state);
        return request;
    }

    private void approved() {
        submit();
        accept(approve(AS_DEAN), DEAN);
        accept(approve(AS_REGISTRAR), REGISTRAR);
    }

    private void submit() {
        accept(new Command.Submit(request.digest(), Samples.passing()), REQUESTER);
    }

    private Command.Revise revise(RequestForm form, Command.Submission submission) {
        return new Command.Revise(request.version(), form, Samples.digest(form), submission);
    }

    private Command.Approve approve(Standing standing) {
        return new Command.Approve(request.digest(), List.of(standing));
    }

    private Decision decide(Command command, @Nullable PersonId actor) {
        return Lifecycle.decide(request, command, actor, NOON);
    }

    private void accept(Command command, @Nullable PersonId actor) {
        Decision d = decide(command, actor);
        assertThat(d).as(command.action() + " in " + request.state()).isInstanceOf(Decision.Accepted.class);
        request = ((Decision.Accepted) d).next();
    }

    private void assertRefused(Command command, @Nullable PersonId actor, ErrorCode code) {
        assertThat(decide(command, actor))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        r -> assertThat(r.refusal().code()).isEqualTo(code));
    }
}
