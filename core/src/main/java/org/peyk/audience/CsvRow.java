package org.peyk.audience;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.internal.content.Letters;
import org.peyk.spi.Channel;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.recipient.Recipient;
import org.peyk.spi.recipient.RejectedRow;

/** Makes a person of a row, or says why it is none. */
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

    private String field(CsvColumn column) {
        Integer index = header.index(column);
        return index == null ? "" : field(index);
    }

    String group() {
        return field(CsvColumn.GROUP);
    }

    /** Why the row is no recipient, or null when it is one. */
    @Nullable
    RejectedRow rejection() {
        if (!wellFormed()) {
            return rejected(
                    "ROW-FIELDS",
                    row.getFieldCount() + " alan var, " + header.width() + " olmalı.",
                    row.getFieldCount() + " fields where " + header.width() + " should be.");
        }
        if (field(CsvColumn.MAIL).isEmpty() && field(CsvColumn.MOBILE).isEmpty()) {
            return rejected("ROW-ADDRESS", "Adres boş.", "The address is empty.");
        }
        if (person() == null) {
            return rejected("ROW-PERSON", "Kişi numarası boş ya da bozuk.", "The person's key is empty or malformed.");
        }
        return null;
    }

    /** The recipient of a row without a {@link #rejection()}. */
    Recipient recipient(PersonId person) {
        Map<Channel, String> addresses = new EnumMap<>(Channel.class);
        putIfThere(addresses, Channel.MAIL, field(CsvColumn.MAIL));
        putIfThere(addresses, Channel.SMS, field(CsvColumn.MOBILE));
        Map<String, String> attributes = new HashMap<>();
        header.attributes().forEach((name, index) -> putIfThere(attributes, name, field(index)));
        String group = group();
        return new Recipient(
                person, addresses, displayName(), language(), group.isEmpty() ? Set.of() : Set.of(group), attributes);
    }

    /** The key of the person, or null when it is empty or cannot be one. */
    @Nullable
    PersonId person() {
        String key = header.index(CsvColumn.PERSON) != null
                ? field(CsvColumn.PERSON)
                : Letters.fold(someAddress()).strip();
        try {
            return key.isEmpty() ? null : PersonId.of(key);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private String someAddress() {
        String mail = field(CsvColumn.MAIL);
        return mail.isEmpty() ? field(CsvColumn.MOBILE) : mail;
    }

    /** A name becomes part of a header, so that line breaks in a quoted field become blanks. */
    private @Nullable String displayName() {
        String name = field(CsvColumn.NAME).replaceAll("[\\p{Cntrl}\\s]+", " ");
        return name.isEmpty() ? null : name;
    }

    private @Nullable Locale language() {
        Locale locale = Locale.forLanguageTag(field(CsvColumn.LANGUAGE).replace('_', '-'));
        return locale.getLanguage().isEmpty() ? null : locale;
    }

    private static <K> void putIfThere(Map<K, String> map, K key, String value) {
        if (!value.isEmpty()) {
            map.put(key, value);
        }
    }

    private RejectedRow rejected(String code, String tr, String en) {
        return new RejectedRow("line " + row.getStartingLineNumber(), code, LocalizedText.of(tr, en));
    }
}
