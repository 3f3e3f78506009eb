package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.mailbox.MailboxCursor;

/** How far each mailbox was read; its row is also what keeps two nodes from reading it at once. */
public final class MailboxRows {

    private MailboxRows() {}

    /** A mailbox that this transaction holds. */
    public record Held(@Nullable MailboxCursor cursor) {}

    public static boolean known(Connection c, String name) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("select 1 from peyk_mailbox where name = ?")) {
            p.setString(1, name);
            try (ResultSet r = p.executeQuery()) {
                return r.next();
            }
        }
    }

    /** Fails on the key when another node was first. */
    public static void insert(Connection c, String name) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("insert into peyk_mailbox (name) values (?)")) {
            p.setString(1, name);
            p.executeUpdate();
        }
    }

    /** Takes a mailbox for the length of the transaction; empty when somebody else has it. */
    public static Optional<Held> take(Connection c, String name) throws SQLException {
        try (PreparedStatement p =
                c.prepareStatement("select read_cursor from peyk_mailbox where name = ? for update skip locked")) {
            p.setString(1, name);
            try (ResultSet r = p.executeQuery()) {
                if (!r.next()) {
                    return Optional.empty();
                }
                String cursor = r.getString(1);
                return Optional.of(new Held(cursor == null ? null : new MailboxCursor(cursor)));
            }
        }
    }

    public static void move(Connection c, String name, MailboxCursor cursor) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("update peyk_mailbox set read_cursor = ? where name = ?")) {
            p.setString(1, cursor.value());
            p.setString(2, name);
            p.executeUpdate();
        }
    }
}
