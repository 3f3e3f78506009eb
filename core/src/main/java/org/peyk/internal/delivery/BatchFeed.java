package org.peyk.internal.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.peyk.DeliveryReason;
import org.peyk.internal.store.ClaimedRow;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryFeed;
import org.peyk.spi.transport.DeliveryId;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.GateAnswer;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.ServerReply;

/**
 * Gives one session the rows of one batch, and lets a message's end leave only when its intent is durable.
 *
 * <p>With a window above 1 intents are stored ahead, for the rows whose turn comes next, so that the session need not wait for a commit at
 * each message. Never more than the window are stored and unanswered: {@link #stored} counts intents asked for less results and
 * withdrawals handed to the writer, which stores those first.
 */
final class BatchFeed implements DeliveryFeed {

    /** Where a row stands in this session. */
    private enum Step {
        /** Nothing was asked of the store. */
        CLAIMED,
        /** Its intent is stored, or about to be, and its end has not left. */
        AHEAD,
        /** Its end may have left. */
        GONE
    }

    private static final class Slot {
        private final ClaimedRow row;
        private Step step = Step.CLAIMED;
        private @Nullable CompletableFuture<Set<Long>> intent;

        Slot(ClaimedRow row) {
            this.row = row;
        }
    }

    private final Deque<Slot> waiting = new ArrayDeque<>();
    private final Map<Long, Slot> taken = new LinkedHashMap<>();
    private final LedgerWriter writer;
    private final DeliveryMaker deliveries;
    private final OutcomeRules rules;
    private final RequestRun run;
    private final Clock clock;
    private final @Nullable Instant notAfter;
    private final BooleanSupplier stopping;
    private final int window;
    private int stored;
    private int gone;
    private boolean ended;
    private boolean progress;
    private boolean sessionFailed;
    private @Nullable Instant pauseUntil;

    BatchFeed(
            List<ClaimedRow> rows,
            LedgerWriter writer,
            DeliveryMaker deliveries,
            OutcomeRules rules,
            RequestRun run,
            Clock clock,
            @Nullable Instant notAfter,
            BooleanSupplier stopping,
            int window) {
        rows.forEach(r -> waiting.add(new Slot(r)));
        this.writer = writer;
        this.deliveries = deliveries;
        this.rules = rules;
        this.run = run;
        this.clock = clock;
        this.notAfter = notAfter;
        this.stopping = stopping;
        this.window = window;
    }

    @Override
    public @Nullable Delivery poll() {
        if (over()) {
            return null;
        }
        Slot slot = waiting.poll();
        if (slot == null) {
            return null;
        }
        taken.put(slot.row.id(), slot);
        return deliveries.make(slot.row, clock.instant());
    }

    @Override
    public @Nullable Delivery take() {
        // everything this session will get was claimed before it began
        return poll();
    }

    private boolean over() {
        return ended
                || run.stopped()
                || stopping.getAsBoolean()
                || (notAfter != null && !clock.instant().isBefore(notAfter));
    }

    @Override
    public GateAnswer gate(Delivery delivery) throws InterruptedException {
        Slot slot = slot(delivery.id());
        if (over()) {
            return withdraw(slot);
        }
        if (gone >= window) {
            return GateAnswer.SETTLE_FIRST;
        }
        if (slot.step == Step.CLAIMED) {
            if (stored >= window) {
                postponeOneAhead();
            }
            intend(ahead(slot, window - stored));
        }
        if (!made(slot)) {
            ended = true;
            return withdraw(slot);
        }
        if (over()) {
            // a stop that came while the store was asked
            return withdraw(slot);
        }
        slot.step = Step.GONE;
        gone++;
        topUp();
        return GateAnswer.PROCEED;
    }

    private boolean made(Slot slot) throws InterruptedException {
        CompletableFuture<Set<Long>> intent = slot.intent;
        if (intent == null) {
            throw new IllegalStateException("an intent was not asked for");
        }
        try {
            return intent.get().contains(slot.row.id());
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            withdraw(slot);
            throw e;
        }
    }

