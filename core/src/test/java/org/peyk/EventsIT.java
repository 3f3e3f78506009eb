package org.peyk;

import java.nio.file.Path;
import javax.sql.DataSource;

/** The same on PostgreSQL. */
class EventsIT extends EventsContract {

    @Override
    DataSource database(Path dir) {
        return Databases.postgresDatabase();
    }
}
