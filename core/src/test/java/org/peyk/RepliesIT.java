package org.peyk;

import java.nio.file.Path;
import org.peyk.internal.store.Store;

/** The same on PostgreSQL. */
class RepliesIT extends RepliesContract {

    @Override
    Store open(Path dir) {
        return Databases.postgres();
    }
}
