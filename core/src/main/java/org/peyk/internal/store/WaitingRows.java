package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.peyk.MailRequest;
import org.peyk.internal.store.SummaryRows.Place;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestId;
import org.peyk.spi.UnitId;
import org.peyk.spi.directory.Role;

/** Open steps by who may decide them. */
public final class WaitingRows {

    private WaitingRows() {}

    /** Somebody, or the holders of a role, who may decide a step; via is empty, or names whose authority a delegate uses. */
    public record Waiting(String step, String holder, String via) implements Comparable<Waiting> {
        @Override
        public int compareTo(Waiting o) {
            return Comparator.comparing(Waiting::step)
                    .thenComparing(Waiting::holder)
                    .thenComparing(Waiting::via)
                    .compare(this, o);
        }
    }

    /** Somebody who may not decide a step all the same, or none when the step is empty. */
    public record Barred(String person, String step) implements Comparable<Barred> {
        @Override
        public int compareTo(Barred o) {
            return Comparator.comparing(Barred::person)
                    .thenComparing(Barred::step)
                    .compare(this, o);
        }
    }

    /** A step that waits, and whether whoever asks may decide it. */
    public record Found(String request, String step, String via, Instant since, boolean open) {}

    /**
     * On what grounds steps are looked for.
     *
     * @param holder the name they are kept under
     * @param delegated whether steps that were given to the holder count
     * @param authorities the persons whose authority it is; one of them must have no hand in the request
     */
    public record Ground(String holder, boolean delegated, List<PersonId> authorities) {}

    public static void remove(Change change, RequestId id) {
        change.add("delete from peyk_waiting where request_id = ?", id.value());
        change.add("delete from peyk_barred where request_id = ?", id.value());
    }

    /** What rows there were and what rows there are to be. */
    public record Rows<T>(List<T> was, List<T> is) {

        private List<T> gone() {
            return was.stream().filter(t -> !is.contains(t)).toList();
        }

        private List<T> added() {
            return is.stream().filter(t -> !was.contains(t)).toList();
        }
    }

    /** Removes and adds what is different. */
    public static void change(Change change, MailRequest r, Rows<Waiting> waiting, Rows<Barred> barred) {
        String id = r.id().value();
        for (Waiting w : waiting.gone()) {
            // the holder behind an operator, as a planner without statistics looks through all that waits for a holder
            change.add(
                    "delete from peyk_waiting where request_id = ? and step = ? and holder || '' = ? and via = ?",
                    id,
                    w.step(),
                    w.holder(),
                    w.via());
        }
        for (Barred b : barred.gone()) {
            change.add(
                    "delete from peyk_barred where request_id = ? and person_id = ? and step = ?",
                    id,
                    b.person(),
                    b.step());
        }
        change.insert(
                "peyk_waiting (request_id, step, holder, via, waiting_since)",
                "(?, ?, ?, ?, ?)",
                waiting.added().stream()
                        .map(w -> Arrays.<@Nullable Object>asList(
                                id, w.step(), w.holder(), w.via(), r.progress().waitingSince()))
                        .toList());
        change.insert(
                "peyk_barred (request_id, person_id, step)",
                "(?, ?, ?)",
                barred.added().stream()
                        .map(b -> Arrays.<@Nullable Object>asList(id, b.person(), b.step()))
                        .toList());
    }

    /** Remembers roles for good; in their order, so that two who meet new ones do not wait for each other. */
    public static void register(Connection c, Map<String, Role> roles) throws SQLException {
        Map<String, Role> missing = new TreeMap<>(roles);
        if (missing.isEmpty()) {
            return;
        }
        try (PreparedStatement p = c.prepareStatement("select holder from peyk_waiting_role where holder = any (?)")) {
            p.setArray(1, c.createArrayOf("varchar", roles.keySet().toArray()));
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    missing.remove(r.getString(1));
                }
            }
        }
        for (Map.Entry<String, Role> e : missing.entrySet()) {
            Savepoint before = c.setSavepoint();
            try (PreparedStatement p =
                    c.prepareStatement("insert into peyk_waiting_role (holder, code, unit) values (?, ?, ?)")) {
                UnitId unit = e.getValue().unit();
                p.setString(1, e.getKey());
                p.setString(2, e.getValue().code());
                p.setString(3, unit == null ? null : unit.value());
                p.executeUpdate();
            } catch (SQLException x) {
                if (!"23505".equals(x.getSQLState())) {
                    throw x;
                }
                // somebody else met the same role this moment
                c.rollback(before);
            }
            c.releaseSavepoint(before);
        }
    }

    /** The roles that open steps name now, by the name their steps are kept under. */
    public static Map<String, Role> roles(Connection c) throws SQLException {
        Map<String, Role> roles = new TreeMap<>();
        try (PreparedStatement p = c.prepareStatement("select r.holder, r.code, r.unit from peyk_waiting_role r"
                        + " where exists (select 1 from peyk_waiting w where w.holder = r.holder)");
                ResultSet r = p.executeQuery()) {
            while (r.next()) {
                String unit = r.getString(3);
                roles.put(r.getString(1), new Role(r.getString(2), unit == null ? null : new UnitId(unit)));
            }
        }
        return roles;
    }

    /**
     * Steps that are kept under a ground's name, the longest waiting first, each with whether it may really be decided. What may not is found and
     * told from the rest rather than left out in the database, which would look at every row of a long list for it.
     */
    public static List<Found> find(Connection c, PersonId actor, Ground on, @Nullable Place after, int limit)
            throws SQLException {
        String next = after == null ? "" : " and w.waiting_since >= ? and (w.waiting_since > ? or w.request_id > ?)";
        // ordered by the holder too, so that H2 reads them by the index and stops at the limit
        String barred = "(select count(distinct b.person_id) from peyk_barred b where b.request_id = w.request_id"
                + " and b.step in ('', w.step) and b.person_id ";
        try (PreparedStatement p = c.prepareStatement("select w.request_id, w.step, w.via, w.waiting_since, " + barred
                + "= ?), " + barred + "= any (?)), " + barred + "= w.via) from peyk_waiting w where w.holder = ?" + next
                + (on.delegated() ? "" : " and w.via = ''")
                + " order by w.holder, w.waiting_since, w.request_id, w.step fetch first ? rows only")) {
            p.setString(1, actor.value());
            p.setArray(
                    2,
                    c.createArrayOf(
                            "varchar",
                            on.authorities().stream().map(PersonId::value).toArray()));
            p.setString(3, on.holder());
            p.setInt(SummaryRows.place(p, 4, after), limit);
            List<Found> found = new ArrayList<>();
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    boolean open =
                            r.getInt(5) == 0 && r.getInt(6) < on.authorities().size() && r.getInt(7) == 0;
                    found.add(new Found(
                            r.getString(1),
                            r.getString(2),
                            r.getString(3),
                            Objects.requireNonNull(Store.instant(r.getObject(4, OffsetDateTime.class))),
                            open));
                }
            }
            return found;
        }
    }

    /** Under which names a step is kept for those who may decide it with an authority of their own. */
    public static List<String> holders(Connection c, String request, String step) throws SQLException {
        try (PreparedStatement p =
                c.prepareStatement("select holder from peyk_waiting where request_id = ? and step = ? and via = ''")) {
            p.setString(1, request);
            p.setString(2, step);
            List<String> found = new ArrayList<>();
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    found.add(r.getString(1));
                }
            }
            return found;
        }
    }
}
