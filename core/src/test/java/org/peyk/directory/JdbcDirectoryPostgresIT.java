package org.peyk.directory;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;

/** The same directory in a PostgreSQL whose sessions are elsewhere than in UTC. */
class JdbcDirectoryPostgresIT extends JdbcDirectoryCases {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    @Override
    DataSource emptyDatabase() {
        try {
            EmbeddedPostgres running = server();
            String name = "rehber_" + NUMBER.incrementAndGet();
            try (Connection c = running.getPostgresDatabase().getConnection();
                    Statement s = c.createStatement()) {
                s.execute("create database " + name);
                s.execute("alter database " + name + " set timezone to 'Pacific/Auckland'");
            }
            return running.getDatabase("postgres", name);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("PostgreSQL cannot be started", e);
        }
    }

    private static synchronized EmbeddedPostgres server() throws IOException {
        EmbeddedPostgres running = server;
        if (running == null) {
            running = EmbeddedPostgres.start();
            server = running;
        }
        return running;
    }

    @AfterAll
    static synchronized void stop() throws IOException {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
