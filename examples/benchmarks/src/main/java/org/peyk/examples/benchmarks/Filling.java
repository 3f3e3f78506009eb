package org.peyk.examples.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Fills a store with copies of requests that went their way through the library, in a few statements: committed one by one, a hundred thousand
 * would take longer than all measurements. The copies' hash chains are not real, which no list looks at.
 */
final class Filling {

    private final Engine engine;

    Filling(Engine engine) {
        this.engine = engine;
    }

    /**
     * Copies a request.
     *
     * @param of which one
     * @param series a number for the copies' names
     * @param count how many copies, each a minute younger than the one before
     */
    void copies(String of, int series, int count) throws SQLException {
        String from = engine.isH2() ? "system_range(1, " + count + ") s" : "generate_series(1, " + count + ") as s(x)";
        String id = "'R-" + series + "-' || cast(s.x as varchar(20))";
        String later = " + s.x * interval '1' minute";
        String requester = "'P-' || cast(mod(s.x + " + series + ", " + Crowd.REQUESTERS + ") as varchar(20))";
        String where = " where t.request_id = '" + of + "'";
        try (Connection c = engine.dataSource().getConnection();
                Statement s = c.createStatement()) {
            s.execute(
                    "insert into peyk_request (id, state, version, revision, purpose, requester, unit, digest, head_hash,"
                            + " snapshot, form, plan, idempotency_key, created_at, updated_at) select " + id
                            + ", t.state, t.version, t.revision, t.purpose, " + requester
                            + ", t.unit, t.digest, t.head_hash, t.snapshot, t.form, t.plan, null, t.created_at" + later
                            + ", t.updated_at" + later
                            + " from peyk_request t, " + from + " where t.id = '" + of + "'");
            s.execute("insert into peyk_event (request_id, seq, type, at, actor, data, prev_hash, hash) select "
                    + id + ", t.seq, t.type, t.at, t.actor, t.data, t.prev_hash, t.hash from peyk_event t, "
                    + from
                    + where);
            s.execute(
                    "insert into peyk_summary (request_id, state, purpose, subject, requester, entered_by, unit, steps,"
                            + " waiting_since, due_at, late_at, created_at, updated_at) select " + id
                            + ", t.state, t.purpose, t.subject, " + requester + ", " + requester
                            + ", t.unit, t.steps, t.waiting_since" + later + ", t.due_at" + later + ", t.late_at"
                            + later
                            + ", t.created_at" + later + ", t.updated_at" + later
                            + " from peyk_summary t, " + from + where);
            s.execute("insert into peyk_waiting (request_id, step, holder, via, waiting_since) select " + id
                    + ", t.step, t.holder, t.via, t.waiting_since" + later + " from peyk_waiting t, " + from + where);
            s.execute("insert into peyk_barred (request_id, person_id, step) select " + id
                    + ", t.person_id, t.step from peyk_barred t, " + from + where);
        }
    }

    /** Seals the copied events, and tells the engine how much there is now. */
    void finish() throws SQLException {
        try (Connection c = engine.dataSource().getConnection();
                Statement s = c.createStatement()) {
            s.execute("insert into peyk_anchor (pos, request_id, seq, event_position, event_hash, prev_hash, hash, at)"
                    + " select 1000000 + e.position, e.request_id, e.seq, e.position, e.hash, e.prev_hash, e.hash, e.at"
                    + " from peyk_event e where e.request_id like 'R-%'");
            s.execute("analyze");
        }
    }
}
