package org.peyk;

import java.nio.file.Path;
import javax.sql.DataSource;

class EventsTest extends EventsContract {

    @Override
    DataSource database(Path dir) {
        return Databases.h2Database(dir);
    }
}
