package org.peyk.internal.notice;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.peyk.NoticeState;
import org.peyk.ReadyNotice;
import org.peyk.internal.store.NoticeRows.Due;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryFeed;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.GateAnswer;
import org.peyk.spi.transport.Transport;

/**
 * Gives a session the notices that are due. A notice in doubt is sent again with the same Message-ID: told twice is better than not told, and
 * programs that know the Message-ID show it once.
 */
final class NoticeFeed implements DeliveryFeed {

    private final NoticeBooks books;
    private final NoticeMails mails;
    private final Transport transport;
    private final BooleanSupplier stopping;
    private final Deque<Due> due;
    private final Map<Long, Integer> open = new HashMap<>();
    private int finished;
    private boolean ended;

    NoticeFeed(NoticeBooks books, NoticeMails mails, Transport transport, List<Due> due, BooleanSupplier stopping) {
        this.books = books;
        this.mails = mails;
        this.transport = transport;
        this.due = new ArrayDeque<>(due);
        this.stopping = stopping;
    }

    @Override
    public @Nullable Delivery poll() {
        while (!ended && !stopping.getAsBoolean()) {
            Due next = due.poll();
            if (next == null) {
                return null;
            }
            Optional<ReadyNotice> ready = books.take(next);
            if (ready.isEmpty()) {
                finished++;
                continue;
            }
            String address = ready.get().person().address();
            if (address == null || !transport.accepts(address)) {
                books.over(next.notice().id(), NoticeState.UNREACHABLE, "NO_ADDRESS");
                finished++;
                continue;
            }
            open.put(next.notice().id(), next.notice().attempts() + 1);
            return mails.delivery(ready.get(), address, books.now());
        }
        return null;
    }

    @Override
    public @Nullable Delivery take() {
        return poll();
    }

    @Override
    public GateAnswer gate(Delivery delivery) {
        if (stopping.getAsBoolean()) {
            open.remove(delivery.id().value());
            books.giveBack(delivery.id().value());
            return GateAnswer.WITHDRAW;
        }
        return GateAnswer.PROCEED;
    }

    @Override
    public void report(Delivery delivery, DeliveryOutcome outcome) {
        long id = delivery.id().value();
        Integer attempt = open.remove(id);
        if (attempt == null) {
            throw new IllegalArgumentException("delivery is not one of this session's that are open");
        }
        finished++;
        if (outcome instanceof DeliveryOutcome.Accepted) {
            books.sent(id);
        } else if (outcome instanceof DeliveryOutcome.Refused r
                && (r.scope() == FailureScope.RECIPIENT || r.scope() == FailureScope.CONTENT)) {
            books.over(id, NoticeState.FAILED, "REFUSED_" + r.scope());
        } else {
            books.later(id, attempt, reason(outcome));
            ended = ended || !(outcome instanceof DeliveryOutcome.Deferred d && d.scope() == FailureScope.RECIPIENT);
        }
    }

    private static String reason(DeliveryOutcome outcome) {
        if (outcome instanceof DeliveryOutcome.Deferred d) {
            return "DEFERRED_" + d.scope();
        }
        return outcome instanceof DeliveryOutcome.Refused r ? "REFUSED_" + r.scope() : "IN_DOUBT";
    }

    @Override
    public int window() {
        return 1;
    }

    /** Whether the other side does not want more for now. */
    boolean cutShort() {
        return ended;
    }

    /** Ends the account; what the session left unreported is tried again later. */
    int end() {
        open.forEach((id, attempt) -> books.later(id, attempt, "IN_DOUBT"));
        open.clear();
        return finished;
    }
}
