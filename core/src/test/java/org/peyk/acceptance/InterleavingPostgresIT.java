package org.peyk.acceptance;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.spi.directory.Role;

/** The interleavings on PostgreSQL. */
class InterleavingPostgresIT implements InterleavingContract {

    @TempDir
    private static Path directory;

    private static Campus campus;

    @BeforeAll
    static void open() {
        campus = new Campus(
                directory,
                Campus.people().role(Campus.SECRETARY, Role.of("REGISTRAR")),
                b -> b.store(PostgresDatabases.create()));
    }

    @AfterAll
    static void close() {
        campus.close();
    }

    @Override
    public Campus campus() {
        return campus;
    }
}
