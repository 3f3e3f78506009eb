package org.peyk.directory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.peyk.ConfigurationException;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.UnitId;
import org.peyk.spi.directory.Deputyship;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.DirectoryException;
import org.peyk.spi.directory.Person;
import org.peyk.spi.directory.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The people of a live database, by queries of the application's own. Values stand in them by name and are bound:
 *
 * <ul>
 *   <li>{@code :person}: the person's key; {@code :role} and {@code :unit}: the role's code and its unit, null for the whole university;
 *   <li>{@code :at}: the moment, with its offset; {@code :utc}: the same for columns of timestamps without a zone, which are taken as UTC;
 *       {@code :day}: the day in the zone, for columns of dates.
 * </ul>
 *
 * <p>Columns are known by an English or a Turkish name: {@code person/kisi}, {@code name/ad_soyad}, {@code unit/birim}, {@code email/e_posta},
 * {@code language/dil}, {@code principal/asil}, {@code deputy/vekil}, {@code begins/baslangic}, {@code ends/bitis}. A query must be valid
 * as a derived table: no closing semicolon, no order. Each question uses a connection of its own; nothing is cached. Thread-safe.
 */
public final class JdbcDirectory implements Directory {

    /** The database could not be asked. */
    public static final String FAILED = "DIRECTORY-FAILED";

    /** A row that was found cannot be understood. */
    public static final String ROW = "DIRECTORY-ROW";

    private static final Logger LOG = LoggerFactory.getLogger(JdbcDirectory.class);
    private static final Instant ALWAYS = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
    private static final Locale TURKISH = Locale.forLanguageTag("tr");

    private final DataSource database;
    private final ZoneId zone;
    private final int timeoutSeconds;
    private final Map<DirectoryQuestion, NamedQuery> queries;

    private JdbcDirectory(Builder b) {
        this.database = b.database;
        this.zone = b.zone;
        this.timeoutSeconds = b.timeoutSeconds;
        this.queries = Map.copyOf(b.queries);
    }

    /**
     * Starts a directory without queries.
     *
     * @param database where connections come from
     * @return a builder
     */
    public static Builder builder(DataSource database) {
        return new Builder(database);
    }

    @Override
    public Optional<Person> find(PersonId id) throws DirectoryException {
        Map<String, NamedQuery.Binding> values = new HashMap<>();
        values.put("person", DirectoryValues.text(id.value()));
        return ask(DirectoryQuestion.PERSON, values, row -> {
                    String unit = row.text(DirectoryColumn.UNIT);
                    String language = row.text(DirectoryColumn.LANGUAGE);
                    return new Person(
                            id,
                            row.needed(DirectoryColumn.NAME),
                            unit == null ? null : UnitId.of(unit),
                            row.text(DirectoryColumn.MAIL),
                            language == null ? TURKISH : Locale.forLanguageTag(language));
                })
                .stream()
                .findFirst();
    }

    /** {@inheritDoc} Active is whom the query gives a row. */
    @Override
    public boolean active(PersonId id, Instant at) throws DirectoryException {
        Map<String, NamedQuery.Binding> values = DirectoryValues.moment(at, zone);
        values.put("person", DirectoryValues.text(id.value()));
        return !ask(DirectoryQuestion.ACTIVE, values, row -> true).isEmpty();
    }

    @Override
    public Set<PersonId> holders(Role role, Instant at) throws DirectoryException {
        Map<String, NamedQuery.Binding> values = DirectoryValues.moment(at, zone);
        UnitId unit = role.unit();
        values.put("role", DirectoryValues.text(role.code()));
        values.put("unit", DirectoryValues.text(unit == null ? null : unit.value()));
        return Collections.unmodifiableSet(new LinkedHashSet<>(
                ask(DirectoryQuestion.HOLDERS, values, row -> PersonId.of(row.needed(DirectoryColumn.PERSON)))));
    }

    /** {@inheritDoc} What the query gives for other moments is left out. */
    @Override
    public List<Deputyship> deputyshipsOf(PersonId deputy, Instant at) throws DirectoryException {
        Map<String, NamedQuery.Binding> values = DirectoryValues.moment(at, zone);
        values.put("person", DirectoryValues.text(deputy.value()));
        return ask(
                        DirectoryQuestion.DEPUTYSHIPS,
                        values,
                        row -> deputyship(PersonId.of(row.needed(DirectoryColumn.PRINCIPAL)), deputy, row))
                .stream()
                .filter(d -> d.covers(at))
                .toList();
    }

    /** {@inheritDoc} What the query gives for other moments is left out; without the query there is nobody to tell. */
    @Override
    public List<Deputyship> deputiesOf(PersonId principal, Instant at) throws DirectoryException {
        Map<String, NamedQuery.Binding> values = DirectoryValues.moment(at, zone);
        values.put("person", DirectoryValues.text(principal.value()));
        return ask(
                        DirectoryQuestion.DEPUTIES,
                        values,
                        row -> deputyship(principal, PersonId.of(row.needed(DirectoryColumn.DEPUTY)), row))
                .stream()
                .filter(d -> d.covers(at))
                .toList();
    }

