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
final class Engine implements AutoCloseable {

    private final String name;
    private final HikariDataSource pool;
    private final List<Closeable> rest;

    private Engine(String name, HikariDataSource pool, List<Closeable> rest) {
        this.name = name;
        this.pool = pool;
        this.rest = rest;
    }

    static Engine h2() throws IOException {
        Path directory = Files.createTempDirectory("peyk-benchmark");
        HikariConfig c = new HikariConfig();
        c.setJdbcUrl("jdbc:h2:file:" + directory.resolve("db") + ";WRITE_DELAY=0");
        c.setUsername("portal");
        return new Engine("H2 (file)", pool(c), List.of(() -> delete(directory)));
    }

    static Engine postgres() throws IOException {
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

    String label() {
        return name;
    }

    boolean isH2() {
        return name.startsWith("H2");
    }

    DataSource dataSource() {
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
