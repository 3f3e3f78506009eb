package org.peyk.acceptance;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.spi.directory.Role;

/** The interleavings on the embedded store. */
class InterleavingH2IT implements InterleavingContract {

    @TempDir
    private static Path directory;

    private static Campus campus;

    @BeforeAll
    static void open() {
        campus = new Campus(directory, Campus.people().role(Campus.SECRETARY, Role.of("REGISTRAR")), b -> b);
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
