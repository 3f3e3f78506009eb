package org.peyk.internal.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.peyk.internal.store.ClaimedRow;

/**
 * The rows of one session and their intents. With a window above 1 intents are stored ahead, for the rows whose turn comes next, so that the
 * session need not wait for a commit at each message.
 *
 * <p>Never more than the window are stored and unanswered: {@link #stored} counts intents asked for less results and withdrawals handed to
 * the writer, which stores those first.
 */
final class IntentWindow {

    /** Where a row stands in this session. */
    enum Step {
        /** Nothing was asked of the store. */
        CLAIMED,
        /** Its intent is stored, or about to be, and its end has not left. */
        AHEAD,
        /** Its end may have left. */
        GONE
    }

    /** A row and where it stands. */
    static final class Slot {
        private final ClaimedRow row;
        private Step step = Step.CLAIMED;
        private @Nullable CompletableFuture<Set<Long>> intent;

        private Slot(ClaimedRow row) {
            this.row = row;
        }

        ClaimedRow row() {
            return row;
        }

        boolean gone() {
            return step == Step.GONE;
        }
    }

    private final LedgerWriter writer;
    private final int size;
    private final Deque<Slot> waiting = new ArrayDeque<>();
    private final Map<Long, Slot> taken = new LinkedHashMap<>();
    private int stored;
    private int gone;

    IntentWindow(List<ClaimedRow> rows, LedgerWriter writer, int size) {
        rows.forEach(r -> waiting.add(new Slot(r)));
        this.writer = writer;
        this.size = size;
    }

    int size() {
        return size;
    }

    /** The next row of the session, or null when all were taken. */
    @Nullable
    Slot take() {
        Slot slot = waiting.poll();
        if (slot != null) {
            taken.put(slot.row.id(), slot);
        }
        return slot;
    }

    /** A row that was taken and is neither answered nor withdrawn, or null. */
    @Nullable
    Slot open(long id) {
        return taken.get(id);
    }

    /** All rows that were taken and are neither answered nor withdrawn. */
    List<Slot> open() {
        return List.copyOf(taken.values());
    }

    /** Whether as many ends may have left unanswered as are allowed. */
    boolean full() {
        return gone >= size;
    }

    /**
     * Waits until a row's intent is stored.
     *
     * @return false when the row may not leave, or is not the session's any more
     */
    boolean intend(Slot slot) throws InterruptedException {
        if (slot.step == Step.CLAIMED) {
            if (stored >= size) {
                postponeOneAhead();
            }
            ask(ahead(slot, size - stored));
        }
        CompletableFuture<Set<Long>> intent = slot.intent;
        if (intent == null) {
            throw new IllegalStateException("an intent was not asked for");
        }
        try {
            return intent.get().contains(slot.row.id());
        } catch (ExecutionException e) {
            return false;
        }
    }

    /** The end of a row leaves. */
    void leave(Slot slot) {
        slot.step = Step.GONE;
        gone++;
    }

    /** A row is answered; its result was handed to the writer. */
    void answered(Slot slot) {
        taken.remove(slot.row.id());
        if (slot.step == Step.GONE) {
            gone--;
        }
        if (slot.step != Step.CLAIMED) {
            stored--;
        }
    }

    /** A row does not leave in this session. */
    void withdraw(Slot slot) {
        taken.remove(slot.row.id());
        takeBack(slot);
    }

    /** Nothing more is taken; what was stored ahead for it is taken back. */
    void close() {
        waiting.forEach(this::takeBack);
        waiting.clear();
    }

    private void takeBack(Slot slot) {
        if (slot.step == Step.AHEAD) {
            writer.takeBack(slot.row);
            stored--;
        }
    }

    /** Asks for the next intents when half of the window is free, so that they are stored when their turn comes. */
    void topUp() {
        int room = size - stored;
        if (size > 1 && room >= (size + 1) / 2) {
            ask(ahead(null, room));
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

    private void ask(List<Slot> slots) {
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
}