    /** The rows whose turn is now or next, as many as the window allows. */
    private List<Slot> ahead(@Nullable Slot first, int room) {
        List<Slot> next = new ArrayList<>();
        if (first != null) {
            next.add(first);
        }
        for (Slot s : taken.values()) {
            if (next.size() < room && s.step == Step.CLAIMED && s != first) {
                next.add(s);
            }
        }
        for (Slot s : waiting) {
            if (next.size() >= room) {
                break;
            }
            if (s.step == Step.CLAIMED) {
                next.add(s);
            }
        }
        return next;
    }

    private void intend(List<Slot> slots) {
        if (slots.isEmpty()) {
            return;
        }
        CompletableFuture<Set<Long>> intent =
                writer.intend(slots.stream().map(s -> s.row).toList());
        for (Slot s : slots) {
            s.intent = intent;
            s.step = Step.AHEAD;
            stored++;
        }
    }

    /** Asks for the next intents when half of the window is free, so that they are stored when their turn comes. */
    private void topUp() {
        int room = window - stored;
        if (window > 1 && room >= (window + 1) / 2 && !over()) {
            intend(ahead(null, room));
        }
    }

    /** A session that does not ask in the order in which it took: the last one that is stored ahead makes room. */
    private void postponeOneAhead() {
        Slot last = null;
        for (Slot s : taken.values()) {
            last = s.step == Step.AHEAD ? s : last;
        }
        for (Slot s : waiting) {
            last = s.step == Step.AHEAD ? s : last;
        }
        if (last != null) {
            writer.postpone(last.row);
            last.step = Step.CLAIMED;
            last.intent = null;
            stored--;
        }
    }

    private GateAnswer withdraw(Slot slot) {
        taken.remove(slot.row.id());
        takeBack(slot);
        return GateAnswer.WITHDRAW;
    }

    private void takeBack(Slot slot) {
        if (slot.step == Step.AHEAD) {
            writer.takeBack(slot.row);
            stored--;
        }
    }

    @Override
    public void report(Delivery delivery, DeliveryOutcome outcome) {
        Slot slot = slot(delivery.id());
        taken.remove(slot.row.id());
        if (slot.step == Step.GONE) {
            gone--;
        }
        if (slot.step != Step.CLAIMED) {
            stored--;
        }
        writer.result(rules.apply(slot.row, outcome, clock.instant()));
        consequences(outcome);
        topUp();
    }

    private void consequences(DeliveryOutcome outcome) {
        if (outcome instanceof DeliveryOutcome.Accepted) {
            run.throughput().count();
            progress = true;
        }
        if (run.contentRefused(outcome)) {
            run.stopFor(DeliveryReason.CONTENT.name());
        }
        switch (OutcomeRules.effect(outcome)) {
            case GO_ON -> progress = true;
            case END_SESSION -> {
                sessionFailed = true;
                ended = true;
            }
            case SLOW_DOWN -> {
                pauseUntil = clock.instant().plus(rules.rateWait(outcome));
                ended = true;
            }
            case STOP_REQUEST -> run.stopFor(DeliveryReason.ACCOUNT.name());
        }
    }

    @Override
    public int window() {
        return window;
    }

    private Slot slot(DeliveryId id) {
        Slot slot = taken.get(id.value());
        if (slot == null) {
            throw new IllegalArgumentException("delivery is not one of this session's that are open");
        }
        return slot;
    }

    /**
     * Ends the session's account: what its transport left unreported is in doubt, what was stored ahead is taken back.
     *
     * @return completes when all of it is stored
     */
    CompletableFuture<Boolean> end() {
        ended = true;
        DeliveryOutcome unknown = new DeliveryOutcome.InDoubt(ServerReply.none("the session ended", Phase.FINAL));
        for (Slot slot : taken.values()) {
            if (slot.step == Step.GONE) {
                writer.result(rules.apply(slot.row, unknown, clock.instant()));
            } else {
                takeBack(slot);
            }
        }
        taken.clear();
        waiting.forEach(this::takeBack);
        waiting.clear();
        return writer.barrier();
    }

    /** Whether anything was answered for its own sake, so that the way to the other side works. */
    boolean progress() {
        return progress;
    }

    /** Whether the session came to its end by a failure of the session itself. */
    boolean sessionFailed() {
        return sessionFailed;
    }

    /** When the other side may be asked again, or null. */
    @Nullable
    Instant pauseUntil() {
        return pauseUntil;
    }
}
