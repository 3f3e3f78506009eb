package org.peyk.internal.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peyk.AuditAnchor;
import org.peyk.AuditProblem;
import org.peyk.AuditProblem.Kind;
import org.peyk.MailRequest;
import org.peyk.PeykException;
import org.peyk.internal.lifecycle.Evolution;
import org.peyk.internal.store.AnchorRows;
import org.peyk.internal.store.AnchorRows.Anchor;
import org.peyk.internal.store.AnchorRows.Anchored;
import org.peyk.internal.store.AnchorRows.Head;
import org.peyk.internal.store.Json;
import org.peyk.internal.store.RequestRows;
import org.peyk.internal.store.RequestRows.StoredEvent;
import org.peyk.internal.store.Store;
import org.peyk.spi.RequestId;
import org.peyk.spi.event.EventType;

/**
 * Recomputes the whole audit trail: the chain of every request, the chain of anchors, and every request from its events. Holds one request's
 * history and one page of anchors at a time. Reads only; work may go on meanwhile.
 */
public final class AuditVerifier {

    /** After this many problems there is no more to learn. */
    public static final int MOST_PROBLEMS = 1_000;

    private static final int PAGE = 500;

    private final Store store;
    private final RequestRows rows;
    private final Json json;

    public AuditVerifier(Store store) {
        this.store = store;
        this.rows = new RequestRows(store);
        this.json = store.json();
    }

    private interface Pages {
        List<String> after(Connection c, String last) throws SQLException;
    }

    /** Verifies everything; with an anchor that was kept outside, also the end of the chain. */
    public List<AuditProblem> verify(@Nullable AuditAnchor outside) {
        List<AuditProblem> problems = new ArrayList<>();
        anchors(outside, problems);
        requests((c, last) -> AnchorRows.requests(c, last, PAGE), problems);
        requests((c, last) -> AnchorRows.orphans(c, last, PAGE), problems);
        return List.copyOf(problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS)));
    }

    /** Verifies the events of one request against each other, their anchors and the stored request; not the chain of anchors. */
    public List<AuditProblem> verifyRequest(RequestId id) {
        return request(id.value());
    }

    private void anchors(@Nullable AuditAnchor outside, List<AuditProblem> problems) {
        AnchorChain chain = new AnchorChain(outside, problems::add);
        List<Anchor> page;
        do {
            page = store.read(c -> AnchorRows.page(c, chain.pos(), PAGE));
            page.forEach(chain::link);
        } while (page.size() == PAGE && problems.size() < MOST_PROBLEMS);
        chain.end();
    }

    private void requests(Pages pages, List<AuditProblem> problems) {
        String last = "";
        List<String> page;
        do {
            String from = last;
            page = store.read(c -> pages.after(c, from));
            for (String request : page) {
                if (problems.size() >= MOST_PROBLEMS) {
                    return;
                }
                problems.addAll(request(request));
                last = request;
            }
        } while (page.size() == PAGE);
    }

    /**
     * A request that changes between two readings looks wrong for a moment; so what looks wrong is read once more with the request held.
     */
    private List<AuditProblem> request(String request) {
        List<AuditProblem> first = request(request, false);
        return first.isEmpty() ? first : request(request, true);
    }

    private List<AuditProblem> request(String request, boolean lock) {
        return store.read(c -> {
            Head head = AnchorRows.head(c, request, lock).orElse(null);
            List<Anchored> history = AnchorRows.ofRequest(c, request);
            List<AuditProblem> found = ChainCheck.run(request, history, head);
            return found.isEmpty() && head != null ? snapshot(request, history, head) : found;
        });
    }

    /** The events are as they were written; is the request what they add up to? */
    private List<AuditProblem> snapshot(String request, List<Anchored> history, Head head) {
        MailRequest stored;
        try {
            stored = json.request(head.snapshot());
        } catch (PeykException e) {
            return List.of(AuditTexts.problem(Kind.SNAPSHOT_DIFFERS, request, 0, AuditTexts.UNREADABLE));
        }
        boolean same;
        try {
            MailRequest replayed = replay(new RequestId(request), history);
            same = replayed.equals(stored)
                    && replayed.state().name().equals(head.state())
                    && replayed.version() == head.version()
                    && replayed.revision() == head.revision()
                    && replayed.digest().equals(head.digest());
        } catch (PeykException | IllegalArgumentException | DateTimeException | NullPointerException e) {
            // events whose chain holds, but which were never written by this library
            same = false;
        }
        return same ? List.of() : List.of(AuditTexts.problem(Kind.SNAPSHOT_DIFFERS, request, 0, AuditTexts.SNAPSHOT));
    }

    private MailRequest replay(RequestId id, List<Anchored> history) {
        List<Evolution.Happened> happened = new ArrayList<>();
        for (Anchored a : history) {
            AnchorRows.RawEvent e = Objects.requireNonNull(a.event());
            happened.add(rows.happened(new StoredEvent(
                    e.position(),
                    id,
                    e.seq(),
                    EventType.valueOf(e.type()),
                    e.at(),
                    e.actor(),
                    e.data(),
                    e.previousHash(),
                    e.hash())));
        }
        return Evolution.replay(id, happened);
    }
}
