package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;

/** How far each listener has read the feed of events. */
public final class ListenerRows {

    private ListenerRows() {}

    public static boolean known(Connection c, String name) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("select 1 from peyk_listener where name = ?")) {
            p.setString(1, name);
            try (ResultSet r = p.executeQuery()) {
                return r.next();
            }
        }
    }

    /** Fails on the key when another node was first. */
    public static void insert(Connection c, String name, long position) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("insert into peyk_listener (name, position) values (?, ?)")) {
            p.setString(1, name);
            p.setLong(2, position);
            p.executeUpdate();
        }
    }

    /** Takes a listener for the length of the transaction; empty when another node has it. */
    public static OptionalLong take(Connection c, String name) throws SQLException {
        try (PreparedStatement p =
                c.prepareStatement("select position from peyk_listener where name = ? for update skip locked")) {
            p.setString(1, name);
            try (ResultSet r = p.executeQuery()) {
                return r.next() ? OptionalLong.of(r.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    public static void move(Connection c, String name, long position) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("update peyk_listener set position = ? where name = ?")) {
            p.setLong(1, position);
            p.setString(2, name);
            p.executeUpdate();
        }
    }
}
