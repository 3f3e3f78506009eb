package org.peyk.audience;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.recipient.RecipientSourceException;

/**
 * What the columns of a file are.
 *
 * @param columns index of each column that means something to the process
 * @param attributes name and index of all others
 * @param names index of every column by its folded name, for filters
 * @param width number of fields in a row
 * @param firstRow position of the first record after the header
 */
record CsvHeader(
        Map<RecipientColumn, Integer> columns,
        Map<String, Integer> attributes,
        Map<String, Integer> names,
        int width,
        long firstRow) {

    /** A list of addresses, one a line. */
    static final CsvHeader BARE =
            new CsvHeader(new EnumMap<>(Map.of(RecipientColumn.MAIL, 0)), Map.of(), Map.of(), 1, 0);

    @Nullable
    Integer index(RecipientColumn column) {
        return columns.get(column);
    }

    /**
     * Makes sense of the first record that is not empty.
     *
     * @param first the record
     * @param position where it stands
     * @param named headers that the application named, folded
     */
    static CsvHeader of(List<String> first, long position, Map<String, RecipientColumn> named)
            throws RecipientSourceException {
        Map<RecipientColumn, Integer> columns = new EnumMap<>(RecipientColumn.class);
        Map<String, Integer> attributes = new LinkedHashMap<>();
        Map<String, Integer> names = new LinkedHashMap<>();
        List<String> twice = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            String name = first.get(i).strip();
            RecipientColumn column = column(RecipientColumn.fold(name), named);
            boolean repeated = !name.isEmpty() && names.putIfAbsent(RecipientColumn.fold(name), i) != null;
            if (column != null) {
                repeated |= columns.putIfAbsent(column, i) != null;
            } else if (!name.isEmpty()) {
                attributes.put(name, i);
            }
            if (repeated) {
                twice.add(String.valueOf(i + 1));
            }
        }
        if (columns.isEmpty() && first.size() == 1 && first.get(0).indexOf('@') >= 0) {
            return BARE;
        }
        if (!twice.isEmpty()) {
            String list = String.join(", ", twice);
            throw wrong(
                    "Başlık satırında aynı şeyi söyleyen iki sütun var (sütun " + list + "); birini silin.",
                    "Two columns of the header say the same (column " + list + "); remove one.");
        }
        if (!columns.containsKey(RecipientColumn.MAIL) && !columns.containsKey(RecipientColumn.MOBILE)) {
            throw wrong(
                    "Başlık satırında adres sütunu yok; “e_posta” (ya da “gsm”) adlı bir sütun ekleyin.",
                    "The header has no column of addresses; add one called “email” (or “mobile”).");
        }
        return new CsvHeader(columns, attributes, names, first.size(), position + 1);
    }

    private static @Nullable RecipientColumn column(String folded, Map<String, RecipientColumn> named) {
        RecipientColumn own = named.get(folded);
        if (own != null) {
            return own;
        }
        for (RecipientColumn column : RecipientColumn.values()) {
            if (!named.containsValue(column) && column.named(folded)) {
                return column;
            }
        }
        return null;
    }

    private static RecipientSourceException wrong(String tr, String en) {
        return new RecipientSourceException(CsvRecipientSource.CSV_HEADER, LocalizedText.of(tr, en), null);
    }
}
