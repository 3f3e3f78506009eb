package org.peyk.audience;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peyk.spi.Channel;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.Recipient;
import org.peyk.spi.recipient.RecipientSource;
import org.peyk.spi.recipient.RecipientSourceException;
import org.peyk.spi.tck.RecipientSourceContract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The JDBC source over a live table, whose numeric keys are not read in the order of their texts; for each database alike. */
abstract class JdbcRecipientCases implements RecipientSourceContract {

    private static final LocalizedText LABEL = LocalizedText.of("Akademik", "Academic");

    private final DataSource database;
    private final Connection connection;

    JdbcRecipientCases(DataSource database) throws SQLException {
        this.database = database;
        this.connection = database.getConnection();
    }

    @BeforeEach
    void fill() throws SQLException {
        execute("drop table if exists kisi");
        execute(
                "create table kisi (sicil_no bigint primary key, ad varchar(100), adres varchar(100), birim varchar(20))");
        for (int i = 1; i <= 25; i++) {
            add(i * 7, "cigdem" + i + "@ornek.edu.tr");
        }
        add(1_000, " ");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement s = connection.createStatement()) {
            s.execute(sql);
        }
    }

    private void add(int key, String address) throws SQLException {
        try (PreparedStatement s = connection.prepareStatement("insert into kisi values (?, ?, ?, ?)")) {
            s.setInt(1, key);
            s.setString(2, "Çiğdem Işık " + key);
            s.setString(3, address);
            s.setString(4, key % 2 == 0 ? "müh" : "fen");
            s.executeUpdate();
        }
    }

    private static JdbcRecipientSource over(DataSource database, String query) {
        return JdbcRecipientSource.builder("db", database)
                .group("akademik", LABEL, query)
                .build();
    }

    @Override
    public RecipientSource source() {
        return over(database, "select sicil_no, ad as ad_soyad, adres as \"E-Posta\", birim from kisi");
    }

    @Override
    public Selection selection() {
        return Selection.of("db", "akademik");
    }

    @Override
    public Set<PersonId> people() {
        Set<PersonId> people = new HashSet<>();
        for (int i = 1; i <= 25; i++) {
            people.add(PersonId.of(String.valueOf(i * 7)));
        }
        return people;
    }

    @Override
    public Optional<Selection> filtered() {
        return Optional.of(new Selection("db", "akademik", Map.of("birim", "müh")));
    }

    @Override
    public List<String> rejectedValues() {
        return List.of("Çiğdem Işık 1000");
    }

    @Override
    public Optional<Changes> changes() {
        return Optional.of(new Changes() {
            @Override
            public PersonId join() {
                try {
                    add(50, "yeni@ornek.edu.tr");
                } catch (SQLException e) {
                    throw new AssertionError(e);
                }
                return PersonId.of("50");
            }

            @Override
            public void leave(PersonId person) {
                try {
                    execute("delete from kisi where sicil_no = " + Long.parseLong(person.value()));
                } catch (SQLException e) {
                    throw new AssertionError(e);
                }
            }
        });
    }

    @Override
    public Optional<RecipientSource> brokenSource() {
        return Optional.of(over(database, "select sicil_no, adres as mail from olmayan_tablo"));
    }

    @Test
    void columnsBecomePersons() throws Exception {
        Recipient first = source().page(selection(), null, 1).recipients().get(0);
        assertThat(first.person()).isEqualTo(PersonId.of("7"));
        assertThat(first.displayName()).isEqualTo("Çiğdem Işık 7");
        assertThat(first.addresses()).isEqualTo(Map.of(Channel.MAIL, "cigdem1@ornek.edu.tr"));
        assertThat(first.groups()).containsExactly("akademik");
        assertThat(first.attributes()).hasSize(1).containsValue("fen");
    }

    @Test
    void aQueryWithoutKeysOrAddressesOrWithAPersonTwiceIsRefused() {
        Map<String, String> wrong = Map.of(
                "select ad, adres as mail from kisi", "JDBC-COLUMNS",
                "select sicil_no, ad as ad_soyad from kisi", "JDBC-COLUMNS",
                "select sicil_no, adres as mail from kisi union all select sicil_no, adres from kisi", "JDBC-KEYS",
                "select cast(null as varchar(9)) as person, adres as mail from kisi", "JDBC-KEYS");
        wrong.forEach((query, code) -> {
            JdbcRecipientSource source = over(database, query);
            for (org.assertj.core.api.ThrowableAssert.ThrowingCallable call :
                    List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                            () -> source.count(selection()), () -> source.page(selection(), null, 5))) {
                assertThatThrownBy(call)
                        .as(query)
                        .isInstanceOfSatisfying(
                                RecipientSourceException.class,
                                e -> assertThat(e.code()).isEqualTo(code));
            }
        });
    }
}
