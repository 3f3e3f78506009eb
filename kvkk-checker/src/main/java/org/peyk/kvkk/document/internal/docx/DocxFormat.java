package org.peyk.kvkk.document.internal.docx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.ooxml.OoxmlFormat;
import org.peyk.kvkk.document.internal.ooxml.OoxmlPackage;
import org.peyk.kvkk.document.internal.ooxml.OoxmlType;
import org.peyk.kvkk.document.internal.ooxml.Relation;
import org.peyk.kvkk.document.internal.ooxml.XmlEvents;
import org.peyk.spi.document.ReadingNote.Kind;

/** Word documents and templates, with and without macros. */
public final class DocxFormat extends OoxmlFormat {
    private static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final OoxmlType TYPE = new OoxmlType(
            "word/",
            List.of(
                    "wordprocessingml.document.main+xml",
                    "wordprocessingml.template.main+xml",
                    "ms-word.document.macroEnabled.main+xml",
                    "ms-word.template.macroEnabledTemplate.main+xml"));

    /** Makes the format. */
    public DocxFormat() {
        super(MEDIA_TYPE, TYPE);
    }

    @Override
    protected void body(OoxmlPackage file, Reading reading) {
        new Document(file, reading).read();
    }

    /** One document being read. */
    private static final class Document {
        private final OoxmlPackage file;
        private final Reading reading;
        private final String main;
        private final List<Relation> relations;
        private final Styles styles;
        private final Numbering numbering;
        private final Authors authors;

        Document(OoxmlPackage file, Reading reading) {
            this.file = file;
            this.reading = reading;
            this.authors = new Authors(reading);
            String named = file.mainPart();
            this.main = named == null ? "word/document.xml" : named;
            this.relations = file.relations(main);
            this.styles = Styles.of(file, target("styles"), reading);
            this.numbering = Numbering.of(file, target("numbering"), reading);
        }

        private @Nullable String target(String type) {
            return relations.stream()
                    .filter(r -> r.type().equals(type) && !r.external())
                    .map(Relation::target)
                    .findFirst()
                    .orElse(null);
        }

        void read() {
            boolean found = file.xml(main, xml -> {
                Story body = new Story(reading, styles, numbering, List.of(), true, false);
                try {
                    reader(xml, relations).blocks(body);
                } finally {
                    body.end();
                }
            });
            if (!found) {
                reading.note(Kind.DAMAGED, Notes.damagedPart(main));
            }
            int headers = 0;
            int footers = 0;
            for (Relation relation : relations) {
                if (relation.external()) {
                    outside(relation);
                    continue;
                }
                switch (relation.type()) {
                    case "header" -> story(relation.target(), "üst bilgi " + ++headers);
                    case "footer" -> story(relation.target(), "alt bilgi " + ++footers);
                    case "footnotes" -> notes(relation.target(), "dipnot ");
                    case "endnotes" -> notes(relation.target(), "son not ");
                    case "comments" -> comments(relation.target());
                    default -> {
                        // pictures, settings and data, which are looked at with the other parts
                    }
                }
            }
            authors.write();
        }

        /** A link of the text is told with the text; anything else that leads out is worth knowing. */
        private void outside(Relation relation) {
            if (!relation.type().equals("hyperlink")) {
                reading.segment(relation.target(), true, List.of("dış bağlantı"));
                reading.note(Kind.REMARK, Notes.EXTERNAL_SOURCE);
            }
        }

        private StoryReader reader(XmlEvents xml, List<Relation> partRelations) {
            Map<String, String> links = new HashMap<>();
            for (Relation relation : partRelations) {
                if (relation.type().equals("hyperlink")) {
                    links.put(relation.id(), relation.target());
                }
            }
            xml.watch(() -> authors.look(xml));
            return new StoryReader(xml, reading, styles, numbering, links);
        }

        private void story(String part, String name) {
            List<Relation> partRelations = file.relations(part);
            file.xml(part, xml -> reader(xml, partRelations).blocks(quiet(name, false)));
        }

        private Story quiet(String name, boolean hidden) {
            return new Story(reading, styles, numbering, List.of(name), false, hidden);
        }

        private void notes(String part, String name) {
            List<Relation> partRelations = file.relations(part);
            file.xml(part, xml -> {
                int number = 0;
                int depth = xml.depth();
                while (xml.nextChild(depth)) {
                    String type = xml.attribute("type");
                    // separators are lines, not notes; but who knows what a file puts into them
                    String place = type == null || type.equals("normal") ? name + ++number : name + "ayırıcısı";
                    reader(xml, partRelations).blocks(quiet(place, false));
                }
            });
        }

        private void comments(String part) {
            List<Relation> partRelations = file.relations(part);
            file.xml(part, xml -> {
                int number = 0;
                int depth = xml.depth();
                while (xml.nextChild(depth)) {
                    String place = "yorum " + ++number;
                    String author = xml.attribute("author");
                    reading.property(author, List.of(place, "yazan"));
                    Authors.date(reading, xml.attribute("date"), place);
                    reader(xml, partRelations).blocks(quiet(place, true));
                }
            });
        }
    }
}
