package org.peyk.acceptance;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** New databases of one PostgreSQL server, as a portal would give them. */
final class PostgresDatabases {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private PostgresDatabases() {}

    static synchronized DataSource create() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        // what the store demands; the embedded server would otherwise forget commits in a crash
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
            }
            String name = "peyk_acceptance_" + NUMBER.incrementAndGet();
            try (Connection c = server.getPostgresDatabase().getConnection();
                    Statement s = c.createStatement()) {
                s.execute("create database " + name);
            }
            PGConnectionPoolDataSource connections = new PGConnectionPoolDataSource();
            connections.setUrl(server.getJdbcUrl("postgres", name));
            JdbcConnectionPool pool = JdbcConnectionPool.create(connections);
            pool.setMaxConnections(20);
            return pool;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("PostgreSQL cannot be started", e);
        }
    }
}
