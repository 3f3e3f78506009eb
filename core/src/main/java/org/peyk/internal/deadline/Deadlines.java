package org.peyk.internal.deadline;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.ApprovalProgress;
import org.peyk.MailRequest;
import org.peyk.RequestState;
import org.peyk.calendar.WorkingCalendar;
import org.peyk.internal.lifecycle.Command;
import org.peyk.internal.lifecycle.Steps;
import org.peyk.spi.approval.ApprovalStep;
import org.peyk.spi.approval.StepTiming;

/**
 * What time will ask for, of a request as it is now: pure, so that it can be asked before every decision anew. A request that is scheduled or
 * being sent expires by the sending itself, and a draft does not expire, as its author may still change the date.
 */
public final class Deadlines {

    /** A requester is told of the end this many working days before. */
    public static final int WARNING_DAYS = 1;

    private static final Set<RequestState> EXPIRING =
            EnumSet.of(RequestState.IN_APPROVAL, RequestState.APPROVED, RequestState.PAUSED);

    private final WorkingCalendar calendar;
    private final ZoneId zone;

    public Deadlines(WorkingCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    /** Something that becomes due. */
    public record Due(Instant at, Command command) {}

    /** When something becomes due next; nothing when nothing will. */
    public Optional<Instant> next(MailRequest r) {
        return all(r).stream().map(Due::at).min(Comparator.naturalOrder());
    }

    /** What is due first of all that is due by now. */
    public Optional<Due> due(MailRequest r, Instant now) {
        return all(r).stream().filter(d -> !d.at().isAfter(now)).findFirst();
    }

    /** Everything, the most final first: what has expired is neither escalated nor reminded of. */
    private List<Due> all(MailRequest r) {
        List<Due> all = new ArrayList<>();
        Instant end = r.times().end();
        if (end != null && EXPIRING.contains(r.state())) {
            all.add(new Due(end, new Command.Expire(Texts.EXPIRED)));
            if (!end.equals(r.progress().warnedOf())) {
                all.add(new Due(calendar.before(end, WARNING_DAYS, zone), new Command.WarnExpiry(end)));
            }
        }
        if (r.state() == RequestState.IN_APPROVAL) {
            steps(r, all);
        }
        return all;
    }

    private void steps(MailRequest r, List<Due> all) {
        ApprovalProgress p = r.progress();
        @Nullable Instant since = p.waitingSince();
        if (since == null) {
            return;
        }
        List<Due> reminders = new ArrayList<>();
        for (ApprovalStep step : Steps.open(r.plan(), r.approvals())) {
            StepTiming t = step.timing();
            boolean escalated = p.escalated().contains(step.id());
            if (t.escalateAfter() > 0 && !escalated) {
                all.add(new Due(calendar.after(since, t.escalateAfter(), zone), new Command.Escalate(step.id())));
            }
            if (t.remindAfter() > 0 && !escalated && !p.reminded().contains(step.id())) {
                reminders.add(new Due(calendar.after(since, t.remindAfter(), zone), new Command.Remind(step.id())));
            }
        }
        all.addAll(reminders);
    }

    /** Sentences that go into the history. */
    private static final class Texts {
        static final String EXPIRED = "Süre doldu: bundan sonra gönderilse geç kalırdı."
                + " / The time is over: sent after this it would come too late.";
    }
}
