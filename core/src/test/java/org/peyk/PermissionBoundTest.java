package org.peyk;

import java.nio.file.Path;
import javax.sql.DataSource;

class PermissionBoundTest extends PermissionBoundContract {

    @Override
    DataSource database(Path dir) {
        return Databases.h2Database(dir);
    }
}
