package org.peyk;

import java.nio.file.Path;
import javax.sql.DataSource;

/** The same on PostgreSQL. */
class PermissionBoundIT extends PermissionBoundContract {

    @Override
    DataSource database(Path dir) {
        return Databases.postgresDatabase();
    }
}
