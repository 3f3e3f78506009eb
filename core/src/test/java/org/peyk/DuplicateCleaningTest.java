package org.peyk;

import java.nio.file.Path;
import javax.sql.DataSource;

/** The same on H2. */
class DuplicateCleaningTest extends DuplicateCleaningContract {

    @Override
    DataSource database(Path dir) {
        return Databases.h2Database(dir);
    }
}
