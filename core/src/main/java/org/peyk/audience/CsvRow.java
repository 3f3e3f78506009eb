package org.peyk.audience;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.internal.content.Letters;
import org.peyk.spi.recipient.RejectedRow;

/** A record of a file under its header. */
final class CsvRow {

    private final CsvHeader header;
    private final CsvRecord row;

    CsvRow(CsvHeader header, CsvRecord row) {
        this.header = header;
        this.row = row;
    }

    /** Whether the row has as many fields as the header; of one that has not, no field can be trusted. */
    boolean wellFormed() {
        return row.getFieldCount() == header.width();
    }

    String field(int index) {
        return row.getField(index).strip();
    }

    String group() {
        return field(RecipientColumn.GROUP);
    }

    /** Why the row is no recipient, or null when it is one. */
    @Nullable
    RejectedRow rejection() {
        if (!wellFormed()) {
            return RecipientRow.rejected(
                    position(),
                    "ROW-FIELDS",
                    row.getFieldCount() + " alan var, " + header.width() + " olmalı.",
                    row.getFieldCount() + " fields where " + header.width() + " should be.");
        }
        return values().rejection();
    }

    /** The values of a well-formed row. */
    RecipientRow values() {
        Map<String, String> attributes = new HashMap<>();
        header.attributes().forEach((name, index) -> {
            if (!field(index).isEmpty()) {
                attributes.put(name, field(index));
            }
        });
        return new RecipientRow(
                position(),
                key(),
                field(RecipientColumn.MAIL),
                field(RecipientColumn.MOBILE),
                field(RecipientColumn.NAME),
                field(RecipientColumn.LANGUAGE),
                group(),
                attributes);
    }

    /** Without a column of keys, whoever has the same address in another spelling is the same person. */
    private String key() {
        if (header.index(RecipientColumn.PERSON) != null) {
            return field(RecipientColumn.PERSON);
        }
        String mail = field(RecipientColumn.MAIL);
        return Letters.fold(mail.isEmpty() ? field(RecipientColumn.MOBILE) : mail)
                .strip();
    }

    private String field(RecipientColumn column) {
        Integer index = header.index(column);
        return index == null ? "" : field(index);
    }

    private String position() {
        return "line " + row.getStartingLineNumber();
    }
}
