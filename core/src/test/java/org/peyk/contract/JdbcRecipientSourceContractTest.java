package org.peyk.contract;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.peyk.audience.JdbcRecipientSource;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.RecipientSource;
import org.peyk.spi.tck.RecipientSourceContract;

/** A live query keeps the contract of recipient sources. */
class JdbcRecipientSourceContractTest implements RecipientSourceContract {
    private static final String INSERT = "insert into ogrenci values (?, ?, ?, ?)";

    private final JdbcDataSource database = new JdbcDataSource();
    private int next = 500;

    JdbcRecipientSourceContractTest() throws SQLException {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        try (Connection c = database.getConnection();
                Statement s = c.createStatement()) {
            s.execute("create table ogrenci (ogrenci_no varchar primary key, ad_soyad varchar, e_posta varchar,"
                    + " fakulte varchar)");
        }
        for (int i = 0; i < 25; i++) {
            insert(i);
        }
    }

    private PersonId insert(int i) throws SQLException {
        PersonId person = PersonId.of(String.valueOf(20_260_000 + i));
        try (Connection c = database.getConnection();
                PreparedStatement s = c.prepareStatement(INSERT)) {
            s.setString(1, person.value());
            s.setString(2, "Işıl Öğüt " + i);
            s.setString(3, "ogrenci" + i + "@ogr.universite.example");
            s.setString(4, i % 3 == 0 ? "mühendislik" : "fen");
            s.execute();
        }
        return person;
    }

    @Override
    public RecipientSource source() {
        return source(database);
    }

    private static RecipientSource source(JdbcDataSource database) {
        return JdbcRecipientSource.builder("obs", database)
                .group(
                        "ogrenci",
                        LocalizedText.of("Öğrenciler", "Students"),
                        "select ogrenci_no, ad_soyad, e_posta, fakulte from ogrenci")
                .build();
    }

    @Override
    public Selection selection() {
        return Selection.of("obs", "ogrenci");
    }

    @Override
    public Set<PersonId> people() {
        Set<PersonId> people = new LinkedHashSet<>();
        try (Connection c = database.getConnection();
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("select ogrenci_no from ogrenci")) {
            while (r.next()) {
                people.add(PersonId.of(r.getString(1)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return people;
    }

    @Override
    public Optional<Selection> filtered() {
        return Optional.of(new Selection("obs", "ogrenci", Map.of("fakulte", "mühendislik")));
    }

    @Override
    public Optional<Changes> changes() {
        return Optional.of(new Changes() {
            @Override
            public PersonId join() {
                try {
                    return insert(++next);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public void leave(PersonId person) {
                try (Connection c = database.getConnection();
                        PreparedStatement s = c.prepareStatement("delete from ogrenci where ogrenci_no = ?")) {
                    s.setString(1, person.value());
                    s.execute();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
    }

    @Override
    public Optional<RecipientSource> brokenSource() {
        JdbcDataSource nothing = new JdbcDataSource();
        nothing.setURL("jdbc:h2:mem:" + UUID.randomUUID());
        return Optional.of(source(nothing));
    }
}
