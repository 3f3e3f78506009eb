package org.peyk.internal.reply;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.peyk.DeliveryState;
import org.peyk.MailRequest;
import org.peyk.calendar.WorkingDate;
import org.peyk.internal.store.MailboxRows;
import org.peyk.internal.store.ReplyCaseRows;
import org.peyk.internal.store.ReplyRows;
import org.peyk.internal.store.ReplyRows.DeliveryLookup;
import org.peyk.internal.store.RequestRows;
import org.peyk.spi.UnitId;
import org.peyk.spi.mailbox.IncomingKind;
import org.peyk.spi.mailbox.IncomingMail;
import org.peyk.spi.mailbox.MailboxPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a page of mails in, inside the transaction that also moves the mailbox's cursor. */
final class IntakePage {

    private static final Logger LOG = LoggerFactory.getLogger(IntakePage.class);

    private final RequestRows requests;
    private final ReplySettings settings;
    private final @Nullable AnswerIntake answers;
    private final AtomicBoolean warned = new AtomicBoolean();

    IntakePage(RequestRows requests, ReplySettings settings, @Nullable AnswerIntake answers) {
        this.requests = requests;
        this.settings = settings;
        this.answers = answers;
    }

    /**
     * What a page brought.
     *
     * @param mails new mails by kind
     * @param known mails that were taken in before
     * @param more whether the mailbox holds more
     */
    record Taken(Map<IncomingKind, Long> mails, long known, boolean more) {}

    Taken take(Connection c, String mailbox, MailboxPage page, boolean more, Instant now) throws SQLException {
        Map<IncomingKind, Long> mails = new EnumMap<>(IncomingKind.class);
        LinkFinder links = LinkFinder.of(c, page.mails(), settings.returnPath());
        long known = 0;
        for (IncomingMail mail : page.mails()) {
            AnswerIntake.Taken answer = answers == null ? AnswerIntake.Taken.NO : answers.take(c, mailbox, mail);
            if (answer == AnswerIntake.Taken.NEW) {
                mails.merge(mail.kind(), 1L, Long::sum);
            } else if (answer == AnswerIntake.Taken.KNOWN || ReplyRows.seen(c, mailbox, mail)) {
                known++;
            } else {
                take(c, mailbox, mail, links.find(mail), now);
                mails.merge(mail.kind(), 1L, Long::sum);
            }
        }
        MailboxRows.move(c, mailbox, page.cursor());
        return new Taken(mails, known, more);
    }

    private void take(Connection c, String mailbox, IncomingMail mail, Optional<ReplyLink> found, Instant now)
            throws SQLException {
        ReplyLink link = found.orElse(null);
        UnitId unit = null;
        if (link != null && mail.kind() == IncomingKind.HUMAN_REPLY) {
            unit = unit(c, link);
        }
        DeliveryLookup about = link == null ? null : link.delivery();
        String doubt = about == null ? null : doubt(c, about, now);
        long id = ReplyRows.insert(c, mailbox, mail, about, link == null ? null : link.status(), doubt);
        if (link != null && unit != null) {
            ReplyCaseRows.insert(c, id, link.delivery().request(), unit, now, due(mail.receivedAt()));
        } else if (link != null && mail.kind() == IncomingKind.BOUNCE && link.failed()) {
            bounce(c, link, mail.receivedAt());
        }
    }

    private Instant due(Instant received) {
        WorkingDate due = settings.calendar().due(received, settings.dueWorkingDays(), settings.zone());
        if (due.warning().isPresent() && warned.compareAndSet(false, true)) {
            LOG.warn(
                    "an answer is due on {}: {}",
                    due.date(),
                    due.warning().get().en());
        }
        return due.closing();
    }

    /** The unit that answers. */
    private @Nullable UnitId unit(Connection c, ReplyLink link) throws SQLException {
        Optional<MailRequest> request = requests.find(c, link.delivery().request());
        if (request.isEmpty()) {
            return null;
        }
        UnitId replyUnit = request.get().form().replyUnit();
        return replyUnit == null ? request.get().requester().unit() : replyUnit;
    }

    /**
     * Whatever comes back about a message proves that a server had taken it, so a message in doubt was sent. While it is still being sent nothing is
     * known yet; that is looked at again later.
     */
    private static @Nullable String doubt(Connection c, DeliveryLookup about, Instant now) throws SQLException {
        if (about.state().equals(DeliveryState.IN_FLIGHT.name())) {
            return "WAITING";
        }
        return ReplyRows.settle(c, about.id(), now) ? "SETTLED" : null;
    }

    /** One bounce per message counts: two servers that report the same message have not seen the address twice. */
    private static void bounce(Connection c, ReplyLink link, Instant at) throws SQLException {
        if (ReplyRows.bounced(c, link.delivery().id(), at, link.status()) && link.dead()) {
            ReplyRows.deadAddress(c, link.delivery(), link.status(), at);
        }
    }
}
