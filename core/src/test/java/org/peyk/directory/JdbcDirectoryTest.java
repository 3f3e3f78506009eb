package org.peyk.directory;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JdbcDirectoryTest extends JdbcDirectoryCases {

    @Override
    DataSource emptyDatabase() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return database;
    }

    @Test
    void namesInTextsCommentsAndCastsAreNoValues() {
        NamedQuery query =
                new NamedQuery("select ':a', \":b\", x::date, 'it''s :c' -- :d\n/* :e\n:f */ from t where g = :g");
        assertThat(query.names()).containsExactly("g");
    }
}
