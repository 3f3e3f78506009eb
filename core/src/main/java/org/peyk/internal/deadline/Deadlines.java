package org.peyk.internal.deadline;

import java.time.Duration;
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
 * being sent expires by the sending itself, and a draft does not expire, as its author may still change the date. Nobody is warned of a
 * sending that lies in good time before the end, even in the last working day: it is on its way. One that has not begun at its time is not.
 */
public final class Deadlines {

    /** A requester is told of the end this many working days before. */
    public static final int WARNING_DAYS = 1;

    /** How long after its time a sending may take to begin before it counts as held up; half of what is left when that is less. */
    static final Duration HELD_UP = Duration.ofMinutes(15);

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
        }
        boolean warns = EXPIRING.contains(r.state()) || r.state() == RequestState.SCHEDULED;
        if (end != null && warns && !end.equals(r.progress().warnedOf())) {
            all.add(new Due(warning(r, end), new Command.WarnExpiry(end)));
        }
        if (r.state() == RequestState.IN_APPROVAL) {
            steps(r, all);
        }
        return all;
    }

    /** Some working days before the end; of a sending that is to begin later than that, once it should have begun and has not. */
    private Instant warning(MailRequest r, Instant end) {
        Instant before = calendar.before(end, WARNING_DAYS, zone);
        Instant begins = r.sendAt();
        if (r.state() != RequestState.SCHEDULED || begins == null) {
            return before;
        }
        Duration half = Duration.between(begins, end).dividedBy(2);
        Instant heldUp = begins.plus(half.compareTo(HELD_UP) < 0 ? half : HELD_UP);
        return heldUp.isAfter(before) ? heldUp : before;
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
            if (t.escalateAfter() > 0 && !p.escalated().contains(step.id())) {
                all.add(new Due(calendar.after(since, t.escalateAfter(), zone), new Command.Escalate(step.id())));
            }
            if (t.remindAfter() > 0 && !p.reminded().contains(step.id())) {
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
