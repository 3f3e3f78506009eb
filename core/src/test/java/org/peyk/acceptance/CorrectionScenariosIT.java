package org.peyk.acceptance;

import java.nio.file.Path;
import javax.sql.DataSource;

/** The same on PostgreSQL. */
class CorrectionScenariosIT extends CorrectionScenarios {

    @Override
    DataSource database(Path dir) {
        return PostgresDatabases.create();
    }
}
