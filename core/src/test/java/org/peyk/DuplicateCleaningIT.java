package org.peyk;

import java.nio.file.Path;
import javax.sql.DataSource;

/** The same on PostgreSQL. */
class DuplicateCleaningIT extends DuplicateCleaningContract {

    @Override
    DataSource database(Path dir) {
        return Databases.postgresDatabase();
    }
}
