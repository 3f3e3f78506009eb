package org.peyk.audience;

import java.sql.SQLException;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

class JdbcRecipientContractTest extends JdbcRecipientCases {

    JdbcRecipientContractTest() throws SQLException {
        super(database());
    }

    private static JdbcDataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID());
        return database;
    }
}
