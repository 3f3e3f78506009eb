package org.peyk.internal.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.Action;
import org.peyk.CheckedFinding;
import org.peyk.ErrorCode;
import org.peyk.FindingRelease;
import org.peyk.MailRequest;
import org.peyk.Missing;
import org.peyk.RefusedException.Refusal;
import org.peyk.RequestState;
import org.peyk.internal.lifecycle.Command.Standing;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.SendingWindow;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.approval.ApprovalStep;
import org.peyk.spi.event.EventType;

/**
 * Decides commands. Pure: the same request, command, actor and moment give the same decision, and nothing is read or written.
 *
 * <p>Every accepted decision is held against the {@link TransitionTable}; one that leaves it is a programmer's error and never stored.
 */
public final class Lifecycle {

    private static final Set<ErrorCode> ON_RECORD =
            EnumSet.of(ErrorCode.INCOMPLETE, ErrorCode.BLOCKED_BY_FINDINGS, ErrorCode.AUDIENCE_SIZE);

    private Lifecycle() {}

    public static Decision.Accepted create(Command.Create c, PersonId actor, Instant at) {
        Event created = new Event.Created(c.requester(), c.form(), c.digest());
        return new Decision.Accepted(Evolution.created(c.id(), actor, at, (Event.Created) created), List.of(created));
    }

    /**
     * Decides one command.
     *
     * @param r the request as it is
     * @param command what is wanted
     * @param actor who wants it, or null for the process itself
     * @param at the moment
     */
    public static Decision decide(MailRequest r, Command command, @Nullable PersonId actor, Instant at) {
        if (Repeats.repeated(r, command, actor)) {
            return new Decision.Accepted(r, List.of());
        }
        Set<RequestState> targets = TransitionTable.targets(r.state(), command.action());
        if (targets.isEmpty()) {
            return refuse(r, ErrorCode.STATE, notNow(r, command.action()));
        }
        Decision d = rule(r, command, actor, at);
        if (d instanceof Decision.Accepted a
                && !a.events().isEmpty()
                && !targets.contains(a.next().state())) {
            throw new IllegalStateException(command.action() + " led from " + r.state() + " to "
                    + a.next().state() + ", which the table forbids");
        }
        return d;
    }

    private static Decision rule(MailRequest r, Command command, @Nullable PersonId actor, Instant at) {
        if (command instanceof Command.Revise c) {
            return revise(r, c, actor, at);
        } else if (command instanceof Command.Submit c) {
            return submit(r, c, actor, at);
        } else if (command instanceof Command.ReleaseFinding c) {
            return release(r, c, Objects.requireNonNull(actor, "actor"), at);
        } else if (command instanceof Command.Approve c) {
            return approve(r, c, Objects.requireNonNull(actor, "actor"), at);
        } else if (command instanceof Command.RequestChanges c) {
            return decided(
                    r,
                    c.standings(),
                    actor,
                    at,
                    s -> new Event.ChangesRequested(c.reason().name(), c.note(), s.onBehalfOf()));
        } else if (command instanceof Command.Reject c) {
            return decided(
                    r,
                    c.standings(),
                    actor,
                    at,
                    s -> new Event.Rejected(c.reason().name(), c.note(), s.onBehalfOf()));
        } else if (command instanceof Command.Cancel c) {
            return accept(r, actor, at, new Event.Cancelled(c.note(), c.remark()));
        } else if (command instanceof Command.Schedule c) {
            return schedule(r, c, actor, at);
        } else if (command instanceof Command.Pause c) {
            return accept(r, actor, at, new Event.Paused(c.remark(), c.note()));
        } else if (command instanceof Command.Resume) {
            return accept(r, actor, at, new Event.Resumed());
        } else if (command instanceof Command.WithdrawApproval c) {
            return PeopleRules.withdraw(r, c, Objects.requireNonNull(actor, "actor"), at);
        } else if (command instanceof Command.Delegate c) {
            return PeopleRules.delegate(r, c, Objects.requireNonNull(actor, "actor"), at);
        } else if (command instanceof Command.HandOver c) {
            return PeopleRules.handOver(r, c, Objects.requireNonNull(actor, "actor"), at);
        } else if (command instanceof Command.CloseReview c) {
            return PeopleRules.closeReview(r, c, Objects.requireNonNull(actor, "actor"), at);
        } else if (command instanceof Command.Remind c) {
            return PeopleRules.remind(r, c, actor, at);
        } else if (command instanceof Command.Escalate c) {
            return PeopleRules.escalate(r, c, actor, at);
        } else if (command instanceof Command.WarnExpiry c) {
            return accept(r, actor, at, new Event.ExpiryNear(c.expiresAt()));
        } else if (command instanceof Command.Comment c) {
            return accept(r, actor, at, new Event.Noted(EventType.COMMENTED, Map.of("text", c.text())));
        } else if (command instanceof Command.StartSending c) {
            return startSending(r, c, actor, at);
        } else if (command instanceof Command.RefuseSending c) {
            return accept(r, actor, at, voided(r, new Event.SendingRefused(c.remark(), c.note())));
        } else if (command instanceof Command.RecordExpansion c) {
            return accept(r, actor, at, new Event.Expanded(c.planned(), c.folded(), c.rejected(), c.excluded()));
        } else if (command instanceof Command.Complete c) {
            return accept(r, actor, at, new Event.Sent(c.counts()));
        } else if (command instanceof Command.Expire c) {
            return accept(r, actor, at, new Event.Expired(c.note()));
        } else if (command instanceof Command.Note c) {
            return accept(r, actor, at, new Event.Noted(c.type(), c.data()));
        }
        throw new IllegalArgumentException(
                "unknown command " + command.getClass().getSimpleName());
    }

