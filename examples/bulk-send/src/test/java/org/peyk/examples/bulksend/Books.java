package org.peyk.examples.bulksend;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** The ledger of a finished sending beside what the server accepted. */
final class Books {

    private record Row(String state, int doubted) {}

    private final Map<String, Row> rows = new HashMap<>();
    private final Map<String, Long> accepted;

    private Books(List<String> accepted) {
        this.accepted = accepted.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    static Books read(Connection c, List<String> accepted) throws SQLException {
        Books books = new Books(accepted);
        try (Statement s = c.createStatement();
                ResultSet r = s.executeQuery("select address, state, doubted from peyk_delivery")) {
            while (r.next()) {
                books.rows.put(r.getString(1), new Row(r.getString(2), r.getInt(3)));
            }
        }
        return books;
    }

    /** Messages of which a process has stored that they are about to leave, and nothing since; each with the claim under which it did. */
    static Set<String> inFlight(Connection c) throws SQLException {
        Set<String> found = new HashSet<>();
        try (Statement s = c.createStatement();
                ResultSet r = s.executeQuery("select id, epoch from peyk_delivery where state = 'IN_FLIGHT'")) {
            while (r.next()) {
                found.add(r.getLong(1) + ":" + r.getInt(2));
            }
        }
        return found;
    }

    /** How often messages were in doubt, in all. */
    int doubted() {
        return rows.values().stream().mapToInt(Row::doubted).sum();
    }

    /** People on the list who neither got it nor are listed in doubt. */
    long lost(List<String> people) {
        return people.stream()
                .filter(a -> !accepted.containsKey(a))
                .filter(a -> !rows.containsKey(a) || rows.get(a).doubted() == 0)
                .count();
    }

    /** Recipients who got it more often than is listed. */
    long twiceUnlisted() {
        return accepted.entrySet().stream()
                .filter(e -> e.getValue()
                        > 1
                                + (rows.containsKey(e.getKey())
                                        ? rows.get(e.getKey()).doubted()
                                        : 0))
                .count();
    }

    /** Recipients who got it more than once. */
    long twice() {
        return accepted.values().stream().filter(n -> n > 1).count();
    }

    /**
     * Nobody is lost, nobody is written to twice who is not listed as often, and everybody has an end.
     *
     * @param people who is on the list
     * @param resend whether messages in doubt are sent again
     */
    void check(List<String> people, boolean resend) {
        assertThat(rows.keySet()).as("everybody is in the ledger, once").containsExactlyInAnyOrderElementsOf(people);
        for (String address : people) {
            Row row = rows.get(address);
            long got = accepted.getOrDefault(address, 0L);
            assertThat(row.state()).as("an end").isIn("SENT", "IN_DOUBT");
            assertThat(got)
                    .as("times accepted, listed in doubt " + row.doubted())
                    .isLessThanOrEqualTo(resend ? 1L + row.doubted() : 1L);
            if (row.state().equals("SENT")) {
                assertThat(got).as("sent means accepted").isPositive();
            } else {
                assertThat(row.doubted()).as("in doubt is listed").isPositive();
            }
        }
        assertThat(people).containsAll(accepted.keySet());
    }
}
