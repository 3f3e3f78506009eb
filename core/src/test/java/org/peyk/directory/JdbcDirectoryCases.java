package org.peyk.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.peyk.ConfigurationException;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.UnitId;
import org.peyk.spi.directory.Deputyship;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.DirectoryException;
import org.peyk.spi.directory.Role;
import org.peyk.spi.tck.DirectoryContract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A directory in a database of either kind. */
abstract class JdbcDirectoryCases implements DirectoryContract {

    private static final PersonId DEAN = PersonId.of("1001");
    private static final PersonId SECOND = PersonId.of("1002");
    private static final PersonId DEPUTY = PersonId.of("1003");
    private static final PersonId GONE = PersonId.of("1004");
    private static final Role ROLE = new Role("DEAN", UnitId.of("muh"));
    private static final Role RECTOR = Role.of("RECTOR");

    /** On the 23rd the dean is away from the morning on until nine in the evening, in UTC. */
    private static final Deputyship DEPUTYSHIP =
            new Deputyship(DEAN, DEPUTY, Instant.parse("2026-11-23T05:30:00Z"), Instant.parse("2026-11-23T18:00:00Z"));

    private final DataSource database = filled();

    private DataSource filled() {
        DataSource database = emptyDatabase();
        run(
                database,
                "create table kisi (sicil varchar(20), ad varchar(200), birim varchar(20), posta varchar(200),"
                        + " dil varchar(5), ayrilis date)",
                "create table gorev (sicil varchar(20), rol varchar(20), birim varchar(20), biter timestamp)",
                "create table vekalet (asil varchar(20), vekil varchar(20), basla timestamp with time zone,"
                        + " bitir timestamp with time zone)",
                "create table izin (asil varchar(20), vekil varchar(20), ilk date, son date)",
                "insert into kisi values ('1001', 'Prof. Dr. Işıl Öğüt', 'muh', 'isil.ogut@universite.example', null, null),"
                        + " ('1002', 'Prof. Dr. Ali Çelik', 'muh', 'ali.celik@universite.example', 'en', null),"
                        + " ('1003', 'Doç. Dr. Ece Şen', null, null, null, null),"
                        + " ('1004', 'Dr. Can Ünal', null, null, null, date '2026-11-23')",
                "insert into gorev values ('1001', 'DEAN', 'muh', null),"
                        + " ('1002', 'DEAN', 'muh', timestamp '2026-11-23 06:00:01'),"
                        + " ('1003', 'DEAN', 'fen', null), ('1003', 'RECTOR', null, null),"
                        + " ('1001', 'DEAN', 'muh', timestamp '2030-01-01 00:00:00')",
                "insert into vekalet values ('1001', '1003', timestamp with time zone '2026-11-23 08:30:00+03:00',"
                        + " timestamp with time zone '2026-11-23 21:00:00+03:00')",
                "insert into izin values ('1002', '1004', date '2026-11-24', date '2026-11-25'),"
                        + " ('1001', '1004', null, null)");
        return database;
    }

    /** A database that nobody else uses. */
    abstract DataSource emptyDatabase();

