package org.peyk;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.peyk.spi.Content;
import org.peyk.spi.Detail;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.document.DocumentReading;

/**
 * What a ready document (hazır evrak) gives to a request. Nothing of it is in a request before somebody puts it there.
 *
 * @param content subject, HTML and text in one language, with the document's registry number, digest and own text as its source
 * @param details facts the document states, dates as {@code yyyy-MM-dd} and hours as {@code HH:mm}
 * @param reading all that was read, hidden parts too
 * @param warnings what was not taken over or not read, for the requester to look at
 */
public record ReadyDocument(
        Content content, Map<Detail, String> details, DocumentReading reading, List<LocalizedText> warnings) {

    /** Copies the collections. */
    public ReadyDocument {
        details = Collections.unmodifiableMap(details.isEmpty() ? new EnumMap<>(Detail.class) : new EnumMap<>(details));
        warnings = List.copyOf(warnings);
    }

    @Override
    public String toString() {
        return "ReadyDocument[" + details.keySet() + ", " + warnings.size() + " warnings]";
    }
}
