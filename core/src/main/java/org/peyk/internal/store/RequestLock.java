package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.peyk.RequestState;
import org.peyk.spi.RequestId;

/** Holds a request still: while a transaction has it, no command can change the request. */
public final class RequestLock {

    private RequestLock() {}

    /** Takes the lock until the transaction ends, and gives the state that then cannot change. */
    public static Optional<RequestState> hold(Connection c, RequestId id) throws SQLException {
        return state(c, id, " for update");
    }

    /**
     * As {@link #hold}, by a change of the row that leaves it as it is: whoever waits for the lock and still sees what was there before
     * (REPEATABLE READ) is then refused by the database and begins again, rather than missing what is done under the lock.
     */
    public static Optional<RequestState> take(Connection c, RequestId id) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("update peyk_request set version = version where id = ?")) {
            p.setString(1, id.value());
            p.executeUpdate();
        }
        return look(c, id);
    }

    /** The state at this moment, without a lock. */
    public static Optional<RequestState> look(Connection c, RequestId id) throws SQLException {
        return state(c, id, "");
    }

    private static Optional<RequestState> state(Connection c, RequestId id, String suffix) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("select state from peyk_request where id = ?" + suffix)) {
            p.setString(1, id.value());
            try (ResultSet r = p.executeQuery()) {
                return r.next() ? Optional.of(RequestState.valueOf(r.getString(1))) : Optional.empty();
            }
        }
    }
}
