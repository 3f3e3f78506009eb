package org.peyk.kvkk.document.internal.docx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.ooxml.XmlEvents;

/** Who changed a Word document while changes were tracked, and when last (ECMA-376 part 1, 17.13.5). Each is told once. */
final class Authors {
    private final Reading reading;
    private final Map<String, String> lastDates = new LinkedHashMap<>();

    Authors(Reading reading) {
        this.reading = reading;
    }

    /** Looks at the element that starts here; the authors of comments are told with them. */
    void look(XmlEvents xml) {
        String author = xml.attribute("author");
        if (author == null || author.isBlank() || xml.name().equals("comment")) {
            return;
        }
        String date = xml.attribute("date");
        String before = lastDates.get(author);
        if (before == null) {
            reading.keep();
        }
        String known = date == null ? "" : date;
        if (before == null || before.compareTo(known) < 0) {
            lastDates.put(author, known);
        }
    }

    void write() {
        lastDates.forEach((author, date) -> {
            reading.property(author, List.of("izlenen değişiklik", "yazan"));
            date(reading, date, "izlenen değişiklik");
        });
    }

    /** A date stands by itself, so that no text beside it says what it is the date of. */
    static void date(Reading reading, @Nullable String date, String of) {
        reading.property(date, List.of("değişiklik tarihi", of));
    }
}
