package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.AudienceRules;
import org.peyk.Exclusion;
import org.peyk.ExclusionReason;
import org.peyk.spi.Channel;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestId;

/** Who is left out of every audience, and what that does to rows of the ledger. */
public final class ExclusionRows {

    private static final String PERSON = "p:";
    private static final String ADDRESS = "a:";

    /** What nothing has left of; a row that was in doubt before may have been accepted, and says so for good. */
    private static final String SKIPPING = "update peyk_delivery set state = case when doubted > 0 then"
            + " 'CLOSED_IN_DOUBT' when %1$s = 'ADDRESS_GONE' then 'SUPPRESSED' else 'SKIPPED' end, reason = %1$s,"
            + " not_before = null, changed_at = ? where request_id = ? and channel = ?";

    private static final String ON_LIST = "from peyk_exclusion e where e.subject = ";
    private static final String HIS = "'p:' || peyk_delivery.person_id";
    private static final String ITS = "'a:' || peyk_delivery.channel || ':' || peyk_delivery.address_key";

    private ExclusionRows() {}

    /** How a person stands on the list. */
    public static String subject(String person) {
        return PERSON + person;
    }

    /** How a folded address stands on the list. */
    public static String subject(Channel channel, String addressKey) {
        return ADDRESS + channel.name() + ":" + addressKey;
    }

    /** The reasons that hold for a purpose. */
    public static Set<ExclusionReason> applying(Purpose purpose, AudienceRules rules) {
        Set<ExclusionReason> all = EnumSet.allOf(ExclusionReason.class);
        if (!rules.optOut().contains(purpose)) {
            all.remove(ExclusionReason.OPTED_OUT);
        }
        return all;
    }

    private static Object[] names(Set<ExclusionReason> reasons) {
        return reasons.stream().map(Enum::name).toArray();
    }

