package org.peyk;

import java.nio.file.Path;
import org.peyk.internal.store.Store;

/** The same on PostgreSQL. */
class ApprovalByMailIT extends ApprovalByMailContract {

    @Override
    Store open(Path dir) {
        return Databases.postgres();
    }
}
