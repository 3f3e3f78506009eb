package org.peyk.internal.audit;

import java.nio.file.Path;
import org.peyk.internal.store.EmbeddedDatabase;
import org.peyk.internal.store.Store;

class TamperedTrailTest extends TamperedTrailContract {

    @Override
    Store store(Path directory) {
        return EmbeddedDatabase.open(directory);
    }
}
