package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one change of a request writes. Statements are gathered while the change is made up and go to the database together, where they are
 * stored as a whole or not at all; so a change costs one round trip, unless somebody has to read or lock on the way. For one thread.
 */
public final class Change {

    /** From here on a driver may send a trip in pieces, each of which would be committed by itself. */
    private static final int TRIP = 100;

    private final Connection c;
    private final boolean trips;
    private final boolean joined;
    private final List<Part> waiting = new ArrayList<>();
    private boolean begun;

    private Change(Connection c, boolean trips, boolean joined) {
        this.c = c;
        this.trips = trips;
        this.joined = joined;
        this.begun = joined;
    }

    /**
     * A change with a transaction of its own.
     *
     * @param trips whether the engine runs the statements of one round trip as one transaction
     */
    static Change own(Connection c, boolean trips) {
        return new Change(c, trips, false);
    }

    /** A change within a transaction that is under way and that somebody else commits. */
    static Change within(Connection c) {
        return new Change(c, false, true);
    }

    /** A statement with its values. */
    private record Part(String sql, List<@Nullable Object> values) {}

    /**
     * Adds a statement that gives no rows.
     *
     * @param values strings, numbers, truth values, moments, or null
     */
    public void add(String sql, @Nullable Object... values) {
        waiting.add(new Part(sql, Arrays.asList(values)));
    }

    /**
     * Adds one statement that inserts rows; nothing when there are none.
     *
     * @param into table and columns
     * @param row what stands for the values of one row, in brackets
     */
    public void insert(String into, String row, List<List<@Nullable Object>> rows) {
        if (!rows.isEmpty()) {
            List<@Nullable Object> values = new ArrayList<>();
            rows.forEach(values::addAll);
            waiting.add(new Part(
                    "insert into " + into + " values " + String.join(", ", Collections.nCopies(rows.size(), row)),
                    values));
        }
    }

    /** The transaction, for who must read or lock in it; what was added before is there to be seen. */
    public Connection now() throws SQLException {
        if (!begun) {
            c.setAutoCommit(false);
            begun = true;
        }
        flush();
        return c;
    }

    /** Stores what was added; commits it, if the transaction is the change's own. */
    void finish() throws SQLException {
        if (!begun && trips && waiting.size() <= TRIP) {
            if (!c.getAutoCommit()) {
                c.setAutoCommit(true);
            }
            trip();
            return;
        }
        now();
        if (!joined) {
            c.commit();
        }
    }

    /** Undoes what was sent, if the transaction is the change's own. */
    void undo(Throwable cause) {
        if (begun && !joined) {
            try {
                c.rollback();
            } catch (SQLException e) {
                cause.addSuppressed(e);
            }
        }
    }

    private void flush() throws SQLException {
        for (Part p : waiting) {
            run(p.sql(), p.values());
        }
        waiting.clear();
    }

    private void trip() throws SQLException {
        if (!waiting.isEmpty()) {
            String sql = waiting.stream().map(Part::sql).collect(Collectors.joining(";"));
            List<@Nullable Object> values = new ArrayList<>();
            waiting.forEach(p -> values.addAll(p.values()));
            run(sql, values);
            waiting.clear();
        }
    }

    private void run(String sql, List<@Nullable Object> values) throws SQLException {
        try (PreparedStatement p = c.prepareStatement(sql)) {
            int i = 1;
            for (Object v : values) {
                if (v == null) {
                    p.setNull(i++, Types.NULL);
                } else {
                    p.setObject(i++, v instanceof Instant at ? Store.time(at) : v);
                }
            }
            p.execute();
        }
    }
}
