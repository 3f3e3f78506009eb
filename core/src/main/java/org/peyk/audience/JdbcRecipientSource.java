package org.peyk.audience;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.AudienceGroup;
import org.peyk.spi.recipient.Recipient;
import org.peyk.spi.recipient.RecipientPage;
import org.peyk.spi.recipient.RecipientSource;
import org.peyk.spi.recipient.RecipientSourceException;
import org.peyk.spi.recipient.RejectedRow;

/**
 * Recipients of a live database: each group is a query of the application's own, such as {@code select kisi_no, ad_soyad, e_posta from
 * akademik_personel where ayrildi is null}. Columns are known by the names of {@link RecipientColumn}; a column for the person's key and
 * one for an address are needed, and the query must give each person once. A selection may filter by any column.
 *
 * <p>Pages are cut by the person's key (no offset), so that people who join or leave do not shift what is still to be read; an index on
 * the key helps. The wrapped query has to be valid as a derived table: no closing semicolon, no order. Each call uses a connection of its
 * own and leaves it as it was. Thread-safe.
 */
public final class JdbcRecipientSource implements RecipientSource {

    /** The database could not be asked. */
    public static final String JDBC_FAILED = "JDBC-FAILED";

    /** The query lacks a column that is needed. */
    public static final String JDBC_COLUMNS = "JDBC-COLUMNS";

    /** The query gives the same person twice, or a row without a key. */
    public static final String JDBC_KEYS = "JDBC-KEYS";

    /** There is no query for the group. */
    public static final String JDBC_GROUP = "JDBC-GROUP";

    /** A filter names a column that is not there. */
    public static final String JDBC_FILTER = "JDBC-FILTER";

    private final String name;
    private final DataSource database;
    private final int timeoutSeconds;
    private final Map<String, Group> groups;

    private record Group(LocalizedText label, String query) {}

    private JdbcRecipientSource(Builder b) {
        this.name = b.name;
        this.database = b.database;
        this.timeoutSeconds = b.timeoutSeconds;
        this.groups = new LinkedHashMap<>(b.groups);
    }

    /**
     * Starts a source without groups.
     *
     * @param name the name that selections use
     * @param database where connections come from
     * @return a builder
     */
    public static Builder builder(String name, DataSource database) {
        return new Builder(name, database);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<AudienceGroup> groups() {
        List<AudienceGroup> list = new ArrayList<>();
        groups.forEach((code, g) -> list.add(new AudienceGroup(code, g.label())));
        return List.copyOf(list);
    }

    @Override
    public long count(Selection selection) throws RecipientSourceException, InterruptedException {
        return ask(selection, (c, query) -> {
            requireUsableKeys(c, query);
            try (PreparedStatement s = prepare(c, query.count());
                    ResultSet r = open(s, query, null)) {
                r.next();
                return r.getLong(1);
            }
        });
    }

    @Override
    public RecipientPage page(Selection selection, @Nullable String after, int limit)
            throws RecipientSourceException, InterruptedException {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1");
        }
        return ask(selection, (c, query) -> {
            if (after == null) {
                requireUsableKeys(c, query);
            }
            // One row more than wanted tells whether there is a next page.
            try (PreparedStatement s = prepare(c, query.page(after != null, limit + 1L));
                    ResultSet r = open(s, query, after)) {
                return page(r, query, limit);
            }
        });
    }

    private static RecipientPage page(ResultSet r, JdbcQuery query, int limit) throws SQLException {
        List<Recipient> recipients = new ArrayList<>();
        List<RejectedRow> rejected = new ArrayList<>();
        String key = null;
        for (int row = 1; r.next(); row++) {
            if (row > limit) {
                return new RecipientPage(recipients, rejected, key);
            }
            key = query.key(r);
            RecipientRow values = query.row(r, "row " + row);
            RejectedRow rejection = values.rejection();
            @Nullable PersonId person = values.person();
            if (rejection != null) {
                rejected.add(rejection);
            } else if (person != null) {
                recipients.add(values.recipient(person));
            }
        }
        return new RecipientPage(recipients, rejected, null);
    }

