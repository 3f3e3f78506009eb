package org.peyk.kvkk.document.internal.ooxml;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.spi.document.ReadingNote.Kind;

/**
 * The parts of a package that no reader of its own asked for: XML is searched for texts and for attributes that hold words, files inside are
 * read, pictures and macros are noted. Parts of looks and settings are passed over without a word, and so are attributes of other names.
 */
public final class OtherParts {
    private static final Set<String> PICTURES = Set.of(
            "png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "emf", "wmf", "svg", "webp", "wdp", "ico", "heic");

    /** Looks, settings and indexes, which hold no text of the document. */
    private static final List<String> WITHOUT_TEXT = List.of(
            "[content_types].xml",
            "/theme/",
            "/styles.xml",
            "styleswitheffects.xml",
            "fonttable.xml",
            "websettings.xml",
            "numbering.xml",
            "/calcchain.xml",
            "/metadata.xml",
            "/printersettings/",
            "/ctrlprops/",
            "customxml/itemprops",
            "/fonts/",
            "docprops/thumbnail",
            "commentsextended.xml",
            "commentsids.xml",
            "commentsextensible.xml",
            "/vbadata.xml",
            "_xmlsignatures/",
            "/charts/style",
            "/charts/colors",
            "/diagrams/colors",
            "/diagrams/quickstyle",
            "/diagrams/layout",
            "docmetadata/");

    private static final int LARGEST_VML = 2_000_000;

    private OtherParts() {}

    /**
     * Reads what is left of a package.
     *
     * @param file the package
     * @param reading takes what is found
     */
    public static void read(OoxmlPackage file, Reading reading) {
        for (String part : file.unread()) {
            String extension = part.substring(part.lastIndexOf('.') + 1);
            String name = part.substring(part.lastIndexOf('/') + 1);
            if (extension.equals("rels")) {
                // what a relation leads to is a part of its own; those that lead out are worth knowing
                outside(file, part, reading);
            } else if (WITHOUT_TEXT.stream().anyMatch(("/" + part)::contains)) {
                file.skip(part);
            } else if (PICTURES.contains(extension)) {
                file.skip(part);
                reading.picture();
            } else if (name.equals("vbaproject.bin")) {
                file.skip(part);
                reading.note(Kind.UNKNOWN_TYPE, Notes.MACROS);
            } else if (extension.equals("vml")) {
                vml(file.bytes(part), name, reading);
            } else if (extension.equals("xml")) {
                List<String> place = List.of(label(part));
                boolean data = part.startsWith("customxml/");
                file.xml(
                        part,
                        (data ? LooseText.ofData(reading, place) : new LooseText(reading, place, !visible(part)))
                                ::read);
            } else {
                byte[] bytes = file.bytes(part);
                if (bytes.length > 0) {
                    reading.embedded(name, bytes);
                }
            }
        }
    }

    /** The old drawings of notes and buttons, whose text is HTML that need not be well-formed. */
    private static void vml(byte[] bytes, String name, Reading reading) {
        if (bytes.length > LARGEST_VML) {
            reading.note(Kind.DAMAGED, Notes.damagedPart(name));
            return;
        }
        Document drawing = Jsoup.parse(new String(bytes, StandardCharsets.UTF_8), "", Parser.xmlParser());
        // rows, columns and anchors of notes
        drawing.getElementsByTag("x:ClientData").remove();
        for (Element box : drawing.getElementsByTag("v:textbox")) {
            reading.segment(box.text(), false, List.of("çizim"));
        }
    }

    private static void outside(OoxmlPackage file, String rels, Reading reading) {
        String source = rels.replaceFirst("_rels/", "").replaceFirst("\\.rels$", "");
        for (Relation relation : file.relations(source)) {
            if (relation.external()) {
                reading.segment(relation.target(), true, List.of("dış bağlantı"));
                if (!relation.type().equals("hyperlink")) {
                    reading.note(Kind.REMARK, Notes.EXTERNAL_SOURCE);
                }
            }
        }
    }

    private static boolean visible(String part) {
        return part.contains("/charts/")
                || part.contains("/diagrams/")
                || part.contains("/drawings/")
                || part.contains("/chartsheets/");
    }

    private static String label(String part) {
        if (part.contains("/charts/")) {
            return "grafik";
        }
        if (part.contains("/diagrams/")) {
            return "şema";
        }
        if (part.contains("/drawings/")) {
            return "çizim";
        }
        if (part.contains("/pivotcache/")) {
            return "özet tablo önbelleği";
        }
        if (part.contains("/tables/")) {
            return "tablo tanımı";
        }
        if (part.contains("/externallinks/")) {
            return "dış bağlantı önbelleği";
        }
        if (part.startsWith("customxml/")) {
            return "özel veri";
        }
        if (part.contains("/glossary/")) {
            return "yapı taşları";
        }
        return "belge parçası " + part.substring(part.lastIndexOf('/') + 1);
    }
}
