package org.peyk.audience;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.RecipientSourceException;

/** An application's query with its columns understood, and the statements made of it. Values are bound, never written into a statement. */
final class JdbcQuery {

    private final String query;
    private final String group;
    private final String quote;
    private final Map<RecipientColumn, Integer> columns;
    private final Map<String, Integer> attributes;
    private final List<String> labels;
    private final int keyType;
    private final List<String> filterColumns = new ArrayList<>();
    private final List<String> filterValues = new ArrayList<>();

    private JdbcQuery(String query, String group, String quote, ResultSetMetaData meta) throws SQLException {
        this.query = query;
        this.group = group;
        this.quote = quote;
        this.columns = new EnumMap<>(RecipientColumn.class);
        this.attributes = new LinkedHashMap<>();
        this.labels = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            String label = meta.getColumnLabel(i);
            labels.add(label);
            RecipientColumn column = column(label);
            if (column == null || columns.putIfAbsent(column, i) != null) {
                attributes.put(label, i);
            }
        }
        Integer key = columns.get(RecipientColumn.PERSON);
        this.keyType = key == null ? 0 : meta.getColumnType(key);
    }

    /**
     * Asks the database for the columns of a query, and holds a selection against them.
     *
     * @throws RecipientSourceException when a column is missing
     */
    static JdbcQuery of(Connection c, String query, Selection selection, int timeoutSeconds)
            throws SQLException, RecipientSourceException {
        String quote = c.getMetaData().getIdentifierQuoteString();
        JdbcQuery q;
        try (PreparedStatement s = c.prepareStatement("select q.* from (" + query + ") q where 1 = 0")) {
            s.setQueryTimeout(timeoutSeconds);
            try (var r = s.executeQuery()) {
                q = new JdbcQuery(query, selection.group(), quote, r.getMetaData());
            }
        }
        boolean addressed =
                q.columns.containsKey(RecipientColumn.MAIL) || q.columns.containsKey(RecipientColumn.MOBILE);
        if (!q.columns.containsKey(RecipientColumn.PERSON) || !addressed) {
            throw new RecipientSourceException(
                    JdbcRecipientSource.JDBC_COLUMNS,
                    LocalizedText.of(
                            "Alıcı sorgusunda kişi numarası ya da adres sütunu yok: " + selection.group()
                                    + ". “kisi_no” ve “e_posta” adlı sütunlar verin.",
                            "The recipient query has no column of the person's key or of addresses: "
                                    + selection.group() + ". Give columns called “person” and “email”."),
                    null);
        }
        q.filter(selection.filter());
        return q;
    }

    private void filter(Map<String, String> filter) throws RecipientSourceException {
        for (Map.Entry<String, String> e : filter.entrySet()) {
            String wanted = RecipientColumn.fold(e.getKey());
            String label = labels.stream()
                    .filter(l -> RecipientColumn.fold(l).equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new RecipientSourceException(
                            JdbcRecipientSource.JDBC_FILTER,
                            LocalizedText.of(
                                    "Alıcı sorgusunda böyle bir sütun yok: " + e.getKey() + ".",
                                    "The recipient query has no such column: " + e.getKey() + "."),
                            null));
            filterColumns.add(label);
            filterValues.add(e.getValue());
        }
    }

    private static @Nullable RecipientColumn column(String label) {
        String folded = RecipientColumn.fold(label);
        for (RecipientColumn column : RecipientColumn.values()) {
            if (column.named(folded)) {
                return column;
            }
        }
        return null;
    }

    String group() {
        return group;
    }

    /** The key of a row as the database has it, for the cursor. */
    @Nullable
    String key(ResultSet r) throws SQLException {
        return r.getString(index(RecipientColumn.PERSON));
    }

    /** The values of a row. */
    RecipientRow row(ResultSet r, String position) throws SQLException {
        Map<String, String> others = new HashMap<>();
        for (Map.Entry<String, Integer> e : attributes.entrySet()) {
            String value = text(r, e.getValue());
            if (!value.isEmpty()) {
                others.put(e.getKey(), value);
            }
        }
        return new RecipientRow(
                position,
                text(r, index(RecipientColumn.PERSON)),
                text(r, index(RecipientColumn.MAIL)),
                text(r, index(RecipientColumn.MOBILE)),
                text(r, index(RecipientColumn.NAME)),
                text(r, index(RecipientColumn.LANGUAGE)),
                group,
                others);
    }

    private static String text(ResultSet r, int index) throws SQLException {
        String value = index == 0 ? null : r.getString(index);
        return value == null ? "" : value.strip();
    }

    /** Index of a column in the result, or 0. */
    private int index(RecipientColumn column) {
        return columns.getOrDefault(column, 0);
    }

    /** Number of rows, and of different keys. */
    String keys() {
        return "select count(*), count(distinct " + name(RecipientColumn.PERSON) + ")" + from(List.of());
    }

    /** Number of rows that have an address. */
    String count() {
        String addressed = Stream.of(RecipientColumn.MAIL, RecipientColumn.MOBILE)
                .filter(columns::containsKey)
                .map(c -> "trim(cast(" + name(c) + " as varchar(4000))) <> ''")
                .collect(Collectors.joining(" or ", "(", ")"));
        return "select count(*)" + from(List.of(addressed));
    }

    /** The rows in the order of their keys. */
    String page(boolean after, long rows) {
        String key = name(RecipientColumn.PERSON);
        return "select q.*" + from(after ? List.of(key + " > ?") : List.of()) + " order by " + key + " fetch first "
                + rows + " rows only";
    }

    private String from(List<String> conditions) {
        List<String> all = new ArrayList<>();
        filterColumns.forEach(label -> all.add("cast(q." + quoted(label) + " as varchar(4000)) = ?"));
        all.addAll(conditions);
        return " from (" + query + ") q" + (all.isEmpty() ? "" : " where " + String.join(" and ", all));
    }

    /** Binds the filter's values and, after them, the key to read on from. */
    void bind(PreparedStatement s, @Nullable String after) throws SQLException {
        int i = 1;
        for (String value : filterValues) {
            s.setString(i++, value);
        }
        if (after != null) {
            s.setObject(i, after, keyType);
        }
    }

    private String name(RecipientColumn column) {
        return "q." + quoted(labels.get(index(column) - 1));
    }

    private String quoted(String label) {
        String q = quote.strip();
        return q.isEmpty() ? label : q + label.replace(q, q + q) + q;
    }
}