    /** Rows without a key or with that of another row would be skipped or repeated between pages. */
    private void requireUsableKeys(Connection c, JdbcQuery query) throws SQLException, RecipientSourceException {
        try (PreparedStatement s = prepare(c, query.keys());
                ResultSet r = open(s, query, null)) {
            r.next();
            if (r.getLong(1) != r.getLong(2)) {
                throw new RecipientSourceException(
                        JDBC_KEYS,
                        LocalizedText.of(
                                "Alıcı sorgusu aynı kişiyi birden çok kez ya da kişi numarası olmadan veriyor: "
                                        + query.group() + ". Sorguyu kişi başına bir satır verecek biçimde düzeltin.",
                                "The recipient query gives a person twice or a row without a key: " + query.group()
                                        + ". Correct it so that it gives one row a person."),
                        null);
            }
        }
    }

    private interface Work<T> {
        T with(Connection connection, JdbcQuery query) throws SQLException, RecipientSourceException;
    }

    private <T> T ask(Selection selection, Work<T> work) throws RecipientSourceException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Group group = groups.get(selection.group());
        if (group == null) {
            throw new RecipientSourceException(
                    JDBC_GROUP,
                    LocalizedText.of(
                            "Böyle bir alıcı grubu yok: " + selection.group() + ".",
                            "There is no such group of recipients: " + selection.group() + "."),
                    null);
        }
        try (Connection c = database.getConnection()) {
            return work.with(c, JdbcQuery.of(c, group.query(), selection, timeoutSeconds));
        } catch (SQLException e) {
            throw new RecipientSourceException(
                    JDBC_FAILED,
                    LocalizedText.of(
                            "Alıcı veritabanı sorgulanamadı (kaynak: " + name + "); erişimi ve sorguyu denetleyin.",
                            "The recipient database could not be asked (source: " + name
                                    + "); check access and query."),
                    e);
        }
    }

    private PreparedStatement prepare(Connection c, String sql) throws SQLException {
        PreparedStatement s = c.prepareStatement(sql);
        s.setQueryTimeout(timeoutSeconds);
        return s;
    }

    private static ResultSet open(PreparedStatement s, JdbcQuery query, @Nullable String after) throws SQLException {
        query.bind(s, after);
        return s.executeQuery();
    }

    /** Builds a {@link JdbcRecipientSource}. Not thread-safe. */
    public static final class Builder {

        /** How long a query may run unless said otherwise: one minute. */
        public static final int DEFAULT_TIMEOUT_SECONDS = 60;

        private final String name;
        private final DataSource database;
        private final Map<String, Group> groups = new LinkedHashMap<>();
        private int timeoutSeconds = DEFAULT_TIMEOUT_SECONDS;

        private Builder(String name, DataSource database) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("name must not be blank");
            }
            this.name = name;
            this.database = database;
        }

        /**
         * Adds a group.
         *
         * @param code its code, used in selections
         * @param label the name staff know it by
         * @param query the query that gives its members; never built from what users type
         * @return this
         */
        public Builder group(String code, LocalizedText label, String query) {
            if (groups.putIfAbsent(code, new Group(label, query)) != null) {
                throw new IllegalArgumentException("code is used by another group");
            }
            return this;
        }

        /**
         * Sets how long a query may run.
         *
         * @param seconds seconds, at least 1
         * @return this
         */
        public Builder timeoutSeconds(int seconds) {
            if (seconds < 1) {
                throw new IllegalArgumentException("seconds must be at least 1");
            }
            this.timeoutSeconds = seconds;
            return this;
        }

        /**
         * Makes the source, without asking the database.
         *
         * @return an immutable source
         */
        public JdbcRecipientSource build() {
            return new JdbcRecipientSource(this);
        }
    }
}