    private static Decision revise(MailRequest r, Command.Revise c, @Nullable PersonId actor, Instant at) {
        if (c.expectedVersion() < r.editVersion() || c.expectedVersion() > r.version()) {
            return refuse(r, ErrorCode.VERSION_CONFLICT, ErrorCode.VERSION_CONFLICT.text());
        }
        if (c.digest().equals(r.digest()) && c.form().equals(r.form())) {
            return new Decision.Accepted(r, List.of());
        }
        List<Event> events = new ArrayList<>();
        events.add(new Event.Revised(r.revision() + 1, c.form(), c.digest()));
        if (!r.approvals().isEmpty()) {
            events.add(new Event.ApprovalsVoided(r.approvals().size()));
        }
        MailRequest revised = Evolution.apply(r, events, actor, at);
        boolean wasSubmitted = r.state() != RequestState.DRAFT && r.state() != RequestState.CHANGES_REQUESTED;
        if (wasSubmitted) {
            Decision again = submit(revised, new Command.Submit(c.digest(), c.submission()), actor, at);
            if (again instanceof Decision.Accepted ok) {
                events.addAll(ok.events());
                return new Decision.Accepted(ok.next(), events);
            }
        }
        return new Decision.Accepted(revised, events);
    }

    private static Decision submit(MailRequest r, Command.Submit c, @Nullable PersonId actor, Instant at) {
        if (!c.digest().equals(r.digest())) {
            return refuse(r, ErrorCode.VERSION_CONFLICT, ErrorCode.VERSION_CONFLICT.text());
        }
        return Submissions.refusal(r, c.submission(), at)
                .<Decision>map(refusal -> {
                    List<String> missing =
                            refusal.missing().stream().map(Missing::field).toList();
                    // Incomplete and blocked submissions are facts the process is measured by, and that an audience was
                    // not of the
                    // expected size is one that later submissions rest on; wrong settings are not.
                    if (!ON_RECORD.contains(refusal.code())) {
                        return new Decision.Refused(refusal);
                    }
                    List<Event> events =
                            List.of(new Event.SubmissionRefused(refusal.code().code(), missing));
                    return new Decision.RefusedOnRecord(refusal, Evolution.apply(r, events, actor, at), events);
                })
                .orElseGet(() -> accept(r, actor, at, Submissions.submitted(r, c.submission())));
    }

