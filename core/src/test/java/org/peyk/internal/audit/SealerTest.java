package org.peyk.internal.audit;

import java.nio.file.Path;
import org.peyk.internal.store.EmbeddedDatabase;
import org.peyk.internal.store.Store;

class SealerTest extends SealerContract {

    @Override
    Store open(Path dir) {
        return EmbeddedDatabase.open(dir);
    }
}
