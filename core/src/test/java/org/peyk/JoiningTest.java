package org.peyk;

import java.nio.file.Path;
import javax.sql.DataSource;

class JoiningTest extends JoiningContract {

    @Override
    DataSource database(Path dir) {
        return Databases.h2Database(dir);
    }

    /** H2 does not tell who waits for a key; sooner or later, it must come out the same. */
    @Override
    boolean waiting() {
        return true;
    }
}