    private static Deputyship deputyship(PersonId principal, PersonId deputy, DirectoryRow row) throws SQLException {
        Instant begin = row.begin();
        Instant end = row.end();
        return new Deputyship(principal, deputy, begin == null ? ALWAYS : begin, end == null ? NEVER : end);
    }

    private interface Reading<T> {
        T of(DirectoryRow row) throws SQLException;
    }

    private <T> List<T> ask(DirectoryQuestion question, Map<String, NamedQuery.Binding> values, Reading<T> reading)
            throws DirectoryException {
        NamedQuery query = queries.get(question);
        if (query == null) {
            return List.of();
        }
        List<T> found = new ArrayList<>();
        try (Connection c = database.getConnection();
                PreparedStatement s = query.prepare(c, timeoutSeconds, values);
                ResultSet r = s.executeQuery()) {
            DirectoryRow row = new DirectoryRow(r, zone);
            while (r.next()) {
                found.add(reading.of(row));
            }
        } catch (SQLException e) {
            throw DirectoryFailure.of(question, e);
        } catch (IllegalArgumentException e) {
            throw DirectoryFailure.row(question);
        }
        return found;
    }

    /** Builds a {@link JdbcDirectory}. Queries are never built from what users type. Not thread-safe. */
    public static final class Builder {

        /** How long a query may run unless said otherwise: 10 seconds. */
        public static final int DEFAULT_TIMEOUT_SECONDS = 10;

        private final DataSource database;
        private final Map<DirectoryQuestion, NamedQuery> queries = new HashMap<>();
        private ZoneId zone = ZoneId.of("Europe/Istanbul");
        private int timeoutSeconds = DEFAULT_TIMEOUT_SECONDS;

        private Builder(DataSource database) {
            this.database = Objects.requireNonNull(database, "database");
        }

        /**
         * Sets how a person is found: {@code :person}; columns name, and unit, email and language where there are any.
         *
         * @param query the query, which gives one row or none
         * @return this
         */
        public Builder person(String query) {
            return with(DirectoryQuestion.PERSON, query);
        }

        /**
         * Sets who is active: {@code :person}, {@code :at}; any row says yes.
         *
         * @param query the query
         * @return this
         */
        public Builder active(String query) {
            return with(DirectoryQuestion.ACTIVE, query);
        }

        /**
         * Sets who holds a role: {@code :role}, {@code :unit}, {@code :at}; column person. For roles of the whole university {@code :unit} is null,
         * as in {@code (birim = :unit or (birim is null and :unit is null))}.
         *
         * @param query the query
         * @return this
         */
        public Builder holders(String query) {
            return with(DirectoryQuestion.HOLDERS, query);
        }

        /**
         * Sets for whom somebody deputises (vekâlet): {@code :person} is the deputy; columns principal, begins and ends. A date as the end is the last
         * day, a timestamp the first moment after; where none is written it does not end. Without this query nobody deputises.
         *
         * @param query the query
         * @return this
         */
        public Builder deputyships(String query) {
            return with(DirectoryQuestion.DEPUTYSHIPS, query);
        }

        /**
         * Sets who deputises for somebody, so that deputies are told that something waits for them: {@code :person} is the principal; columns
         * deputy, begins and ends, as in {@link #deputyships(String)}. Who may decide does not depend on it. Without this query deputies may
         * decide but get no notice, and {@link #build()} warns of it in the log.
         *
         * @param query the query
         * @return this
         */
        public Builder deputies(String query) {
            return with(DirectoryQuestion.DEPUTIES, query);
        }

        /**
         * Sets the zone in which dates are meant; {@code Europe/Istanbul} by default.
         *
         * @param value the zone of the process
         * @return this
         */
        public Builder zone(ZoneId value) {
            this.zone = Objects.requireNonNull(value, "value");
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
         * Makes the directory. Asks the database whether each query can be run and has the columns that are needed.
         *
         * @return an immutable directory
         * @throws ConfigurationException when a query is missing or wrong, with all mistakes
         */
        public JdbcDirectory build() {
            Map<String, NamedQuery.Binding> values = DirectoryValues.moment(Instant.EPOCH, zone);
            List.of("person", "role", "unit").forEach(name -> values.put(name, DirectoryValues.text(null)));
            List<LocalizedText> problems = new ArrayList<>();
            for (DirectoryQuestion question : DirectoryQuestion.values()) {
                problems.addAll(question.problems(database, queries.get(question), timeoutSeconds, values));
            }
            if (!problems.isEmpty()) {
                throw new ConfigurationException(problems);
            }
            if (queries.containsKey(DirectoryQuestion.DEPUTYSHIPS)
                    && !queries.containsKey(DirectoryQuestion.DEPUTIES)) {
                LOG.warn("Vekiller onay verebilir ama bildirim almaz: kişi rehberine deputies(sorgu) da verin."
                        + " / Deputies may decide but get no notices: give the directory deputies(query) as well.");
            }
            return new JdbcDirectory(this);
        }

        private Builder with(DirectoryQuestion question, String query) {
            queries.put(question, new NamedQuery(query));
            return this;
        }
    }
}
