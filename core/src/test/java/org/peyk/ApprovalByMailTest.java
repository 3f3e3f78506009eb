package org.peyk;

import java.nio.file.Path;
import org.peyk.internal.store.EmbeddedDatabase;
import org.peyk.internal.store.Store;

class ApprovalByMailTest extends ApprovalByMailContract {

    @Override
    Store open(Path dir) {
        return EmbeddedDatabase.open(dir);
    }
}
