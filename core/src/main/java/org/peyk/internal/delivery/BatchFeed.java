package org.peyk.internal.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.peyk.DeliveryReason;
import org.peyk.internal.delivery.IntentWindow.Slot;
import org.peyk.internal.store.ClaimedRow;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryFeed;
import org.peyk.spi.transport.DeliveryId;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.GateAnswer;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.ServerReply;

/** Gives one session the rows of one batch, and lets a message's end leave only when its intent is durable. */
final class BatchFeed implements DeliveryFeed {

    private final IntentWindow rows;
    private final LedgerWriter writer;
    private final DeliveryMaker deliveries;
    private final OutcomeRules rules;
    private final RequestRun run;
    private final Pace pace;
    private final Clock clock;
    private final @Nullable Instant notAfter;
    private final BooleanSupplier stopping;
    private boolean ended;
    private boolean progress;
    private boolean sessionFailed;

    BatchFeed(
            List<ClaimedRow> rows,
            LedgerWriter writer,
            DeliveryMaker deliveries,
            OutcomeRules rules,
            RequestRun run,
            Pace pace,
            Clock clock,
            @Nullable Instant notAfter,
            BooleanSupplier stopping,
            int window) {
        this.rows = new IntentWindow(rows, writer, window);
        this.writer = writer;
        this.deliveries = deliveries;
        this.rules = rules;
        this.run = run;
        this.pace = pace;
        this.clock = clock;
        this.notAfter = notAfter;
        this.stopping = stopping;
    }

    @Override
    public @Nullable Delivery poll() {
        Slot slot = over() ? null : rows.take();
        return slot == null ? null : deliveries.make(slot.row(), clock.instant());
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
                || (notAfter != null && !clock.instant().isBefore(notAfter))
                || pace.heldUntil(clock.instant()) != null;
    }

    @Override
    public GateAnswer gate(Delivery delivery) throws InterruptedException {
        Slot slot = slot(delivery.id());
        if (over()) {
            return withdraw(slot);
        }
        if (rows.full()) {
            return GateAnswer.SETTLE_FIRST;
        }
        boolean mayLeave;
        try {
            mayLeave = rows.intend(slot);
        } catch (InterruptedException e) {
            rows.withdraw(slot);
            throw e;
        }
        if (!mayLeave) {
            // the request was stopped, or another worker has the batch: nothing more is worth trying
            ended = true;
        }
        // a stop may also have come while the store was asked
        if (over()) {
            return withdraw(slot);
        }
        rows.leave(slot);
        topUp();
        return GateAnswer.PROCEED;
    }

    private GateAnswer withdraw(Slot slot) {
        rows.withdraw(slot);
        return GateAnswer.WITHDRAW;
    }

    private void topUp() {
        if (!over()) {
            rows.topUp();
        }
    }

    @Override
    public void report(Delivery delivery, DeliveryOutcome outcome) {
        Slot slot = slot(delivery.id());
        // one moment for the row and for the session, as both wait from it
        Instant now = clock.instant();
        Refusals.Verdict verdict;
        // as one, or another session could have this row reopened before it is stored as refused
        synchronized (run.refusals()) {
            verdict = run.refusals().judge(slot.row(), outcome);
            // this row first: while it is open the request cannot be taken for done before the others are reopened
            writer.result(
                    verdict.hold() ? rules.held(slot.row(), outcome, now) : rules.apply(slot.row(), outcome, now));
            if (!verdict.reopen().isEmpty()) {
                writer.reopen(verdict.reopen());
            }
            // within, so that no session that waits to report asks for one more recipient after its report
            DeliveryReason stop = verdict.stop();
            if (stop != null) {
                run.stopFor(stop.name());
            }
        }
        rows.answered(slot);
        consequences(outcome, now);
        topUp();
    }

    private void consequences(DeliveryOutcome outcome, Instant now) {
        if (outcome instanceof DeliveryOutcome.Accepted) {
            run.throughput().count();
            progress = true;
        }
        run.judgeContent(outcome);
        switch (OutcomeRules.effect(outcome)) {
            case GO_ON -> progress = true;
            case END_SESSION -> {
                sessionFailed = true;
                ended = true;
            }
            case SLOW_DOWN -> {
                pace.slowDown(now.plus(rules.rateWait(outcome)), now);
                ended = true;
            }
            case STOP_REQUEST -> run.stopFor(DeliveryReason.ACCOUNT.name());
        }
    }

    @Override
    public int window() {
        return rows.size();
    }

    private Slot slot(DeliveryId id) {
        Slot slot = rows.open(id.value());
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
        for (Slot slot : rows.open()) {
            if (slot.gone()) {
                writer.result(rules.apply(slot.row(), unknown, clock.instant()));
                rows.answered(slot);
            } else {
                rows.withdraw(slot);
            }
        }
        rows.close();
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
}
