package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.RequestId;

/** Uses of permissions that were found unsuitable: by which request, and with which wordings, as numbers. */
public final class UnsuitableRows {

    /** Stands for the request itself, whatever it says. */
    private static final long ITSELF = 0;

    private UnsuitableRows() {}

    /** Remembers a request and its wordings. A request may come here more than once, with the same permission too. */
    public static void put(Change change, String permission, RequestId id, Set<Long> wordings, Instant at) {
        change.add(
                "delete from peyk_permission_unsuitable where permission = ? and request_id = ?",
                permission,
                id.value());
        change.insert(
                "peyk_permission_unsuitable (permission, request_id, wording, found_at)",
                "(?, ?, ?, ?)",
                Stream.concat(Stream.of(ITSELF), wordings.stream().filter(w -> w != ITSELF))
                        .map(w -> Arrays.<@Nullable Object>asList(permission, id.value(), w, at))
                        .toList());
    }

    /** Whether a request, or one with one of the wordings, is remembered with a permission. */
    public static boolean any(Connection c, String permission, RequestId id, Set<Long> wordings) throws SQLException {
        List<Long> looked = wordings.stream().filter(w -> w != ITSELF).toList();
        try (PreparedStatement p = c.prepareStatement("select count(*) from peyk_permission_unsuitable"
                + " where permission = ? and (request_id = ? or wording = any (?))")) {
            p.setString(1, permission);
            p.setString(2, id.value());
            p.setArray(3, c.createArrayOf("bigint", looked.toArray()));
            try (ResultSet r = p.executeQuery()) {
                r.next();
                return r.getLong(1) > 0;
            }
        }
    }
}
