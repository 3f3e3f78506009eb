package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyk.UnlinkedMail;
import org.peyk.spi.RequestId;
import org.peyk.spi.mailbox.IncomingKind;
import org.peyk.spi.mailbox.IncomingMail;
import org.peyk.spi.mailbox.MailKey;

/** Mails that came back, by what is known of them without their text; and what they say about rows of the ledger. */
public final class ReplyRows {

    private ReplyRows() {}

    /** A row of the ledger that a mail may be about. */
    public record DeliveryLookup(
            long id, RequestId request, String channel, String state, String address, String addressKey) {}

    /** Where a mail lies. */
    public record Place(String mailbox, MailKey key) {}

    /** A mail that says something about a message in doubt. */
    public record Doubt(long reply, IncomingKind kind, RequestId request, long delivery, boolean settled) {}

    /** Ledger rows by Message-ID. */
    public static Map<String, DeliveryLookup> deliveries(Connection c, List<String> messageIds) throws SQLException {
        Map<String, DeliveryLookup> found = new HashMap<>();
        if (messageIds.isEmpty()) {
            return found;
        }
        try (PreparedStatement p = c.prepareStatement("select message_id, id, request_id, channel, state, address,"
                + " address_key from peyk_delivery where message_id = any (?)")) {
            p.setArray(1, c.createArrayOf("varchar", messageIds.toArray()));
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    found.put(
                            r.getString(1),
                            new DeliveryLookup(
                                    r.getLong(2),
                                    new RequestId(r.getString(3)),
                                    r.getString(4),
                                    r.getString(5),
                                    r.getString(6),
                                    r.getString(7)));
                }
            }
        }
        return found;
    }

    /** Ledger rows by their numbers. */
    public static Map<Long, DeliveryLookup> deliveriesById(Connection c, List<Long> ids) throws SQLException {
        Map<Long, DeliveryLookup> found = new HashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        try (PreparedStatement p = c.prepareStatement("select id, request_id, channel, state, address, address_key"
                + " from peyk_delivery where id = any (?)")) {
            p.setArray(1, c.createArrayOf("bigint", ids.toArray()));
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    found.put(
                            r.getLong(1),
                            new DeliveryLookup(
                                    r.getLong(1),
                                    new RequestId(r.getString(2)),
                                    r.getString(3),
                                    r.getString(4),
                                    r.getString(5),
                                    r.getString(6)));
                }
            }
        }
        return found;
    }

    /** Notes where a known mail lies now; false when it is not known. */
    public static boolean seen(Connection c, String mailbox, IncomingMail mail) throws SQLException {
        try (PreparedStatement p =
                c.prepareStatement("update peyk_reply set mail_key = ? where mailbox = ? and fingerprint = ?")) {
            p.setString(1, mail.key().value());
            p.setString(2, mailbox);
            p.setString(3, mail.fingerprint());
            return p.executeUpdate() > 0;
        }
    }

    /**
     * Stores a mail.
     *
     * @param about the row it is about, or null
     * @param doubt the state of what it says about a message in doubt, or null
     * @return its id
     */
    public static long insert(
            Connection c,
            String mailbox,
            IncomingMail mail,
            @Nullable DeliveryLookup about,
            @Nullable String status,
            @Nullable String doubt)
            throws SQLException {
        try (PreparedStatement p = c.prepareStatement(
                "insert into peyk_reply (mailbox, mail_key, fingerprint, kind, received_at, request_id, delivery_id,"
                        + " status, doubt) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                new String[] {"id"})) {
            p.setString(1, mailbox);
            p.setString(2, mail.key().value());
            p.setString(3, mail.fingerprint());
            p.setString(4, mail.kind().name());
            p.setObject(5, Store.time(mail.receivedAt()));
            p.setString(6, about == null ? null : about.request().value());
            p.setObject(7, about == null ? null : about.id());
            p.setString(8, status);
            p.setString(9, doubt);
            p.executeUpdate();
            try (ResultSet keys = p.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    /** Notes a bounce on the row; the first one stays. False when there was one. */
    public static boolean bounced(Connection c, long delivery, Instant at, @Nullable String status)
            throws SQLException {
        try (PreparedStatement p = c.prepareStatement(
                "update peyk_delivery set bounced_at = ?, bounce_status = ? where id = ? and bounced_at is null")) {
            p.setObject(1, Store.time(at));
            p.setString(2, status);
            p.setLong(3, delivery);
            return p.executeUpdate() == 1;
        }
    }

    /** One more message told that an address does not exist. */
    public static void deadAddress(Connection c, DeliveryLookup about, @Nullable String status, Instant at)
            throws SQLException {
        try (PreparedStatement p = c.prepareStatement("update peyk_suppression set sightings = sightings + 1,"
                + " status = ? where channel = ? and address_key = ?")) {
            p.setString(1, status);
            p.setString(2, about.channel());
            p.setString(3, about.addressKey());
            if (p.executeUpdate() > 0) {
                return;
            }
        }
        try (PreparedStatement p = c.prepareStatement(
                "insert into peyk_suppression (channel, address_key, status, sightings, since) values (?, ?, ?, 1, ?)")) {
            p.setString(1, about.channel());
            p.setString(2, about.addressKey());
            p.setString(3, status);
            p.setObject(4, Store.time(at));
            p.executeUpdate();
        }
    }

    /**
     * Takes a mail as evidence that a message in doubt was accepted, which also spares one that waits to be sent again.
     *
     * @return false when the row is not in doubt
     */
    public static boolean settle(Connection c, long delivery, Instant at) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("update peyk_delivery set state = 'SENT', reason = 'EVIDENCE',"
                + " not_before = null, changed_at = ? where id = ?"
                + " and (state = 'IN_DOUBT' or (state = 'PENDING' and reason = 'RESEND'))")) {
            p.setObject(1, Store.time(at));
            p.setLong(2, delivery);
            return p.executeUpdate() == 1;
        }
    }

    /** Mails about messages in doubt with something left to do, oldest first. */
    public static List<Doubt> doubts(Connection c, long after, int limit) throws SQLException {
        List<Doubt> found = new ArrayList<>();
        try (PreparedStatement p = c.prepareStatement("select id, kind, request_id, delivery_id, doubt from peyk_reply"
                + " where doubt is not null and id > ? order by id fetch first ? rows only")) {
            p.setLong(1, after);
            p.setInt(2, limit);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    found.add(new Doubt(
                            r.getLong(1),
                            IncomingKind.valueOf(r.getString(2)),
                            new RequestId(r.getString(3)),
                            r.getLong(4),
                            r.getString(5).equals("SETTLED")));
                }
            }
        }
        return found;
    }

    public static void doubt(Connection c, long reply, @Nullable String doubt) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("update peyk_reply set doubt = ? where id = ?")) {
            p.setString(1, doubt);
            p.setLong(2, reply);
            p.executeUpdate();
        }
    }

    /** The state of a ledger row, or empty when it is gone. */
    public static Optional<String> deliveryState(Connection c, long delivery) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("select state from peyk_delivery where id = ?")) {
            p.setLong(1, delivery);
            try (ResultSet r = p.executeQuery()) {
                return r.next() ? Optional.of(r.getString(1)) : Optional.empty();
            }
        }
    }

    /** Mails by kind that are linked to a request. */
    public static Map<IncomingKind, Long> counts(Connection c, RequestId id) throws SQLException {
        Map<IncomingKind, Long> counts = new EnumMap<>(IncomingKind.class);
        try (PreparedStatement p =
                c.prepareStatement("select kind, count(*) from peyk_reply where request_id = ? group by kind")) {
            p.setString(1, id.value());
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    counts.put(IncomingKind.valueOf(r.getString(1)), r.getLong(2));
                }
            }
        }
        return counts;
    }

    /** Where a mail lies, or empty when there is no such mail. */
    public static Optional<Place> place(Connection c, long reply) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("select mailbox, mail_key from peyk_reply where id = ?")) {
            p.setLong(1, reply);
            try (ResultSet r = p.executeQuery()) {
                return r.next()
                        ? Optional.of(new Place(r.getString(1), new MailKey(r.getString(2))))
                        : Optional.empty();
            }
        }
    }

    /** Mails that a person must look at, as nobody knows which request they belong to, the newest first. */
    public static List<UnlinkedMail> unlinked(Connection c, int limit) throws SQLException {
        List<UnlinkedMail> found = new ArrayList<>();
        try (PreparedStatement p = c.prepareStatement("select id, mailbox, kind, received_at from peyk_reply"
                + " where request_id is null and kind in ('HUMAN_REPLY', 'UNREADABLE', 'FEEDBACK_REPORT')"
                + " order by received_at desc, id desc fetch first ? rows only")) {
            p.setInt(1, limit);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    found.add(new UnlinkedMail(
                            r.getLong(1),
                            r.getString(2),
                            IncomingKind.valueOf(r.getString(3)),
                            Objects.requireNonNull(Store.instant(r.getObject(4, OffsetDateTime.class)))));
                }
            }
        }
        return found;
    }
}
