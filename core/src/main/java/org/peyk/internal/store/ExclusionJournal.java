package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.peyk.ExclusionChange;
import org.peyk.ExclusionReason;
import org.peyk.internal.audit.HashChain;
import org.peyk.internal.store.ExclusionRows.Subject;
import org.peyk.spi.PersonId;
import org.peyk.spi.Sha256;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Who put whom on the list of exclusions and took them off, each line hashed with the one before. An address stands here as its digest. */
public final class ExclusionJournal {

    public static final String ADDED = "ADDED";
    public static final String LIFTED = "LIFTED";

    private static final String ADDRESS = "a:";

    private ExclusionJournal() {}

    private record Last(long seq, String hash) {}

    /** Writes lines about subjects. Holds the journal for this transaction, as each line follows the one before. */
    public static void write(
            Connection c,
            Collection<String> subjects,
            String action,
            ExclusionReason reason,
            String source,
            PersonId by,
            Instant now)
            throws SQLException {
        if (subjects.isEmpty()) {
            return;
        }
        Last last = hold(c);
        try (PreparedStatement p = c.prepareStatement("insert into peyk_exclusion_journal (seq, at, actor, action,"
                + " subject, reason, source, prev_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (String subject : subjects) {
                String whom = ExclusionRows.parts(subject).person()
                        ? subject
                        : ADDRESS
                                + Sha256.hex(subject.substring(ADDRESS.length()).getBytes(UTF_8));
                String at = now.toString();
                String hash = HashChain.exclusion(
                        last.hash(), last.seq() + 1, at, by.value(), action, whom, reason.name(), source);
                p.setLong(1, last.seq() + 1);
                p.setString(2, at);
                p.setString(3, by.value());
                p.setString(4, action);
                p.setString(5, whom);
                p.setString(6, reason.name());
                p.setString(7, source);
                p.setString(8, last.hash());
                p.setString(9, hash);
                p.addBatch();
                last = new Last(last.seq() + 1, hash);
            }
            p.executeBatch();
        }
    }

    private static Last hold(Connection c) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("update peyk_store set only_row = 1 where only_row = 1")) {
            p.executeUpdate();
        }
        try (PreparedStatement p = c.prepareStatement(
                        "select seq, hash from peyk_exclusion_journal order by seq desc fetch first 1 row only");
                ResultSet r = p.executeQuery()) {
            return r.next() ? new Last(r.getLong(1), r.getString(2)) : new Last(0, HashChain.GENESIS);
        }
    }

    /** Lines after a place. */
    public static List<ExclusionChange> list(Connection c, long after, int limit) throws SQLException {
        List<ExclusionChange> found = new ArrayList<>();
        try (PreparedStatement p = c.prepareStatement("select seq, at, actor, action, subject, reason, source"
                + " from peyk_exclusion_journal where seq > ? order by seq fetch first ? rows only")) {
            p.setLong(1, after);
            p.setInt(2, limit);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    String subject = r.getString(5);
                    boolean person = !subject.startsWith(ADDRESS);
                    found.add(new ExclusionChange(
                            r.getLong(1),
                            Instant.parse(r.getString(2)),
                            new PersonId(r.getString(3)),
                            ADDED.equals(r.getString(4)),
                            person ? new PersonId(Subject.of(subject).value()) : null,
                            person ? null : subject.substring(ADDRESS.length()),
                            ExclusionReason.valueOf(r.getString(6)),
                            r.getString(7)));
                }
            }
        }
        return found;
    }

    /** The places of lines that do not follow from the ones before; the first few of them. */
    public static List<Long> broken(Connection c, int limit) throws SQLException {
        List<Long> broken = new ArrayList<>();
        String previous = HashChain.GENESIS;
        long expected = 1;
        try (PreparedStatement p = c.prepareStatement("select seq, at, actor, action, subject, reason, source,"
                + " prev_hash, hash from peyk_exclusion_journal order by seq")) {
            p.setFetchSize(1000);
            try (ResultSet r = p.executeQuery()) {
                while (r.next() && broken.size() < limit) {
                    String hash = HashChain.exclusion(
                            r.getString(8),
                            r.getLong(1),
                            r.getString(2),
                            r.getString(3),
                            r.getString(4),
                            r.getString(5),
                            r.getString(6),
                            r.getString(7));
                    boolean follows = r.getLong(1) == expected && previous.equals(r.getString(8));
                    if (!follows || !hash.equals(r.getString(9))) {
                        broken.add(r.getLong(1));
                    }
                    previous = Objects.requireNonNull(r.getString(9));
                    expected = r.getLong(1) + 1;
                }
            }
        }
        return broken;
    }
}
