package org.peyk;

import java.nio.file.Path;
import javax.sql.DataSource;

/** The same on PostgreSQL. */
class WorkListsIT extends WorkListsContract {

    @Override
    DataSource database(Path dir) {
        return Databases.postgresDatabase();
    }
}
