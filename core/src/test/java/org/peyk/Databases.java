package org.peyk;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.peyk.internal.store.Store;

/** Stores in databases of one PostgreSQL server, which lives as long as the tests. */
public final class Databases {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private Databases() {}

    /** A store in a new database. */
    public static Store postgres() {
        return Store.open(postgresDatabase(), () -> {});
    }

    /** A new database, without a store. */
    public static DataSource postgresDatabase() {
        try {
            EmbeddedPostgres running = server();
            String name = "peyk_rooms_" + NUMBER.incrementAndGet();
            try (Connection c = running.getPostgresDatabase().getConnection();
                    Statement s = c.createStatement()) {
                s.execute("create database " + name);
            }
            return running.getDatabase("postgres", name);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("PostgreSQL cannot be started", e);
        }
    }

    /** A new H2 database in a directory, as a portal would have one; open until the JVM ends. */
    public static DataSource h2Database(Path directory) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(
                "jdbc:h2:file:" + directory.resolve("db" + NUMBER.incrementAndGet())
                        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000",
                "portal",
                "");
        pool.setMaxConnections(32);
        return pool;
    }

    private static synchronized EmbeddedPostgres server() throws IOException {
        EmbeddedPostgres running = server;
        if (running == null) {
            running = EmbeddedPostgres.builder()
                    // what the store demands; the embedded server would otherwise forget commits in a crash
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
            server = running;
        }
        return running;
    }
}
