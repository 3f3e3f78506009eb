package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.peyk.RequestState;
import org.peyk.spi.Channel;
import org.peyk.spi.RequestId;

/** What was planned beside what is there. */
public final class BookRows {

    private BookRows() {}

    /** A request whose audience was begun to be read. */
    public record Begun(RequestId request, RequestState state) {}

    /** Planned rows of a channel, and rows that are there. */
    public record Sum(long planned, long rows) {}

    /** Requests with a ledger after an id. */
    public static List<Begun> begun(Connection c, String after, int limit) throws SQLException {
        List<Begun> found = new ArrayList<>();
        try (PreparedStatement p = c.prepareStatement("select r.id, r.state from peyk_request r where r.id > ?"
                + " and exists (select 1 from peyk_expansion e where e.request_id = r.id)"
                + " order by r.id fetch first ? rows only")) {
            p.setString(1, after);
            p.setInt(2, limit);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    found.add(new Begun(new RequestId(r.getString(1)), RequestState.valueOf(r.getString(2))));
                }
            }
        }
        return found;
    }

    /** Each channel of a request; one that has rows without a plan, or a plan without rows, too. */
    public static Map<Channel, Sum> sums(Connection c, RequestId request) throws SQLException {
        Map<Channel, Sum> sums = new EnumMap<>(Channel.class);
        // one statement, so that a page that is stored meanwhile is in both or in neither
        String sql = "select channel, planned, 0 from peyk_expansion where request_id = ?"
                + " union all select channel, 0, count(*) from peyk_delivery where request_id = ? group by channel";
        try (PreparedStatement p = c.prepareStatement(sql)) {
            p.setString(1, request.value());
            p.setString(2, request.value());
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    sums.merge(
                            Channel.valueOf(r.getString(1)),
                            new Sum(r.getLong(2), r.getLong(3)),
                            (x, y) -> new Sum(x.planned() + y.planned(), x.rows() + y.rows()));
                }
            }
        }
        return sums;
    }
}
