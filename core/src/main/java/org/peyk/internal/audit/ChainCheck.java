package org.peyk.internal.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.peyk.AuditProblem;
import org.peyk.AuditProblem.Kind;
import org.peyk.internal.store.AnchorRows.Anchor;
import org.peyk.internal.store.AnchorRows.Anchored;
import org.peyk.internal.store.AnchorRows.Head;
import org.peyk.internal.store.AnchorRows.RawEvent;

/**
 * Compares the events of one request, as they stand in the table, with what was written. Pure.
 *
 * <p>Every row is first asked which event it really is: the anchor of an event keeps its hash, and an event that is not sealed yet is known by
 * its own. From the answers follows what was changed, moved, put in or taken out, and where.
 */
final class ChainCheck {

    /** Of a long run of missing events this many are named one by one. */
    private static final int NAMED = 100;

    private final String request;
    private final @Nullable Head head;
    private final TreeMap<Integer, RawEvent> rows = new TreeMap<>();
    private final TreeMap<Integer, Anchor> anchors = new TreeMap<>();
    /** Which event the row at a place really is; no entry when it is none that is known. */
    private final Map<Integer, Integer> truth = new TreeMap<>();

    private final Set<Integer> known = new TreeSet<>();
    private final Set<Integer> accused = new TreeSet<>();
    private final List<AuditProblem> problems = new ArrayList<>();

    private ChainCheck(String request, List<Anchored> history, @Nullable Head head) {
        this.request = request;
        this.head = head;
        for (Anchored h : history) {
            if (h.event() != null) {
                rows.put(h.event().seq(), h.event());
            }
            if (h.anchor() != null) {
                anchors.put(h.anchor().seq(), h.anchor());
            }
        }
    }

    static List<AuditProblem> run(String request, List<Anchored> history, @Nullable Head head) {
        return new ChainCheck(request, history, head).run();
    }

    private List<AuditProblem> run() {
        identify();
        foreign();
        missing();
        displaced();
        links();
        head();
        return problems;
    }

    private void identify() {
        for (RawEvent r : rows.values()) {
            int seq = which(r);
            if (seq > 0) {
                truth.put(r.seq(), seq);
                if (!known.add(seq)) {
                    problem(Kind.INSERTED, r.seq(), AuditTexts.INSERTED);
                }
            }
        }
    }

    private int which(RawEvent r) {
        if (isSealed(r, r.seq())) {
            return r.seq();
        }
        boolean own = hash(r, r.seq(), r.previousHash()).equals(r.hash());
        if (own && !anchors.containsKey(r.seq())) {
            return r.seq();
        }
        for (int seq : anchors.keySet()) {
            if (isSealed(r, seq)) {
                return seq;
            }
        }
        int last = Math.max(rows.lastKey(), head == null ? 0 : head.version());
        for (int seq = Math.max(1, r.seq() - rows.size()); seq <= Math.min(last, r.seq() + rows.size()); seq++) {
            if (!anchors.containsKey(seq) && hash(r, seq, r.previousHash()).equals(r.hash())) {
                return seq;
            }
        }
        return 0;
    }

    /** Whether the row holds what the anchor of a place saw. */
    private boolean isSealed(RawEvent r, int seq) {
        Anchor a = anchors.get(seq);
        if (a == null) {
            return false;
        }
        Anchor before = anchors.get(seq - 1);
        String previous = seq == 1 ? HashChain.GENESIS : before == null ? r.previousHash() : before.eventHash();
        return hash(r, seq, previous).equals(a.eventHash());
    }

    private String hash(RawEvent r, int seq, String previous) {
        return HashChain.event(previous, request, seq, r.type(), r.at(), r.actor(), r.data());
    }

    /** Rows that are no event that was written: the written one was changed, or stands elsewhere and this one was put in. */
    private void foreign() {
        for (int seq : rows.keySet()) {
            if (!truth.containsKey(seq)) {
                boolean putIn = known.contains(seq) || seq < 1 || (head != null && seq > head.version());
                problem(putIn ? Kind.INSERTED : Kind.CHANGED, seq, putIn ? AuditTexts.INSERTED : AuditTexts.CHANGED);
            }
        }
    }

