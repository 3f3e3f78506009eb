package org.peyk.internal.audit;

import java.nio.file.Path;
import org.peyk.Databases;
import org.peyk.internal.store.Store;

/** The same on PostgreSQL. */
class SealerIT extends SealerContract {

    @Override
    Store open(Path dir) {
        return Databases.postgres();
    }
}
