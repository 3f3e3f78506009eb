package org.peyk.audience;

import java.util.HashMap;
import java.util.Map;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.RecipientSourceException;

/**
 * Which rows of a file are meant.
 *
 * @param group code of the group, or {@link CsvRecipientSource#EVERYBODY}
 * @param filter the value each of these columns must have
 */
record CsvSelection(String group, Map<Integer, String> filter) {

    /**
     * Holds a selection against a file.
     *
     * @throws RecipientSourceException when the file does not know the group or a column
     */
    static CsvSelection of(Selection selection, CsvHeader header, Map<String, Long> groups)
            throws RecipientSourceException {
        if (!groups.containsKey(selection.group())) {
            throw new RecipientSourceException(
                    CsvRecipientSource.CSV_GROUP,
                    LocalizedText.of(
                            "Alıcı dosyasında böyle bir grup yok: " + selection.group() + ".",
                            "The recipient file has no such group: " + selection.group() + "."),
                    null);
        }
        Map<Integer, String> filter = new HashMap<>();
        for (Map.Entry<String, String> e : selection.filter().entrySet()) {
            Integer index = header.names().get(RecipientColumn.fold(e.getKey()));
            if (index == null) {
                throw new RecipientSourceException(
                        CsvRecipientSource.CSV_FILTER,
                        LocalizedText.of(
                                "Alıcı dosyasında böyle bir sütun yok: " + e.getKey() + ".",
                                "The recipient file has no such column: " + e.getKey() + "."),
                        null);
            }
            filter.put(index, e.getValue().strip());
        }
        return new CsvSelection(selection.group(), Map.copyOf(filter));
    }

    /** Whether a row is meant. One whose fields cannot be told apart belongs to every selection, so that it is reported. */
    boolean holds(CsvRow row) {
        if (!row.wellFormed()) {
            return true;
        }
        if (!group.equals(CsvRecipientSource.EVERYBODY) && !group.equals(row.group())) {
            return false;
        }
        return filter.entrySet().stream().allMatch(e -> e.getValue().equals(row.field(e.getKey())));
    }
}
