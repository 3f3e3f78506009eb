package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyk.DeliveryReason;
import org.peyk.DeliveryState;
import org.peyk.LedgerRow;
import org.peyk.spi.Channel;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestId;
import org.peyk.spi.recipient.RejectedRow;
import org.peyk.spi.transport.DeliveryId;

/** The ledger as people look at it. */
public final class LedgerViews {

    private LedgerViews() {}

    /** Rows per state; a state without rows is left out. */
    public static Map<DeliveryState, Long> counts(Connection c, RequestId request) throws SQLException {
        Map<DeliveryState, Long> counts = new EnumMap<>(DeliveryState.class);
        try (PreparedStatement p =
                c.prepareStatement("select state, count(*) from peyk_delivery where request_id = ? group by state")) {
            p.setString(1, request.value());
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    counts.put(DeliveryState.valueOf(r.getString(1)), r.getLong(2));
                }
            }
        }
        return counts;
    }

    private static final String COLUMNS = "select id, channel, person_id, address, state, reason, message_id,"
            + " attempts, doubted, changed_at, not_before, reply_code, reply_enhanced, reply_text, bounced_at"
            + " from peyk_delivery where request_id = ?";

    /** A person's rows, one for each channel that has one. */
    public static List<LedgerRow> ofPerson(Connection c, RequestId request, PersonId person) throws SQLException {
        List<LedgerRow> rows = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            rows.addAll(one(c, request, channel, "person_id", person.value()));
        }
        return rows;
    }

    /** The row of a folded address. */
    public static List<LedgerRow> ofAddress(Connection c, RequestId request, Channel channel, String key)
            throws SQLException {
        return one(c, request, channel, "address_key", key);
    }

    private static List<LedgerRow> one(Connection c, RequestId request, Channel channel, String column, String value)
            throws SQLException {
        List<LedgerRow> rows = new ArrayList<>();
        try (PreparedStatement p = c.prepareStatement(COLUMNS + " and channel = ? and " + column + " = ?")) {
            p.setString(1, request.value());
            p.setString(2, channel.name());
            p.setString(3, value);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    rows.add(row(r));
                }
            }
        }
        return rows;
    }

    /** Rows in one state after an id, in the order of their ids. */
    public static List<LedgerRow> rows(Connection c, RequestId request, DeliveryState state, long afterId, int limit)
            throws SQLException {
        List<LedgerRow> rows = new ArrayList<>();
        try (PreparedStatement p =
                c.prepareStatement(COLUMNS + " and state = ? and id > ? order by id fetch first ? rows only")) {
            p.setString(1, request.value());
            p.setString(2, state.name());
            p.setLong(3, afterId);
            p.setInt(4, limit);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    rows.add(row(r));
                }
            }
        }
        return rows;
    }

    /** Whom a message was for. */
    public record Recipient(RequestId request, PersonId person) {

        @Override
        public String toString() {
            return "Recipient[" + request.value() + "]";
        }
    }

    /** Whom a message was for; empty when there is no such row. */
    public static Optional<Recipient> recipient(Connection c, DeliveryId delivery) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("select request_id, person_id from peyk_delivery where id = ?")) {
            p.setLong(1, delivery.value());
            try (ResultSet r = p.executeQuery()) {
                return r.next()
                        ? Optional.of(new Recipient(new RequestId(r.getString(1)), new PersonId(r.getString(2))))
                        : Optional.empty();
            }
        }
    }

    private static LedgerRow row(ResultSet r) throws SQLException {
        String reason = r.getString(6);
        int code = r.getInt(12);
        boolean noCode = r.wasNull();
        return new LedgerRow(
                new DeliveryId(r.getLong(1)),
                Channel.valueOf(r.getString(2)),
                new PersonId(r.getString(3)),
                mask(r.getString(4)),
                DeliveryState.valueOf(r.getString(5)),
                reason == null ? null : DeliveryReason.valueOf(reason),
                r.getString(7),
                r.getInt(8),
                r.getInt(9),
                Objects.requireNonNull(instant(r, 10)),
                instant(r, 11),
                noCode ? null : code,
                r.getString(13),
                r.getString(14),
                instant(r, 15));
    }

    private static @Nullable Instant instant(ResultSet r, int column) throws SQLException {
        return Store.instant(r.getObject(column, OffsetDateTime.class));
    }

    /** A mail address keeps its first character and its domain, a number its last two digits. */
    public static String mask(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1) {
            return "***" + address.substring(Math.max(0, address.length() - 2));
        }
        return address.substring(0, address.offsetByCodePoints(0, 1)) + "***" + address.substring(at);
    }

    /** What the sources gave that is no usable recipient. */
    public static List<RejectedRow> rejected(Connection c, RequestId request, int limit) throws SQLException {
        List<RejectedRow> rows = new ArrayList<>();
        try (PreparedStatement p = c.prepareStatement("select position, code, reason_tr, reason_en from peyk_rejected"
                + " where request_id = ? order by channel, part, position fetch first ? rows only")) {
            p.setString(1, request.value());
            p.setInt(2, limit);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    rows.add(new RejectedRow(
                            r.getString(1), r.getString(2), LocalizedText.of(r.getString(3), r.getString(4))));
                }
            }
        }
        return rows;
    }
}
