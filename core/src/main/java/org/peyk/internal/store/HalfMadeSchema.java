package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.peyk.ErrorCode;
import org.peyk.StoreException;

/**
 * What a first start that was killed midway leaves behind where the engine commits each statement of a schema by itself: tables, and no note
 * that they are complete. Nobody has used them, as a store opens only after that note.
 */
final class HalfMadeSchema {

    private HalfMadeSchema() {}

    /**
     * Removes the tables of an unfinished start.
     *
     * @throws StoreException when one of them holds something, so that it is not what it seems
     */
    static void remove(Connection c) throws SQLException {
        List<String> tables = tables(c);
        try (Statement s = c.createStatement()) {
            for (String table : tables) {
                if (!table.equalsIgnoreCase("peyk_store") && !empty(s, table)) {
                    throw new StoreException(ErrorCode.STORE_SCHEMA, null);
                }
            }
            for (String table : tables) {
                s.execute("drop table \"" + table + "\" cascade");
            }
        }
    }

    private static List<String> tables(Connection c) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (PreparedStatement p = c.prepareStatement("select table_name from information_schema.tables"
                + " where table_schema = current_schema and lower(table_name) like 'peyk\\_%'"
                + " and lower(table_name) <> 'peyk_schema'")) {
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    tables.add(r.getString(1));
                }
            }
        }
        return tables;
    }

    private static boolean empty(Statement s, String table) throws SQLException {
        try (ResultSet r = s.executeQuery("select 1 from \"" + table + "\" fetch first 1 row only")) {
            return !r.next();
        }
    }
}
