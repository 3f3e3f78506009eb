package org.peyk.kvkk.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.peyk.spi.ByteSource;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.document.ReadingNote;
import org.peyk.spi.document.Segment;

/** Files for tests, and what is read from them. */
final class Documents {
    private static final String CONTENT_TYPES =
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Override PartName=\"/%s\" ContentType=\"application/vnd.openxmlformats-officedocument.%s.main+xml\"/></Types>";
    private static final String RELATIONS =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\""
                    + "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"%s\"/></Relationships>";

    private Documents() {}

    static byte[] resource(String name) {
        try (InputStream in = Documents.class.getResourceAsStream("/documents/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no test document " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DocumentReading read(String name, byte[] bytes) {
        return read(name, bytes, ReadLimits.DEFAULT);
    }

    static DocumentReading read(String name, byte[] bytes, ReadLimits limits) {
        return DocumentReaders.standard().read(new DocumentInput(name, "", ByteSource.of(bytes)), limits);
    }

    static DocumentReading read(String name, String text) {
        return read(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static DocumentReading readResource(String name) {
        return read(name, resource(name));
    }

    /** Where the segments with this text stand, such as {@code paragraf 2 › gizli metin (gizli)}. */
    static List<String> placesOf(DocumentReading reading, String text) {
        return reading.segments().stream()
                .filter(s -> s.text().equals(text))
                .map(s -> String.join(" › ", s.place().path()) + (s.place().hidden() ? " (gizli)" : ""))
                .toList();
    }

    static Segment segment(DocumentReading reading, String text) {
        return reading.segments().stream()
                .filter(s -> s.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no segment with the text " + text));
    }

    static List<String> visible(DocumentReading reading) {
        return reading.segments().stream()
                .filter(s -> !s.place().hidden())
                .map(Segment::text)
                .toList();
    }

    static List<String> texts(DocumentReading reading) {
        return reading.segments().stream().map(Segment::text).toList();
    }

    static List<ReadingNote.Kind> notes(DocumentReading reading) {
        return reading.notes().stream().map(ReadingNote::kind).toList();
    }

    /** A Word document around the given body. */
    static byte[] docx(String body) {
        return docx(body, Map.of());
    }

    static byte[] docx(String body, Map<String, String> more) {
        String document =
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body
                        + "</w:body></w:document>";
        return office("word/document.xml", "wordprocessingml.document", document, more);
    }

    static String paragraph(String text) {
        return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
    }

    /** A workbook with one sheet around the given rows. */
    static byte[] xlsx(String rows) {
        return xlsx(rows, Map.of());
    }

    static byte[] xlsx(String rows, Map<String, String> more) {
        String ns = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "xl/_rels/workbook.xml.rels",
                RELATIONS.formatted("worksheets/sheet1.xml").replace("/officeDocument\"", "/worksheet\""));
        parts.put("xl/worksheets/sheet1.xml", "<worksheet " + ns + "><sheetData>" + rows + "</sheetData></worksheet>");
        parts.putAll(more);
        String workbook =
                "<workbook " + ns + "><sheets><sheet name=\"Liste\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
        return office("xl/workbook.xml", "spreadsheetml.sheet", workbook, parts);
    }

    private static byte[] office(String main, String type, String xml, Map<String, String> more) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", bytes(String.format(Locale.ROOT, CONTENT_TYPES, main, type)));
        parts.put("_rels/.rels", bytes(String.format(Locale.ROOT, RELATIONS, main)));
        parts.put(main, bytes(xml));
        more.forEach((name, text) -> parts.put(name, bytes(text)));
        return zip(parts);
    }

    static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Puts one text in the place of another of the same length, wherever it stands. */
    static byte[] patch(byte[] bytes, String from, String to) {
        if (from.length() != to.length()) {
            throw new IllegalArgumentException("the texts must be of one length");
        }
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        return all.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }
}
