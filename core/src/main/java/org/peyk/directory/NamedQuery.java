package org.peyk.directory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A query with names for its values, such as {@code :person}. Values are bound, never written into the statement. */
final class NamedQuery {

    /** Texts, quoted names, comments and casts hold no names of values; they are stepped over. */
    private static final Pattern PART = Pattern.compile(
            "'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\\n]*|/\\*.*?\\*/|::|:([A-Za-z][A-Za-z0-9_]*)", Pattern.DOTALL);

    private final String statement;
    private final List<String> names = new ArrayList<>();

    NamedQuery(String query) {
        StringBuilder positional = new StringBuilder();
        Matcher m = PART.matcher(query);
        while (m.find()) {
            String name = m.group(1);
            if (name != null) {
                names.add(name);
            }
            m.appendReplacement(positional, Matcher.quoteReplacement(name == null ? m.group() : "?"));
        }
        this.statement = m.appendTail(positional).toString();
    }

    Set<String> names() {
        return new HashSet<>(names);
    }

    PreparedStatement prepare(Connection c, int timeoutSeconds, Map<String, Binding> values) throws SQLException {
        return prepared(c, statement, timeoutSeconds, values);
    }

    /** The same columns without rows. */
    PreparedStatement prepareEmpty(Connection c, int timeoutSeconds, Map<String, Binding> values) throws SQLException {
        return prepared(c, "select q.* from (" + statement + "\n) q where 1 = 0", timeoutSeconds, values);
    }

    private PreparedStatement prepared(Connection c, String sql, int timeoutSeconds, Map<String, Binding> values)
            throws SQLException {
        PreparedStatement s = c.prepareStatement(sql);
        try {
            s.setQueryTimeout(timeoutSeconds);
            for (int i = 0; i < names.size(); i++) {
                Binding value = values.get(names.get(i));
                if (value == null) {
                    throw new SQLException("no value has the name " + names.get(i));
                }
                value.set(s, i + 1);
            }
            return s;
        } catch (SQLException | RuntimeException e) {
            s.close();
            throw e;
        }
    }

    /** Sets a value in a statement. */
    interface Binding {
        void set(PreparedStatement s, int index) throws SQLException;
    }
}
