package org.peyk;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The same where transactions do not see what others commit meanwhile. */
class PermissionBoundSnapshotIT extends PermissionBoundContract {

    @Override
    DataSource database(Path dir) {
        DataSource database = Databases.postgresDatabase();
        try (Connection c = database.getConnection();
                Statement s = c.createStatement()) {
            s.execute("alter database " + c.getCatalog() + " set default_transaction_isolation = 'repeatable read'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database;
    }
}
