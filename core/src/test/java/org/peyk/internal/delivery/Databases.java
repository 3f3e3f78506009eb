package org.peyk.internal.delivery;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;

/** Databases for tests: H2 on disk, as the library opens it, and databases of one PostgreSQL server. */
final class Databases {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private Databases() {}

    static EngineContract.Database h2(Path directory) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(
                "jdbc:h2:file:" + directory.resolve("peyk")
                        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000",
                "peyk",
                "");
        pool.setMaxConnections(64);
        return new EngineContract.Database() {
            @Override
            public DataSource dataSource() {
                return pool;
            }

            @Override
            public void close() {
                pool.dispose();
            }
        };
    }

    /** A new database of a server that lives as long as the tests. */
    static EngineContract.Database postgres() throws IOException, SQLException {
        EmbeddedPostgres running = server();
        String name = "peyk" + NUMBER.incrementAndGet();
        try (Connection c = running.getPostgresDatabase().getConnection();
                Statement s = c.createStatement()) {
            s.execute("create database " + name);
        }
        return new Pool(running.getDatabase("postgres", name));
    }

    private static synchronized EmbeddedPostgres server() throws IOException {
        EmbeddedPostgres running = server;
        if (running == null) {
            running = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    // what the store demands; the embedded server would otherwise forget commits in a crash
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
            server = running;
        }
        return running;
    }

    /** Keeps connections open between uses, as a portal's pool does. */
    private static final class Pool implements EngineContract.Database {
        private final DataSource real;
        private final BlockingQueue<Connection> idle = new LinkedBlockingQueue<>();

        Pool(DataSource real) {
            this.real = real;
        }

        @Override
        public DataSource dataSource() {
            return (DataSource) Proxy.newProxyInstance(
                    DataSource.class.getClassLoader(),
                    new Class<?>[] {DataSource.class},
                    (p, m, a) -> m.getName().equals("getConnection") ? lend() : m.invoke(real, a));
        }

        private Connection lend() throws SQLException {
            Connection kept = idle.poll();
            Connection c = kept == null ? real.getConnection() : kept;
            c.setAutoCommit(true);
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (p, m, a) -> {
                        if (m.getName().equals("close")) {
                            if (!c.getAutoCommit()) {
                                c.rollback();
                            }
                            idle.add(c);
                            return null;
                        }
                        try {
                            return m.invoke(c, a);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        @Override
        public void close() {
            for (Connection c = idle.poll(); c != null; c = idle.poll()) {
                try {
                    c.close();
                } catch (SQLException e) {
                    throw new IllegalStateException("a connection cannot be closed", e);
                }
            }
        }
    }
}
