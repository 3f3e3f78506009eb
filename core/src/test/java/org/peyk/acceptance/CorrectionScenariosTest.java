package org.peyk.acceptance;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.peyk.Databases;

class CorrectionScenariosTest extends CorrectionScenarios {

    @Override
    DataSource database(Path dir) {
        return Databases.h2Database(dir);
    }
}
