package org.peyk.acceptance;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.peyk.Databases;

class AudienceScenariosTest extends AudienceScenarios {

    @Override
    DataSource database(Path dir) {
        return Databases.h2Database(dir);
    }
}
