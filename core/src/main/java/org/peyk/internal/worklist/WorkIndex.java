package org.peyk.internal.worklist;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.MailRequest;
import org.peyk.calendar.WorkingCalendar;
import org.peyk.internal.lifecycle.Event;
import org.peyk.internal.store.CommitHook;
import org.peyk.internal.store.SummaryRows;
import org.peyk.internal.store.SummaryRows.Summary;
import org.peyk.internal.store.WaitingRows;
import org.peyk.spi.Sha256;

/**
 * Keeps what work lists are read from beside each request, in the transaction that changes it. It looks at the request as it is and at no
 * event, so that whatever changes a request's state, steps or people is in the lists by itself.
 */
public final class WorkIndex implements CommitHook {

    private static final int SUBJECT = 300;

    private final WorkingCalendar calendar;
    private final ZoneId zone;

    public WorkIndex(WorkingCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    @Override
    public void inTransaction(Connection c, MailRequest after, List<Event> events) throws SQLException {
        OpenSteps open = OpenSteps.of(after, calendar, zone);
        String digest = open.waiting().isEmpty() ? null : digest(after, open);
        Summary summary = summary(after, open, digest);
        if (events.get(0) instanceof Event.Created) {
            SummaryRows.insert(c, summary);
            return;
        }
        String stored = SummaryRows.waitingDigest(c, after.id());
        if (stored != null && !stored.equals(digest)) {
            WaitingRows.remove(c, after.id());
        }
        if (digest != null && !digest.equals(stored)) {
            WaitingRows.put(c, after, open.roles(), open.waiting(), open.barred());
        }
        SummaryRows.update(c, summary);
    }

    private static String digest(MailRequest r, OpenSteps open) {
        String all = r.progress().waitingSince() + "|" + open.waiting() + "|" + open.barred();
        return Sha256.hex(all.getBytes(StandardCharsets.UTF_8));
    }

    private static Summary summary(MailRequest r, OpenSteps open, @Nullable String digest) {
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
                r.updatedAt(),
                digest);
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
