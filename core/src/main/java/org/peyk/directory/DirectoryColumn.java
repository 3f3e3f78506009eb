package org.peyk.directory;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.peyk.internal.content.Letters;

/** A column of a directory's queries, known by an English or a Turkish name in any case. */
enum DirectoryColumn {
    PERSON("person", "kisi"),
    NAME("name", "ad_soyad"),
    UNIT("unit", "birim"),
    MAIL("email", "e_posta"),
    LANGUAGE("language", "dil"),
    PRINCIPAL("principal", "asil"),
    DEPUTY("deputy", "vekil"),
    BEGIN("begins", "baslangic"),
    END("ends", "bitis");

    private final List<String> names;

    DirectoryColumn(String... names) {
        this.names = List.of(names);
    }

    /** The name in the documentation. */
    String label() {
        return names.get(0);
    }

    String turkish() {
        return names.get(1);
    }

    /** Where the columns of a result stand. */
    static Map<DirectoryColumn, Integer> of(ResultSet r) throws SQLException {
        ResultSetMetaData meta = r.getMetaData();
        Map<DirectoryColumn, Integer> found = new EnumMap<>(DirectoryColumn.class);
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            String label = Letters.fold(meta.getColumnLabel(i));
            for (DirectoryColumn column : values()) {
                if (column.names.contains(label)) {
                    found.putIfAbsent(column, i);
                }
            }
        }
        return found;
    }
}
