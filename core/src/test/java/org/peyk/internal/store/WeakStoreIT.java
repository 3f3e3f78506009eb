package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.Databases;
import org.peyk.ErrorCode;
import org.peyk.PeykException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A PostgreSQL that may forget what it acknowledged is not used. */
class WeakStoreIT {

    @ParameterizedTest
    @ValueSource(strings = {"off", "on"})
    void aDatabaseThatForgetsCommitsIsRefused(String setting) throws SQLException {
        DataSource database = Databases.postgresDatabase();
        try (Connection c = database.getConnection();
                Statement s = c.createStatement()) {
            s.execute("alter database " + Dialect.one(c, "select current_database()") + " set synchronous_commit = "
                    + setting);
        }
        if (setting.equals("on")) {
            Store.open(database, () -> {}).close();
            return;
        }
        assertThatThrownBy(() -> Store.open(database, () -> {})).isInstanceOfSatisfying(PeykException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.STORE_WEAK);
            assertThat(e.text().en()).contains("synchronous_commit");
        });
    }
}