    private static Decision release(MailRequest r, Command.ReleaseFinding c, PersonId actor, Instant at) {
        CheckedFinding f = c.finding();
        if (r.releases().stream().anyMatch(x -> x.key().equals(f.key()))) {
            return new Decision.Accepted(r, List.of());
        }
        if (f.finding().severity() == org.peyk.spi.check.Severity.BLOCK && !c.dataProtection()) {
            return refuse(
                    r,
                    ErrorCode.NOT_PERMITTED,
                    LocalizedText.of(
                            "Engelleyen bir bulguyu yalnızca veri koruma sorumlusu serbest bırakabilir.",
                            "Only the data-protection officer may release a blocking finding."));
        }
        boolean law = f.finding().legalBasis() != null;
        if (c.reason().isBlank() || (law && c.legalBasis().isBlank())) {
            return refuse(r, ErrorCode.JUSTIFICATION_NEEDED, ErrorCode.JUSTIFICATION_NEEDED.text());
        }
        return accept(
                r,
                actor,
                at,
                new Event.FindingReleased(
                        f.finding().code(),
                        new FindingRelease(f.key(), actor, c.dataProtection(), c.legalBasis(), c.reason(), at)));
    }

    private static Decision approve(MailRequest r, Command.Approve c, PersonId actor, Instant at) {
        if (r.touchers().contains(actor)) {
            return refuse(r, ErrorCode.APPROVER_TOUCHED, ErrorCode.APPROVER_TOUCHED.text());
        }
        if (!c.digest().equals(r.digest())) {
            return refuse(r, ErrorCode.APPROVAL_STALE, ErrorCode.APPROVAL_STALE.text());
        }
        List<ApprovalStep> open = Steps.open(r.plan(), r.approvals());
        List<Event> events = new ArrayList<>();
        for (Standing s : usable(r, c.standings(), open)) {
            boolean already = r.approvals().stream().anyMatch(a -> a.step().equals(s.step()) && a.by().equals(actor));
            boolean twice = events.stream()
                    .anyMatch(
                            e -> e instanceof Event.ApprovalGiven g && g.step().equals(s.step()));
            if (!already && !twice) {
                events.add(new Event.ApprovalGiven(s.step(), s.onBehalfOf(), r.digest()));
            }
        }
        if (events.isEmpty()) {
            boolean decidedBefore = r.approvals().stream().anyMatch(a -> a.by().equals(actor));
            return decidedBefore
                    ? new Decision.Accepted(r, List.of())
                    : refuse(r, ErrorCode.APPROVER_NO_AUTHORITY, ErrorCode.APPROVER_NO_AUTHORITY.text());
        }
        MailRequest next = Evolution.apply(r, events, actor, at);
        if (Steps.allDone(Objects.requireNonNull(next.plan(), "plan"), next.approvals())) {
            events.addAll(approvedBy(next.plan(), r.digest()));
            next = Evolution.apply(r, events, actor, at);
        }
        return new Decision.Accepted(next, events);
    }

    /** The end of approval; a permission that was used is looked at afterwards. */
    static List<Event> approvedBy(ApprovalPlan plan, String digest) {
        Event approved = new Event.Approved(digest);
        return plan.review() == null ? List.of(approved) : List.of(approved, new Event.ReviewOpened(plan.review()));
    }

    private static Decision decided(
            MailRequest r,
            List<Standing> standings,
            @Nullable PersonId actor,
            Instant at,
            java.util.function.Function<Standing, Event> event) {
        if (r.touchers().contains(Objects.requireNonNull(actor, "actor"))) {
            return refuse(r, ErrorCode.APPROVER_TOUCHED, ErrorCode.APPROVER_TOUCHED.text());
        }
        List<Standing> usable = usable(r, standings, Steps.open(r.plan(), r.approvals()));
        if (usable.isEmpty()) {
            return refuse(r, ErrorCode.APPROVER_NO_AUTHORITY, ErrorCode.APPROVER_NO_AUTHORITY.text());
        }
        return accept(r, actor, at, voided(r, event.apply(usable.get(0))));
    }

