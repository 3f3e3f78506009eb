package org.peyk;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.peyk.spi.RequestId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The same on PostgreSQL. */
class JoiningIT extends JoiningContract {

    private DataSource first;

    @Override
    DataSource database(Path dir) {
        DataSource d = Databases.postgresDatabase();
        first = first == null ? d : first;
        return d;
    }

    @Override
    boolean waiting() throws SQLException {
        try (Connection c = first.getConnection();
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("select count(*) from pg_locks where not granted")) {
            return r.next() && r.getLong(1) > 0;
        }
    }

    @Test
    void aConflictIsThePortalsToRepeat() throws Exception {
        Clock clock = Clock.systemUTC();
        DataSource database = Databases.postgresDatabase();
        try (MailProcess process = PortalProcess.over(database, clock).build();
                JdbcTransaction t = JdbcTransaction.begin(database)) {
            Requests requests = process.requests();
            RequestId id = PortalProcess.submitted(requests);
            t.connection().setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            Requests joined = requests.in(t);
            joined.get(id);
            requests.comment(Samples.DEAN, id, "araya giren");
            assertThatThrownBy(() -> joined.comment(Samples.REQUESTER, id, "not"))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.JOIN_CONFLICT));
        }
    }
}
