package org.peyk.examples.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A database that is made for one measurement, as durable as the library demands. */
public final class Engine implements AutoCloseable {

    private final String name;
    private final HikariDataSource pool;
    private final List<Closeable> rest;

    private Engine(String name, HikariDataSource pool, List<Closeable> rest) {
        this.name = name;
        this.pool = pool;
        this.rest = rest;
    }

    /**
     * The embedded database, in a file.
     *
     * @return a new one
     * @throws IOException when there is no place for it
     */
    public static Engine h2() throws IOException {
        Path directory = Files.createTempDirectory("peyk-benchmark");
        HikariConfig c = new HikariConfig();
        c.setJdbcUrl("jdbc:h2:file:" + directory.resolve("db") + ";WRITE_DELAY=0");
        c.setUsername("portal");
        return new Engine("H2 (file)", pool(c), List.of(() -> delete(directory)));
    }

    /**
     * A PostgreSQL server of its own, which forces every commit to the disk.
     *
     * @return a new one
     * @throws IOException when it does not start
     */
    public static Engine postgres() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        HikariConfig c = new HikariConfig();
        c.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
        return new Engine("PostgreSQL", pool(c), List.of(server));
    }

    private static HikariDataSource pool(HikariConfig c) {
        c.setMaximumPoolSize(16);
        return new HikariDataSource(c);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path p : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(p);
            }
        }
    }

    /**
     * Its name for a table.
     *
     * @return the name
     */
    public String label() {
        return name;
    }

    /**
     * Whether it is the embedded database.
     *
     * @return whether it is
     */
    public boolean isH2() {
        return name.startsWith("H2");
    }

    /**
     * Its connections, pooled.
     *
     * @return the pool
     */
    public DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() throws IOException {
        pool.close();
        for (Closeable c : rest) {
            c.close();
        }
    }
}
