package org.peyk.kvkk.document.internal.eyp;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.ooxml.OoxmlPackage;
import org.peyk.kvkk.document.internal.ooxml.XmlEvents;

/** What a package says about its letter: subject, registry number, date, and everybody it names. */
final class Metadata {
    private static final int ISO_DATE = 10;

    private final Reading reading;
    private final List<String> texts = new ArrayList<>();
    private @Nullable String subject;
    private @Nullable String number;
    private @Nullable LocalDate date;

    private Metadata(Reading reading) {
        this.reading = reading;
    }

    static boolean isMetadata(String part) {
        return part.startsWith("ustveri/") && part.endsWith(".xml");
    }

    static Metadata of(OoxmlPackage file, List<String> names, Reading reading) {
        Metadata metadata = new Metadata(reading);
        for (String name : names) {
            if (isMetadata(name)) {
                file.xml(name, metadata::read);
            }
        }
        return metadata;
    }

    /** Takes the text of every element that holds no other. */
    private void read(XmlEvents xml) throws IOException {
        StringBuilder text = new StringBuilder();
        String element = xml.name();
        while (!xml.atEnd()) {
            switch (xml.next()) {
                case javax.xml.stream.XMLStreamConstants.START_ELEMENT -> {
                    element = xml.name();
                    text.setLength(0);
                }
                case javax.xml.stream.XMLStreamConstants.CHARACTERS, javax.xml.stream.XMLStreamConstants.CDATA -> {
                    text.append(xml.text());
                    reading.checkLength(text.length());
                }
                case javax.xml.stream.XMLStreamConstants.END_ELEMENT -> {
                    take(element, text.toString().strip());
                    text.setLength(0);
                }
                default -> {
                    // comments and instructions are no metadata
                }
            }
        }
    }

    private void take(String element, String value) {
        if (value.isEmpty()) {
            return;
        }
        reading.keep();
        texts.add(value);
        switch (element) {
            case "Konu" -> subject = subject == null ? value : subject;
            case "BelgeNo" -> number = number == null ? value : number;
            case "Tarih" -> date = date == null ? dateOf(value) : date;
            default -> {
                // addressees, files and identifiers, which are scanned only
            }
        }
    }

    private static @Nullable LocalDate dateOf(String value) {
        try {
            return LocalDate.parse(value.substring(0, Math.min(ISO_DATE, value.length())));
        } catch (DateTimeException e) {
            return null;
        }
    }

    void write() {
        for (String text : texts) {
            reading.property(text, List.of("üstveri"));
        }
    }

    @Nullable
    String subject() {
        return subject;
    }

    @Nullable
    String number() {
        return number;
    }

    @Nullable
    LocalDate date() {
        return date;
    }
}
