package org.peyk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
     * @param ours names of the schema's tables, in small letters; a portal may have others of the same prefix
     * @throws StoreException when one of them holds something, so that it is not what it seems
     */
    static void remove(Connection c, Set<String> ours) throws SQLException {
        List<String> tables = tables(c, ours);
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

    private static List<String> tables(Connection c, Set<String> ours) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (PreparedStatement p = c.prepareStatement("select table_name from information_schema.tables"
                + " where table_schema = current_schema and table_type = 'BASE TABLE'")) {
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    String table = r.getString(1);
                    if (ours.contains(table.toLowerCase(Locale.ROOT))) {
                        tables.add(table);
                    }
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
