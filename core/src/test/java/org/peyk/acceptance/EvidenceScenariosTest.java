package org.peyk.acceptance;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.peyk.Databases;

class EvidenceScenariosTest extends EvidenceScenarios {

    @Override
    DataSource database(Path dir) {
        return Databases.h2Database(dir);
    }
}
