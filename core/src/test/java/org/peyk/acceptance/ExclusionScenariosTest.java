package org.peyk.acceptance;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.peyk.Databases;

class ExclusionScenariosTest extends ExclusionScenarios {

    @Override
    DataSource database(Path dir) {
        return Databases.h2Database(dir);
    }
}