    private void missing() {
        int lastKnown = known.stream().mapToInt(Integer::intValue).max().orElse(0);
        int lastFound = Math.max(
                lastKnown, accused.stream().mapToInt(Integer::intValue).max().orElse(0));
        int written = Math.max(anchors.isEmpty() ? 0 : anchors.lastKey(), head == null ? 0 : head.version());
        int end = Math.max(written, lastKnown);
        int named = 0;
        for (int seq = 1; seq <= end && named < NAMED; seq++) {
            boolean here = known.contains(seq) || (rows.containsKey(seq) && !truth.containsKey(seq));
            if (!here) {
                boolean tail = seq > lastFound;
                problem(tail ? Kind.TAIL_CUT : Kind.MISSING, seq, tail ? AuditTexts.TAIL_CUT : AuditTexts.MISSING);
                named++;
            }
        }
    }

    /** Rows that hold a written event, but at another place than it was written at. */
    private void displaced() {
        boolean explained = !problems.isEmpty();
        boolean disorder = false;
        int highest = 0;
        for (int seq : truth.values()) {
            disorder |= seq < highest;
            highest = Math.max(highest, seq);
        }
        for (Map.Entry<Integer, Integer> t : truth.entrySet()) {
            if (t.getKey().equals(t.getValue())) {
                continue;
            }
            if (disorder) {
                problem(Kind.REORDERED, t.getKey(), AuditTexts.reordered(t.getValue()));
            } else if (!explained) {
                problem(Kind.CHANGED, t.getKey(), AuditTexts.reordered(t.getValue()));
            }
        }
    }

    /** The bookkeeping of rows that hold the right event: their own hash columns, their seal, their place in the store. */
    private void links() {
        for (RawEvent r : rows.values()) {
            if (!Objects.equals(truth.get(r.seq()), r.seq())) {
                continue;
            }
            Anchor a = anchors.get(r.seq());
            String previous = reference(r.seq() - 1);
            if (a != null) {
                boolean same = r.hash().equals(a.eventHash())
                        && (previous == null || r.previousHash().equals(previous))
                        && r.sealed()
                        && r.position() == a.eventPosition();
                if (!same) {
                    problem(Kind.CHANGED, r.seq(), AuditTexts.CHANGED);
                }
            } else if (r.sealed()) {
                problem(Kind.MISSING, r.seq(), AuditTexts.NO_ANCHOR);
            } else if (previous != null && !r.previousHash().equals(previous)) {
                boolean before = rows.containsKey(r.seq() - 1) && !anchors.containsKey(r.seq() - 1);
                problem(Kind.CHANGED, before ? r.seq() - 1 : r.seq(), AuditTexts.CHANGED);
            }
        }
    }

    /** The hash of an event as it was written, as far as that is known. */
    private @Nullable String reference(int seq) {
        if (seq == 0) {
            return HashChain.GENESIS;
        }
        Anchor a = anchors.get(seq);
        if (a != null) {
            return a.eventHash();
        }
        RawEvent r = rows.get(seq);
        return r != null && Objects.equals(truth.get(seq), seq) ? r.hash() : null;
    }

    private void head() {
        if (head == null) {
            problems.add(AuditTexts.problem(Kind.SNAPSHOT_DIFFERS, request, 0, AuditTexts.NO_REQUEST));
            return;
        }
        for (int seq : rows.tailMap(head.version(), false).keySet()) {
            if (Objects.equals(truth.get(seq), seq) && !anchors.containsKey(seq)) {
                problem(Kind.INSERTED, seq, AuditTexts.INSERTED);
            }
        }
        String last = reference(head.version());
        boolean behind = !anchors.isEmpty() && anchors.lastKey() > head.version();
        if (behind || (last != null && !last.equals(head.hash()))) {
            if (behind || anchors.containsKey(head.version())) {
                problems.add(AuditTexts.problem(Kind.SNAPSHOT_DIFFERS, request, 0, AuditTexts.HEAD));
            } else {
                problem(Kind.CHANGED, head.version(), AuditTexts.CHANGED);
            }
        }
    }

    /** One place is accused once; the first accusation says most. */
    private void problem(Kind kind, int seq, AuditTexts.Sentence sentence) {
        if (accused.add(seq)) {
            problems.add(AuditTexts.problem(kind, request, seq, sentence));
        }
    }
}
