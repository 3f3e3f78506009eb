package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.Channel;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestId;
import org.peyk.spi.recipient.Recipient;

/** Rows of people who got a message or may have got it. */
public final class ReceivedRows {

    /** What is in flight will be known to have been sent, or will be in doubt. */
    private static final String RECEIVED =
            " where request_id = ? and state in ('SENT', 'IN_FLIGHT', 'IN_DOUBT', 'CLOSED_IN_DOUBT')";

    private ReceivedRows() {}

    /** People, and the row after which the next page begins; null when there is none. */
    public record Page(List<Recipient> recipients, @Nullable Long last) {}

    public static long count(Connection c, RequestId request) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("select count(*) from peyk_delivery" + RECEIVED)) {
            p.setString(1, request.value());
            try (ResultSet r = p.executeQuery()) {
                r.next();
                return r.getLong(1);
            }
        }
    }

    public static Page page(Connection c, RequestId request, long after, int limit) throws SQLException {
        List<Recipient> people = new ArrayList<>();
        Long last = null;
        try (PreparedStatement p = c.prepareStatement("select id, channel, person_id, address, display_name, language,"
                + " person_groups from peyk_delivery" + RECEIVED + " and id > ? order by id fetch first ? rows only")) {
            p.setString(1, request.value());
            p.setLong(2, after);
            // one more tells whether there is another page
            p.setInt(3, limit + 1);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    if (people.size() == limit) {
                        return new Page(people, last);
                    }
                    last = r.getLong(1);
                    people.add(recipient(r));
                }
            }
        }
        return new Page(people, null);
    }

    private static Recipient recipient(ResultSet r) throws SQLException {
        String language = r.getString(6);
        String groups = r.getString(7);
        return new Recipient(
                new PersonId(r.getString(3)),
                Map.of(Channel.valueOf(r.getString(2)), r.getString(4)),
                r.getString(5),
                language == null ? null : Locale.forLanguageTag(language),
                groups == null || groups.isEmpty() ? Set.of() : Set.of(groups.split("\n", -1)),
                Map.of());
    }
}
