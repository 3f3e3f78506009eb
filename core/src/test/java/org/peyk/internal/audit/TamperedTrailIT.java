package org.peyk.internal.audit;

import java.nio.file.Path;
import org.peyk.Databases;
import org.peyk.internal.store.Store;

class TamperedTrailIT extends TamperedTrailContract {

    @Override
    Store store(Path directory) {
        return Databases.postgres();
    }
}
