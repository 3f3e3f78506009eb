package org.peyk.internal.worklist;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.peyk.MailRequest;
import org.peyk.calendar.WorkingCalendar;
import org.peyk.internal.lifecycle.Event;
import org.peyk.internal.store.Change;
import org.peyk.internal.store.CommitHook;
import org.peyk.internal.store.SummaryRows;
import org.peyk.internal.store.SummaryRows.Summary;
import org.peyk.internal.store.WaitingRows;
import org.peyk.spi.directory.Role;

/**
 * Keeps what work lists are read from beside each request, in the transaction that changes it. It looks at the request as it is and at no
 * event, so that whatever changes a request's state, steps or people is in the lists by itself.
 */
public final class WorkIndex implements CommitHook {

    private static final int SUBJECT = 300;

    private final WorkingCalendar calendar;
    private final ZoneId zone;
    /** Roles that are written down already, so that they need not be looked for. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    public WorkIndex(WorkingCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    @Override
    public void with(Change change, @Nullable MailRequest before, MailRequest after, List<Event> events)
            throws SQLException {
        OpenSteps open = OpenSteps.of(after, calendar, zone);
        Summary summary = summary(after, open);
        if (before == null) {
            SummaryRows.insert(change, summary);
            return;
        }
        OpenSteps was = OpenSteps.of(before, calendar, zone);
        boolean anew = !Objects.equals(
                before.progress().waitingSince(), after.progress().waitingSince());
        if (anew && !was.waiting().isEmpty()) {
            WaitingRows.remove(change, after.id());
            was = OpenSteps.NONE;
        }
        WaitingRows.change(
                change,
                after,
                new WaitingRows.Rows<>(was.waiting(), open.waiting()),
                new WaitingRows.Rows<>(was.barred(), open.barred()));
        Map<String, Role> unknown = new TreeMap<>(open.roles());
        unknown.keySet().removeAll(known);
        if (!unknown.isEmpty()) {
            WaitingRows.register(change.now(), unknown);
        }
        SummaryRows.update(change, summary, !before.requester().equals(after.requester()));
    }

    /** Only what was committed is known for good. */
    @Override
    public void afterCommit(MailRequest after, List<Event> events) {
        known.addAll(OpenSteps.of(after, calendar, zone).roles().keySet());
    }

    private static Summary summary(MailRequest r, OpenSteps open) {
        return new Summary(
                r.id(),
                r.state(),
                r.form().purpose(),
                subject(r),
                r.requester(),
                open.ids(),
                open.ids().isEmpty() ? null : r.progress().waitingSince(),
                open.due(),
                late(r, open.due()),
                r.createdAt(),
                r.updatedAt());
    }

    private static @Nullable String subject(MailRequest r) {
        String subject =
                r.form().content().versionFor(null).map(v -> v.subject()).orElse("");
        if (subject.isEmpty()) {
            return null;
        }
        int most = Math.min(subject.length(), SUBJECT);
        boolean split = most < subject.length() && Character.isHighSurrogate(subject.charAt(most - 1));
        return subject.substring(0, split ? most - 1 : most);
    }

    /** When the request is late: its people should have decided, or it should have been sent. */
    private static @Nullable Instant late(MailRequest r, @Nullable Instant due) {
        Instant end = r.times().end() == null
                ? r.form().window().notAfter()
                : r.times().end();
        if (r.state().terminal()) {
            end = null;
        }
        if (due == null || end == null) {
            return due == null ? end : due;
        }
        return due.isBefore(end) ? due : end;
    }
}