    private static void run(DataSource database, String... statements) {
        try (Connection c = database.getConnection();
                Statement s = c.createStatement()) {
            for (String sql : statements) {
                s.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private JdbcDirectory.Builder builder() {
        return builder(database);
    }

    private static JdbcDirectory.Builder builder(DataSource database) {
        return JdbcDirectory.builder(database)
                .person("select ad as ad_soyad, birim, posta as e_posta, dil from kisi where sicil = :person")
                .active("select 1 from kisi where sicil = :person and (ayrilis is null or ayrilis > :day)")
                .holders(
                        "select distinct sicil as kisi from gorev where rol = :role"
                                + " and (birim = :unit or (birim is null and :unit is null)) and (biter is null or biter > :utc)")
                .deputyships("select asil, basla as baslangic, bitir as bitis from vekalet where vekil = :person"
                        + " and basla <= :at -- ':x' and bitir > :y\n")
                .deputies("select vekil, basla as baslangic, bitir as bitis from vekalet where asil = :person")
                .timeoutSeconds(5);
    }

    @Override
    public Directory directory() {
        return builder().build();
    }

    @Override
    public Instant now() {
        return Instant.parse("2026-11-23T06:00:00Z");
    }

    @Override
    public Role role() {
        return ROLE;
    }

    @Override
    public Set<PersonId> holders() {
        return Set.of(DEAN, SECOND);
    }

    @Override
    public Optional<PersonId> inactive() {
        return Optional.of(GONE);
    }

    @Override
    public Optional<Deputyship> deputyship() {
        return Optional.of(DEPUTYSHIP);
    }

    /** Its tables are gone after it was made. */
    @Override
    public Optional<Directory> brokenDirectory() {
        DataSource other = filled();
        Directory directory = builder(other).build();
        run(other, "drop table kisi", "drop table gorev", "drop table vekalet");
        return Optional.of(directory);
    }

    @Test
    void aPersonHasWhatTheColumnsSay() throws Exception {
        assertThat(directory().find(DEAN)).hasValueSatisfying(p -> {
            assertThat(p.displayName()).isEqualTo("Prof. Dr. Işıl Öğüt");
            assertThat(p.unit()).isEqualTo(UnitId.of("muh"));
            assertThat(p.address()).isEqualTo("isil.ogut@universite.example");
            assertThat(p.language()).isEqualTo(Locale.forLanguageTag("tr"));
        });
        assertThat(directory().find(SECOND))
                .hasValueSatisfying(p -> assertThat(p.language()).isEqualTo(Locale.ENGLISH));
        assertThat(directory().find(DEPUTY))
                .hasValueSatisfying(p -> assertThat(p.unit()).isNull());
    }

    @Test
    void aRoleOfTheWholeUniversityIsNotOneOfAUnit() throws Exception {
        assertThat(directory().holders(RECTOR, now())).containsExactly(DEPUTY);
        assertThat(directory().holders(Role.of("DEAN"), now())).isEmpty();
        assertThat(directory().holders(new Role("RECTOR", UnitId.of("muh")), now()))
                .isEmpty();
    }

    @Test
    void momentsAreComparedInUtcAndDaysInTheZone() throws Exception {
        assertThat(directory().holders(ROLE, now().plusMillis(999))).contains(SECOND);
        assertThat(directory().holders(ROLE, now().plusSeconds(1))).containsExactly(DEAN);
        // the day begins in Istanbul three hours before it does in UTC
        assertThat(directory().active(GONE, Instant.parse("2026-11-22T20:59:59Z")))
                .isTrue();
        assertThat(directory().active(GONE, Instant.parse("2026-11-22T21:00:00Z")))
                .isFalse();
    }

    @Test
    void aDateAsTheEndIsTheLastDayAndNoDateIsNoEnd() throws Exception {
        Directory directory = builder()
                .zone(ZoneId.of("Europe/Istanbul"))
                .deputyships("select asil as principal, ilk as begins, son as ends from izin where vekil = :person")
                .build();
        assertThat(directory.deputyshipsOf(GONE, now()))
                .extracting(Deputyship::principal)
                .containsExactly(DEAN);
        assertThat(directory.deputyshipsOf(GONE, Instant.parse("2026-11-25T20:59:59Z")))
                .extracting(Deputyship::principal)
                .containsExactlyInAnyOrder(DEAN, SECOND);
        assertThat(directory.deputyshipsOf(GONE, Instant.parse("2026-11-25T21:00:00Z")))
                .hasSize(1);
        Directory without = JdbcDirectory.builder(database)
                .person("select ad as name from kisi where sicil = :person")
                .active("select 1 from kisi where sicil = :person")
                .holders("select sicil as person from gorev where rol = :role and birim = :unit")
                .build();
        assertThat(without.deputyshipsOf(DEPUTY, now())).isEmpty();
        assertThat(without.deputiesOf(DEAN, now())).isEmpty();
    }

    @Test
    void deputiesAreFoundFromTheirPrincipalSoThatTheyCanBeTold() throws Exception {
        assertThat(directory().deputiesOf(DEAN, now())).containsExactly(DEPUTYSHIP);
        assertThat(directory().deputiesOf(DEAN, DEPUTYSHIP.until())).isEmpty();
        assertThat(directory().deputiesOf(DEPUTY, now()))
                .as("not the other way round")
                .isEmpty();
        Directory leave = builder()
                .deputies("select vekil as deputy, ilk as begins, son as ends from izin where asil = :person")
                .build();
        assertThat(leave.deputiesOf(SECOND, Instant.parse("2026-11-25T20:59:59Z")))
                .extracting(Deputyship::deputy)
                .containsExactly(GONE);
        assertThat(leave.deputiesOf(SECOND, Instant.parse("2026-11-25T21:00:00Z")))
                .isEmpty();
        assertThatThrownBy(() -> brokenDirectory().orElseThrow().deputiesOf(DEAN, now()))
                .isInstanceOfSatisfying(
                        DirectoryException.class, e -> assertThat(e.code()).isEqualTo(JdbcDirectory.FAILED));
    }

    @Test
    void everyMistakeIsFoundWhenItIsBuilt() {
        List<LocalizedText> problems = catchThrowableOfType(
                        ConfigurationException.class,
                        () -> JdbcDirectory.builder(database)
                                .active("select 1 from yok where sicil = :person")
                                .holders("select sicil as kisi from gorev where rol = :role and birim = :birim")
                                .deputyships(
                                        "select vekil as kim, asil, basla as begins from vekalet where vekil = :person")
                                .deputies(
                                        "select asil, basla as begins, bitir as ends from vekalet where asil = :person")
                                .build())
                .problems();
        assertThat(problems)
                .extracting(LocalizedText::en)
                .satisfiesExactly(
                        p -> assertThat(p).isEqualTo("The directory's “person” query is missing."),
                        p -> assertThat(p).startsWith("The directory's “active” query cannot be run (SQLState 42"),
                        p -> assertThat(p).isEqualTo("The directory's “holders” query cannot have :birim."),
                        p -> assertThat(p)
                                .as("else the dean of one faculty is the dean of all")
                                .isEqualTo("The directory's “holders” query lacks :unit."),
                        p -> assertThat(p).isEqualTo("The directory's “deputyships” query has no column “ends”."),
                        p -> assertThat(p).isEqualTo("The directory's “deputies” query has no column “deputy”."));
        assertThat(problems).allSatisfy(p -> assertThat(p.tr()).isNotEqualTo(p.en()));
    }

    @Test
    void aRowThatIsNotUnderstoodIsRefusedWithoutNamingAnybody() {
        run(
                database,
                "insert into gorev values ('  ', 'PRESS', null, null)",
                "insert into vekalet values ('1002', '1002',"
                        + " timestamp with time zone '2026-11-01 00:00:00Z', timestamp with time zone '2026-12-01 00:00:00Z')");
        for (var call : List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                () -> directory().holders(Role.of("PRESS"), now()),
                () -> directory().deputyshipsOf(SECOND, now()))) {
            assertThatThrownBy(call).isInstanceOfSatisfying(DirectoryException.class, e -> {
                assertThat(e.code()).isEqualTo(JdbcDirectory.ROW);
                assertThat(e.text().tr()).doesNotContain("1002");
            });
        }
    }

    @Test
    void whatTheDatabaseSaysAboutAValueIsNotHandedOn() {
        Directory directory = builder()
                .active("select 1 from kisi where cast(:person as integer) = 1")
                .build();
        assertThatThrownBy(() -> directory.active(PersonId.of("gizli"), now()))
                .isInstanceOfSatisfying(DirectoryException.class, e -> {
                    assertThat(e.code()).isEqualTo(JdbcDirectory.FAILED);
                    assertThat(e).hasStackTraceContaining("SQL");
                    assertThat(String.valueOf(e.getCause())).doesNotContain("gizli");
                });
    }
}
