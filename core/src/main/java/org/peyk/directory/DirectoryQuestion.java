package org.peyk.directory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;

/** What a directory is asked, and what a query that answers it needs. */
enum DirectoryQuestion {
    PERSON("person", true, Set.of("person"), Set.of(), Set.of(DirectoryColumn.NAME)),
    ACTIVE("active", true, Set.of("person"), Set.of("at", "utc", "day"), Set.of()),
    // without the unit the dean of one faculty would be the dean of all
    HOLDERS("holders", true, Set.of("role", "unit"), Set.of("at", "utc", "day"), Set.of(DirectoryColumn.PERSON)),
    DEPUTYSHIPS(
            "deputyships",
            false,
            Set.of("person"),
            Set.of("at", "utc", "day"),
            Set.of(DirectoryColumn.PRINCIPAL, DirectoryColumn.BEGIN, DirectoryColumn.END)),
    DEPUTIES(
            "deputies",
            false,
            Set.of("person"),
            Set.of("at", "utc", "day"),
            Set.of(DirectoryColumn.DEPUTY, DirectoryColumn.BEGIN, DirectoryColumn.END));

    private final String label;
    private final boolean needed;
    private final Set<String> values;
    private final Set<String> furtherValues;
    private final Set<DirectoryColumn> columns;

    DirectoryQuestion(
            String label, boolean needed, Set<String> values, Set<String> furtherValues, Set<DirectoryColumn> columns) {
        this.label = label;
        this.needed = needed;
        this.values = values;
        this.furtherValues = furtherValues;
        this.columns = columns;
    }

    String label() {
        return label;
    }

    /** What is wrong with a query, asked of the database. */
    List<LocalizedText> problems(
            DataSource database,
            @Nullable NamedQuery query,
            int timeoutSeconds,
            Map<String, NamedQuery.Binding> bindings) {
        if (query == null) {
            return needed ? List.of(problem("sorgusu eksik.", "query is missing.")) : List.of();
        }
        List<LocalizedText> problems = new ArrayList<>();
        Set<String> known = new HashSet<>(values);
        known.addAll(furtherValues);
        for (String name : new TreeSet<>(query.names())) {
            if (!known.contains(name)) {
                problems.add(problem("sorgusunda :" + name + " olamaz.", "query cannot have :" + name + "."));
            }
        }
        for (String name : new TreeSet<>(values)) {
            if (!query.names().contains(name)) {
                problems.add(problem("sorgusunda :" + name + " yok.", "query lacks :" + name + "."));
            }
        }
        if (problems.isEmpty()) {
            problems.addAll(columns(database, query, timeoutSeconds, bindings));
        }
        return problems;
    }

    private List<LocalizedText> columns(
            DataSource database, NamedQuery query, int timeoutSeconds, Map<String, NamedQuery.Binding> bindings) {
        List<LocalizedText> problems = new ArrayList<>();
        try (Connection c = database.getConnection();
                PreparedStatement s = query.prepareEmpty(c, timeoutSeconds, bindings);
                ResultSet r = s.executeQuery()) {
            Set<DirectoryColumn> found = DirectoryColumn.of(r).keySet();
            for (DirectoryColumn column : new TreeSet<>(columns)) {
                if (!found.contains(column)) {
                    problems.add(problem(
                            "sorgusunda “" + column.turkish() + "” sütunu yok.",
                            "query has no column “" + column.label() + "”."));
                }
            }
        } catch (SQLException e) {
            String state = e.getSQLState();
            problems.add(problem(
                    "sorgusu çalıştırılamadı (SQLState " + state + ").",
                    "query cannot be run (SQLState " + state + ")."));
        }
        return problems;
    }

    private LocalizedText problem(String tr, String en) {
        return LocalizedText.of("Kişi rehberinin “" + label + "” " + tr, "The directory's “" + label + "” " + en);
    }
}
