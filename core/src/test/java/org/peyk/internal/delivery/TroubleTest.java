package org.peyk.internal.delivery;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class TroubleTest extends TroubleContract {

    @TempDir
    Path directory;

    @Override
    Database open() {
        return Databases.h2(directory);
    }
}
