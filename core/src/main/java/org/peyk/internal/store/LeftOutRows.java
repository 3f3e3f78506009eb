package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.peyk.spi.Channel;
import org.peyk.spi.RequestId;

/** People of an audience without a row of their own, and what kept them out. */
public final class LeftOutRows {

    private LeftOutRows() {}

    /** Writes down why people have no row; the first cause stays. */
    public static void put(Connection c, RequestId request, Channel channel, Map<String, String> causes)
            throws SQLException {
        if (causes.isEmpty()) {
            return;
        }
        Set<String> known = new HashSet<>();
        try (PreparedStatement p = c.prepareStatement("select person_id from peyk_left_out where request_id = ?"
                + " and channel = ? and person_id = any (?)")) {
            p.setString(1, request.value());
            p.setString(2, channel.name());
            p.setArray(3, c.createArrayOf("varchar", causes.keySet().toArray()));
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    known.add(r.getString(1));
                }
            }
        }
        try (PreparedStatement p = c.prepareStatement(
                "insert into peyk_left_out (request_id, channel, person_id, cause) values (?, ?, ?, ?)")) {
            for (Map.Entry<String, String> e : causes.entrySet()) {
                if (!known.contains(e.getKey())) {
                    p.setString(1, request.value());
                    p.setString(2, channel.name());
                    p.setString(3, e.getKey());
                    p.setString(4, e.getValue());
                    p.addBatch();
                }
            }
            p.executeBatch();
        }
    }

    /** What kept a person out, by channel. */
    public static Map<Channel, String> of(Connection c, RequestId request, String person) throws SQLException {
        Map<Channel, String> causes = new TreeMap<>();
        for (Channel channel : Channel.values()) {
            try (PreparedStatement p = c.prepareStatement(
                    "select cause from peyk_left_out where request_id = ? and channel = ? and person_id = ?")) {
                p.setString(1, request.value());
                p.setString(2, channel.name());
                p.setString(3, person);
                try (ResultSet r = p.executeQuery()) {
                    if (r.next()) {
                        causes.put(channel, r.getString(1));
                    }
                }
            }
        }
        return causes;
    }
}
