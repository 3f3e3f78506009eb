package org.peyk.kvkk.document.internal.odf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.peyk.kvkk.document.internal.FileBytes;
import org.peyk.kvkk.document.internal.FileHead;
import org.peyk.kvkk.document.internal.Format;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.ooxml.LooseText;
import org.peyk.kvkk.document.internal.ooxml.OoxmlPackage;
import org.peyk.kvkk.document.internal.ooxml.XmlEvents;
import org.peyk.spi.document.ReadingNote.Kind;

/** OpenDocument texts, sheets, presentations and drawings, and their templates; the flat forms in one XML file are not among them. */
public final class OdfFormat implements Format {
    private static final String MEDIA_TYPE = "application/vnd.oasis.opendocument";
    private static final int TYPE_RANGE = 200;
    private static final List<String> WITHOUT_TEXT = List.of(
            "mimetype", "meta-inf/", "configurations2/", "thumbnails/", "layout-cache", "settings.xml", "manifest.rdf");

    @Override
    public boolean recognises(FileHead head) {
        if (!head.startsWith("PK\u0003\u0004")) {
            return false;
        }
        // its type stands stored in front, so that it can be known without unpacking (part 3, 2.2.4)
        byte[] bytes = head.bytes();
        String start = new String(bytes, 0, Math.min(bytes.length, TYPE_RANGE), StandardCharsets.ISO_8859_1);
        return start.contains("mimetype" + MEDIA_TYPE);
    }

    @Override
    public String mediaType() {
        return MEDIA_TYPE + ".text";
    }

    @Override
    public boolean needsWholeFile() {
        return true;
    }

    @Override
    public void read(FileBytes file, Reading reading) {
        OoxmlPackage opened = OoxmlPackage.open(file.bytes(), reading);
        String type = new String(opened.bytes("mimetype"), StandardCharsets.US_ASCII).strip();
        Properties properties = new Properties(reading);
        boolean[] encrypted = new boolean[1];
        opened.xml("meta-inf/manifest.xml", xml -> encrypted[0] = encrypted(xml));
        if (encrypted[0]) {
            reading.info(type, null);
            reading.note(Kind.ENCRYPTED, Notes.ENCRYPTED);
            return;
        }
        opened.xml("meta.xml", properties::read);
        reading.info(type.startsWith(MEDIA_TYPE) ? type : mediaType(), properties.title());
        HiddenStyles styles = new HiddenStyles(reading);
        opened.xml("content.xml", styles::read);
        if (!opened.xml("content.xml", xml -> new OdfContent(reading, styles, List.of(), true).read(xml))) {
            reading.note(Kind.DAMAGED, Notes.damagedPart("content.xml"));
        }
        // headers and footers stand with the page styles
        opened.xml("styles.xml", xml -> new OdfContent(reading, styles, List.of("üst ve alt bilgi"), false).read(xml));
        properties.write();
        others(opened, reading);
    }

    private static boolean encrypted(XmlEvents xml) throws IOException {
        while (!xml.atEnd()) {
            if (xml.next() == javax.xml.stream.XMLStreamConstants.START_ELEMENT
                    && xml.name().equals("encryption-data")) {
                return true;
            }
        }
        return false;
    }

    private static void others(OoxmlPackage file, Reading reading) {
        for (String part : file.unread()) {
            String name = part.substring(part.lastIndexOf('/') + 1);
            if (WITHOUT_TEXT.stream().anyMatch(part::startsWith) || part.endsWith("/settings.xml")) {
                file.skip(part);
            } else if (part.startsWith("pictures/") || part.startsWith("objectreplacements/")) {
                file.skip(part);
                reading.picture();
            } else if (part.startsWith("basic/") || part.startsWith("scripts/")) {
                file.skip(part);
                reading.note(Kind.REMARK, Notes.MACROS);
            } else if (part.endsWith(".xml")) {
                String place =
                        part.toLowerCase(Locale.ROOT).startsWith("object") ? "gömülü nesne" : "belge parçası " + name;
                file.xml(part, new LooseText(reading, List.of(place), false)::read);
            } else {
                byte[] bytes = file.bytes(part);
                if (bytes.length > 0) {
                    reading.embedded(name, bytes);
                }
            }
        }
    }
}