    /** Standings in open steps; nobody acts for a principal who touched the request, as that would be the principal's own approval. */
    static List<Standing> usable(MailRequest r, List<Standing> standings, List<ApprovalStep> open) {
        return standings.stream()
                .filter(s -> open.stream().anyMatch(o -> o.id().equals(s.step())))
                .filter(s -> s.onBehalfOf() == null || !r.touchers().contains(s.onBehalfOf()))
                .toList();
    }

    private static Decision schedule(MailRequest r, Command.Schedule c, @Nullable PersonId actor, Instant at) {
        SendingWindow w = r.form().window();
        Instant earliest = r.times().earliest();
        if (c.at() != null && earliest != null && c.at().isBefore(earliest)) {
            return refuse(r, ErrorCode.LEAD_TIME, Submissions.leadTime(r.times()));
        }
        Instant sendAt = c.at() == null ? latest(at, w.notBefore(), earliest) : c.at();
        boolean tooEarly = sendAt.isBefore(at) || (w.notBefore() != null && sendAt.isBefore(w.notBefore()));
        boolean tooLate = r.times().end() != null && !sendAt.isBefore(r.times().end());
        if (tooEarly || tooLate) {
            return refuse(r, ErrorCode.TIME_INVALID, ErrorCode.TIME_INVALID.text());
        }
        return accept(r, actor, at, new Event.Scheduled(sendAt));
    }

    private static Instant latest(Instant at, @Nullable Instant... others) {
        Instant latest = at;
        for (Instant other : others) {
            latest = other != null && other.isAfter(latest) ? other : latest;
        }
        return latest;
    }

    private static Decision startSending(MailRequest r, Command.StartSending c, @Nullable PersonId actor, Instant at) {
        if (!c.digest().equals(r.digest())) {
            return refuse(r, ErrorCode.DIGEST_MISMATCH, ErrorCode.DIGEST_MISMATCH.text());
        }
        boolean approved = r.plan() != null
                && r.approvals().stream().allMatch(a -> a.digest().equals(c.digest()))
                && Steps.allDone(r.plan(), r.approvals());
        if (!approved) {
            return refuse(r, ErrorCode.NOT_APPROVED, ErrorCode.NOT_APPROVED.text());
        }
        Instant sendAt = r.sendAt();
        if (sendAt == null || at.isBefore(sendAt)) {
            return refuse(r, ErrorCode.TIME_INVALID, ErrorCode.TIME_INVALID.text());
        }
        return accept(r, actor, at, new Event.SendingStarted(c.digest()));
    }

    /** An event, after a note that the approvals so far are void, if there are any. */
    private static Event[] voided(MailRequest r, Event event) {
        return r.approvals().isEmpty()
                ? new Event[] {event}
                : new Event[] {new Event.ApprovalsVoided(r.approvals().size()), event};
    }

    static Decision accept(MailRequest r, @Nullable PersonId actor, Instant at, Event... events) {
        List<Event> list = List.of(events);
        return new Decision.Accepted(Evolution.apply(r, list, actor, at), list);
    }

    static Decision refuse(MailRequest r, ErrorCode code, LocalizedText text) {
        return new Decision.Refused(new Refusal(code, text, allowed(r.state()), List.of(), List.of()));
    }

    /** What people can do in a state. */
    public static Set<Action> allowed(RequestState state) {
        Set<Action> allowed = EnumSet.noneOf(Action.class);
        for (Action a : TransitionTable.actions(state)) {
            if (a.byPerson()) {
                allowed.add(a);
            }
        }
        return allowed;
    }

    private static LocalizedText notNow(MailRequest r, Action action) {
        LocalizedText state = r.state().label();
        LocalizedText what = action.label();
        return LocalizedText.of(
                "“" + what.tr() + "” işlemi “" + state.tr() + "” durumunda yapılamaz.",
                "“" + what.en() + "” cannot be done in state “" + state.en() + "”.");
    }
}
