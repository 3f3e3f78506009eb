package org.peyk.kvkk.document.internal.ooxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.Reading;

/** What an office file says about itself in its properties (ECMA-376 part 2, clause 11, and part 1, 22.2). */
public final class DocumentProperties {
    private static final List<String> PATH = List.of("belge özellikleri");

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("title", "başlık"),
            Map.entry("subject", "konu"),
            Map.entry("creator", "oluşturan"),
            Map.entry("lastModifiedBy", "son kaydeden"),
            Map.entry("keywords", "anahtar sözcükler"),
            Map.entry("description", "açıklamalar"),
            Map.entry("category", "kategori"),
            Map.entry("contentStatus", "durum"),
            Map.entry("identifier", "tanımlayıcı"),
            Map.entry("Company", "kurum"),
            Map.entry("Manager", "yönetici"),
            Map.entry("HyperlinkBase", "bağlantı kökü"));

    private record Property(String name, String value) {}

    private final List<Property> properties = new ArrayList<>();
    private @Nullable String title;

    private final Reading reading;

    private DocumentProperties(Reading reading) {
        this.reading = reading;
    }

    /**
     * Reads the properties of a package.
     *
     * @param file the package
     * @param reading takes them later, and keeps the bounds
     * @return them
     */
    public static DocumentProperties of(OoxmlPackage file, Reading reading) {
        DocumentProperties found = new DocumentProperties(reading);
        for (Relation relation : file.relations("")) {
            if (!relation.external()) {
                switch (relation.type()) {
                    case "core-properties", "extended-properties" -> found.named(file, relation.target());
                    case "custom-properties" -> found.custom(file, relation.target());
                    default -> {
                        // the document itself, a thumbnail
                    }
                }
            }
        }
        return found;
    }

    private void named(OoxmlPackage file, String part) {
        file.xml(part, xml -> {
            int depth = xml.depth();
            while (xml.nextChild(depth)) {
                String element = xml.name();
                String name = NAMES.get(element);
                if (name != null) {
                    reading.keep();
                    String value = xml.elementText();
                    properties.add(new Property(name, value));
                    if (element.equals("title")) {
                        title = value;
                    }
                }
            }
        });
    }

    private void custom(OoxmlPackage file, String part) {
        file.xml(part, xml -> {
            int depth = xml.depth();
            while (xml.nextChild(depth)) {
                String name = xml.attribute("name");
                reading.keep();
                // people choose the name as well, so that it is text and no place
                properties.add(new Property("özel alan adı", name == null ? "" : name));
                properties.add(new Property("özel", xml.elementText()));
            }
        });
    }

    /** The title, or null when there is none. */
    public @Nullable String title() {
        return title;
    }

    /** Hands the properties on. */
    public void write() {
        for (Property property : properties) {
            reading.property(property.value().strip(), List.of(PATH.get(0), property.name()));
        }
    }
}