    /** Those of some subjects that are on the list, each with its gravest reason. */
    public static Map<String, ExclusionReason> among(
            Connection c, Collection<String> subjects, Set<ExclusionReason> reasons) throws SQLException {
        Map<String, ExclusionReason> found = new HashMap<>();
        if (subjects.isEmpty()) {
            return found;
        }
        try (PreparedStatement p = c.prepareStatement(
                "select subject, reason from peyk_exclusion where subject = any (?) and reason = any (?)")) {
            p.setArray(1, c.createArrayOf("varchar", subjects.toArray()));
            p.setArray(2, c.createArrayOf("varchar", names(reasons)));
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    found.merge(
                            r.getString(1),
                            ExclusionReason.valueOf(r.getString(2)),
                            (a, b) -> a.compareTo(b) <= 0 ? a : b);
                }
            }
        }
        return found;
    }

    /** Takes those out of a batch who are on the list by now, before the batch is claimed. */
    public static void skip(Connection c, BatchKey key, Set<ExclusionReason> reasons, Instant now) throws SQLException {
        // by name the gravest reason comes first, DECEASED before LEFT before OPTED_OUT
        String sql = SKIPPING.formatted("(select min(e.reason) "
                        + ON_LIST.replace("= ", "in (" + HIS + ", " + ITS + ")") + " and e.reason = any (?))")
                + " and batch = ? and state in ('PENDING', 'DEFERRED') and (exists (select 1 " + ON_LIST + HIS
                + " and e.reason = any (?)) or exists (select 1 " + ON_LIST + ITS + " and e.reason = any (?)))";
        try (PreparedStatement p = c.prepareStatement(sql)) {
            Object[] names = names(reasons);
            p.setArray(1, c.createArrayOf("varchar", names));
            p.setArray(2, c.createArrayOf("varchar", names));
            p.setObject(3, Store.time(now));
            p.setString(4, key.request().value());
            p.setString(5, key.channel().name());
            p.setInt(6, key.batch());
            p.setArray(7, c.createArrayOf("varchar", names));
            p.setArray(8, c.createArrayOf("varchar", names));
            p.executeUpdate();
        }
    }

    /** Takes somebody out of what is being sent at this moment, also what a worker has claimed; what is in flight ends by its result. */
    public static int skip(Connection c, List<RequestId> requests, Subject subject, ExclusionReason reason, Instant now)
            throws SQLException {
        int skipped = 0;
        String column = subject.person() ? "person_id" : "address_key";
        String sql = SKIPPING.formatted("cast(? as varchar)") + " and " + column
                + " = ? and state in ('PENDING', 'CLAIMED', 'DEFERRED')";
        String doubted =
                "update peyk_delivery set not_before = null, changed_at = ? where request_id = ? and channel = ?"
                        + " and " + column + " = ? and state = 'IN_DOUBT' and not_before is not null";
        for (RequestId request : requests) {
            for (Channel channel : subject.channels()) {
                try (PreparedStatement p = c.prepareStatement(sql)) {
                    p.setString(1, reason.name());
                    p.setString(2, reason.name());
                    p.setObject(3, Store.time(now));
                    p.setString(4, request.value());
                    p.setString(5, channel.name());
                    p.setString(6, subject.value());
                    skipped += p.executeUpdate();
                }
                try (PreparedStatement p = c.prepareStatement(doubted)) {
                    p.setObject(1, Store.time(now));
                    p.setString(2, request.value());
                    p.setString(3, channel.name());
                    p.setString(4, subject.value());
                    p.executeUpdate();
                }
            }
        }
        return skipped;
    }

    /** A subject taken apart. */
    public record Subject(boolean person, List<Channel> channels, String value) {

        static Subject of(String subject) {
            if (subject.startsWith(PERSON)) {
                return new Subject(true, List.of(Channel.values()), subject.substring(PERSON.length()));
            }
            int colon = subject.indexOf(':', ADDRESS.length());
            Channel channel = Channel.valueOf(subject.substring(ADDRESS.length(), colon));
            return new Subject(false, List.of(channel), subject.substring(colon + 1));
        }

        @Override
        public String toString() {
            return "Subject[" + (person ? "person" : "address") + "]";
        }
    }

    public static Subject parts(String subject) {
        return Subject.of(subject);
    }

    /** Requests whose messages may leave, or will once they are resumed, of some purposes. */
    public static List<RequestId> sending(Connection c, Set<Purpose> purposes) throws SQLException {
        List<RequestId> found = new ArrayList<>();
        try (PreparedStatement p = c.prepareStatement("select id from peyk_request"
                + " where state in ('SENDING', 'PAUSED') and purpose = any (?) order by id")) {
            p.setArray(
                    1,
                    c.createArrayOf("varchar", purposes.stream().map(Enum::name).toArray()));
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    found.add(new RequestId(r.getString(1)));
                }
            }
        }
        return found;
    }

    /** Puts subjects on the list; those that are on it for this reason are left as they are. */
    public static Set<String> add(
            Connection c, Collection<String> subjects, ExclusionReason reason, String source, PersonId by, Instant now)
            throws SQLException {
        Set<String> fresh = new HashSet<>(subjects);
        fresh.removeAll(among(c, subjects, EnumSet.of(reason)).keySet());
        try (PreparedStatement p = c.prepareStatement(
                "insert into peyk_exclusion (subject, reason, source, added_by, added_at) values (?, ?, ?, ?, ?)")) {
            for (String subject : fresh) {
                p.setString(1, subject);
                p.setString(2, reason.name());
                p.setString(3, source);
                p.setString(4, by.value());
                p.setObject(5, Store.time(now));
                p.addBatch();
            }
            p.executeBatch();
        }
        return fresh;
    }

    /** An entry with its subject. */
    public record Entry(String subject, Exclusion exclusion) {
        @Override
        public String toString() {
            return "Entry[" + exclusion + "]";
        }
    }

    private static final String COLUMNS = "select id, subject, reason, source, added_by, added_at from peyk_exclusion";

    /** Entries of a reason, or of all, in the order of their ids. */
    public static List<Entry> list(Connection c, @Nullable ExclusionReason reason, long after, int limit)
            throws SQLException {
        try (PreparedStatement p = c.prepareStatement(COLUMNS + " where id > ?"
                + (reason == null ? "" : " and reason = ?") + " order by id fetch first ? rows only")) {
            int i = 1;
            p.setLong(i++, after);
            if (reason != null) {
                p.setString(i++, reason.name());
            }
            p.setInt(i, limit);
            return entries(p);
        }
    }

    /** Entries of some subjects. */
    public static List<Entry> of(Connection c, Collection<String> subjects) throws SQLException {
        try (PreparedStatement p = c.prepareStatement(COLUMNS + " where subject = any (?) order by id")) {
            p.setArray(1, c.createArrayOf("varchar", subjects.toArray()));
            return entries(p);
        }
    }

    /** One entry; the list is empty when it is gone. */
    public static List<Entry> byId(Connection c, long id) throws SQLException {
        try (PreparedStatement p = c.prepareStatement(COLUMNS + " where id = ?")) {
            p.setLong(1, id);
            return entries(p);
        }
    }

    private static List<Entry> entries(PreparedStatement p) throws SQLException {
        List<Entry> found = new ArrayList<>();
        try (ResultSet r = p.executeQuery()) {
            while (r.next()) {
                String subject = r.getString(2);
                Subject parts = Subject.of(subject);
                found.add(new Entry(
                        subject,
                        new Exclusion(
                                r.getLong(1),
                                parts.person() ? new PersonId(parts.value()) : null,
                                parts.person() ? null : parts.channels().get(0),
                                parts.person() ? null : LedgerViews.mask(parts.value()),
                                ExclusionReason.valueOf(r.getString(3)),
                                r.getString(4),
                                new PersonId(r.getString(5)),
                                Objects.requireNonNull(Store.instant(r.getObject(6, OffsetDateTime.class))))));
            }
        }
        return found;
    }

    /** Takes an entry off the list; false when it is gone already. */
    public static boolean remove(Connection c, long id) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("delete from peyk_exclusion where id = ?")) {
            p.setLong(1, id);
            return p.executeUpdate() == 1;
        }
    }
}
