package org.peyk.internal.delivery;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.internal.store.EmbeddedDatabase;
import org.peyk.internal.store.Store;

class H2SendingTest extends SendingContract {

    @TempDir
    Path directory;

    @Override
    Store open() {
        return EmbeddedDatabase.open(directory);
    }
}
