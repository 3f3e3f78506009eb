package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.MailRequest;
import org.peyk.RequestState;
import org.peyk.spi.RequestId;

/** Numbers by which submitted requests with much the same text are found. They cannot be turned back into the text. */
public final class SimilarRows {

    /** Where a request stands that somebody asks for still, or that went out. */
    private static final List<RequestState> ASKED_FOR = List.of(
            RequestState.IN_APPROVAL,
            RequestState.APPROVED,
            RequestState.SCHEDULED,
            RequestState.SENDING,
            RequestState.PAUSED,
            RequestState.SENT);

    private SimilarRows() {}

    /** A request that shares some numbers. */
    public record Candidate(MailRequest request, Instant submittedAt) {}

    /**
     * Writes down the numbers of a request in place of those it had.
     *
     * @param first whether it had none
     */
    public static void put(Change change, RequestId id, Set<Long> bands, Instant submittedAt, boolean first) {
        if (!first) {
            forget(change, id);
        }
        change.insert(
                "peyk_similar (request_id, band, submitted_at)",
                "(?, ?, ?)",
                bands.stream()
                        .map(band -> Arrays.<@Nullable Object>asList(id.value(), band, submittedAt))
                        .toList());
    }

    /** Takes back the numbers of a request. */
    public static void forget(Change change, RequestId id) {
        change.add("delete from peyk_similar where request_id = ?", id.value());
    }

    /** Requests that were last submitted before a moment, as far as their numbers are still here. */
    public static List<String> old(Connection c, Instant before, int limit) throws SQLException {
        List<String> old = new ArrayList<>();
        try (PreparedStatement p = c.prepareStatement(
                "select distinct request_id from peyk_similar where submitted_at < ? fetch first ? rows only")) {
            p.setObject(1, Store.time(before));
            p.setInt(2, limit);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    old.add(r.getString(1));
                }
            }
        }
        return old;
    }

    /** Removes the numbers of some requests, without those that were submitted anew meanwhile. */
    public static void remove(Connection c, List<String> ids, Instant before) throws SQLException {
        try (PreparedStatement p =
                c.prepareStatement("delete from peyk_similar where request_id = any (?) and submitted_at < ?")) {
            p.setArray(1, c.createArrayOf("varchar", ids.toArray()));
            p.setObject(2, Store.time(before));
            p.executeUpdate();
        }
    }

    /** Other requests, submitted since a moment, that share some numbers; those that share most first. */
    public static List<Candidate> find(
            Connection c, Json json, Set<Long> bands, Instant since, RequestId except, int limit) throws SQLException {
        List<Candidate> found = new ArrayList<>();
        try (PreparedStatement p = c.prepareStatement("select " + Snapshot.columns("r") + ", f.submitted_at from"
                + " (select s.request_id, max(s.submitted_at) as submitted_at, count(*) as shared from peyk_similar s"
                + " join peyk_request q on q.id = s.request_id"
                + " where s.band = any (?) and s.submitted_at >= ? and s.request_id <> ? and q.state = any (?)"
                + " group by s.request_id order by shared desc, s.request_id fetch first ? rows only) f"
                + " join peyk_request r on r.id = f.request_id")) {
            p.setArray(1, c.createArrayOf("bigint", bands.toArray()));
            p.setObject(2, Store.time(since));
            p.setString(3, except.value());
            p.setArray(
                    4,
                    c.createArrayOf(
                            "varchar", ASKED_FOR.stream().map(Enum::name).toArray()));
            p.setInt(5, limit);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    found.add(new Candidate(
                            json.request(Snapshot.of(r, 1)),
                            Objects.requireNonNull(Store.instant(r.getObject(4, OffsetDateTime.class)))));
                }
            }
        }
        return found;
    }
}
