package org.peyk;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.peyk.internal.store.Store;

/** Stores in databases of one PostgreSQL server, which lives as long as the tests. */
public final class Databases {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private Databases() {}

    /** A store in a new database. */
    public static Store postgres() {
        try {
            EmbeddedPostgres running = server();
            String name = "peyk_rooms_" + NUMBER.incrementAndGet();
            try (Connection c = running.getPostgresDatabase().getConnection();
                    Statement s = c.createStatement()) {
                s.execute("create database " + name);
            }
            return Store.open(running.getDatabase("postgres", name), () -> {});
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("PostgreSQL cannot be started", e);
        }
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
