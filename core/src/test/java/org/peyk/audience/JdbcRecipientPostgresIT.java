package org.peyk.audience;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;

class JdbcRecipientPostgresIT extends JdbcRecipientCases {

    private static final EmbeddedPostgres POSTGRES = start();

    JdbcRecipientPostgresIT() throws SQLException {
        super(POSTGRES.getPostgresDatabase());
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        POSTGRES.close();
    }
}
