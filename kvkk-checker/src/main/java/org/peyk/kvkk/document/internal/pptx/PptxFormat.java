package org.peyk.kvkk.document.internal.pptx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.ooxml.OoxmlFormat;
import org.peyk.kvkk.document.internal.ooxml.OoxmlPackage;
import org.peyk.kvkk.document.internal.ooxml.OoxmlType;
import org.peyk.kvkk.document.internal.ooxml.Relation;
import org.peyk.kvkk.document.internal.ooxml.XmlEvents;
import org.peyk.spi.document.ReadingNote.Kind;

/** PowerPoint presentations and shows: slides in their order, hidden ones, tables, speakers' notes, comments and whatever else is in the file. */
public final class PptxFormat extends OoxmlFormat {
    private static final String MEDIA_TYPE =
            "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    private static final OoxmlType TYPE = new OoxmlType(
            "ppt/",
            List.of(
                    "presentationml.presentation.main+xml",
                    "presentationml.template.main+xml",
                    "presentationml.slideshow.main+xml",
                    "ms-powerpoint.presentation.macroEnabled.main+xml",
                    "ms-powerpoint.slideshow.macroEnabled.main+xml",
                    "ms-powerpoint.template.macroEnabled.main+xml"));

    /** Makes the format. */
    public PptxFormat() {
        super(MEDIA_TYPE, TYPE);
    }

    @Override
    protected void body(OoxmlPackage file, Reading reading) {
        slides(file, reading);
    }

    private static void slides(OoxmlPackage file, Reading reading) {
        String named = file.mainPart();
        String main = named == null ? "ppt/presentation.xml" : named;
        List<Relation> relations = file.relations(main);
        List<String> order = new ArrayList<>();
        boolean found = file.xml(main, xml -> order(xml, relations, order));
        if (!found) {
            reading.note(Kind.DAMAGED, Notes.damagedPart(main));
            // in a file that was cut off the slides are there all the same
            file.names().stream()
                    .filter(n -> n.matches("ppt/slides/slide[0-9]+\\.xml"))
                    .forEach(order::add);
        }
        int number = 0;
        for (String slide : order) {
            slide(file, slide, ++number, reading);
        }
    }

    private static void order(XmlEvents xml, List<Relation> relations, List<String> order) throws IOException {
        while (!xml.atEnd()) {
            if (xml.next() == javax.xml.stream.XMLStreamConstants.START_ELEMENT
                    && xml.name().equals("sldId")) {
                String target = target(xml, relations);
                if (target != null) {
                    order.add(target);
                }
            }
        }
    }

    /** A slide has an id of its own beside that of the relation; only one of the two names a relation. */
    private static @Nullable String target(XmlEvents xml, List<Relation> relations) {
        for (String id : xml.attributes("id")) {
            for (Relation relation : relations) {
                if (!relation.external() && relation.id().equals(id)) {
                    return relation.target();
                }
            }
        }
        return null;
    }

    private static void slide(OoxmlPackage file, String part, int number, Reading reading) {
        reading.page();
        SlideText text = new SlideText(reading, "slayt " + number);
        if (!file.xml(part, text::slide)) {
            reading.note(Kind.DAMAGED, Notes.damagedPart(part));
        }
        for (Relation relation : file.relations(part)) {
            if (relation.external()) {
                reading.segment(relation.target(), true, List.of("slayt " + number, "bağlantı adresi"));
                continue;
            }
            switch (relation.type().toLowerCase(Locale.ROOT)) {
                case "notesslide" -> file.xml(relation.target(), text::notes);
                case "comments" -> file.xml(relation.target(), text::comments);
                default -> {
                    // pictures, charts and layouts, which are looked at with the other parts
                }
            }
        }
    }
}
