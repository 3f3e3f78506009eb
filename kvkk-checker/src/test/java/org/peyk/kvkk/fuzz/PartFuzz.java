package org.peyk.kvkk.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Any content of a part of a package, whose zip is whole: past the checksums, where the readers of parts are. */
public final class PartFuzz {
    private static final String RELATIONS =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"%s\"/>"
                    + "</Relationships>";
    private static final String TYPES =
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/%s\""
                    + " ContentType=\"application/vnd.openxmlformats-officedocument.%s.main+xml\"/></Types>";
    private static final String SHEET =
            "<worksheet><sheetData><row><c r=\"A1\" t=\"s\"><v>0</v></c><c><v>1E10</v></c></row></sheetData></worksheet>";

    private record Kind(String part, List<String> others) {}

    private static final List<Kind> KINDS = List.of(
            word("word/document.xml"),
            word("word/styles.xml"),
            word("word/numbering.xml"),
            word("word/footnotes.xml"),
            word("word/comments.xml"),
            word("word/charts/chart1.xml"),
            word("word/_rels/document.xml.rels"),
            word("docProps/core.xml"),
            sheet("xl/workbook.xml"),
            sheet("xl/worksheets/sheet1.xml"),
            sheet("xl/sharedStrings.xml"),
            sheet("xl/styles.xml"),
            sheet("xl/pivotCache/pivotCacheRecords1.xml"),
            new Kind(
                    "ppt/slides/slide1.xml",
                    List.of(
                            "[Content_Types].xml",
                            TYPES.formatted("ppt/presentation.xml", "presentationml.presentation"),
                            "_rels/.rels",
                            RELATIONS.formatted("officeDocument", "ppt/presentation.xml"),
                            "ppt/presentation.xml",
                            "<p:presentation xmlns:p=\"p\" xmlns:r=\"r\"><p:sldIdLst><p:sldId r:id=\"r1\"/></p:sldIdLst></p:presentation>",
                            "ppt/_rels/presentation.xml.rels",
                            RELATIONS.formatted("slide", "slides/slide1.xml"))),
            new Kind("content.xml", List.of("mimetype", "application/vnd.oasis.opendocument.text")),
            new Kind("content.xml", List.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet")));

    private PartFuzz() {}

    private static Kind word(String part) {
        return new Kind(
                part,
                List.of(
                        "[Content_Types].xml",
                        TYPES.formatted("word/document.xml", "wordprocessingml.document"),
                        "_rels/.rels",
                        RELATIONS.formatted("officeDocument", "word/document.xml"),
                        "word/document.xml",
                        "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>Kimlik no 10000000146</w:t></w:r></w:p></w:body></w:document>",
                        "word/_rels/document.xml.rels",
                        part.startsWith("word/") && !part.contains("_rels")
                                ? RELATIONS.formatted(
                                        part.substring(5).replace(".xml", "").replaceAll("\\d|.*/", ""),
                                        part.substring(5))
                                : RELATIONS.formatted("styles", "styles.xml")));
    }

    private static Kind sheet(String part) {
        return new Kind(
                part,
                List.of(
                        "[Content_Types].xml",
                        TYPES.formatted("xl/workbook.xml", "spreadsheetml.sheet"),
                        "_rels/.rels",
                        RELATIONS.formatted("officeDocument", "xl/workbook.xml"),
                        "xl/workbook.xml",
                        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Liste\" r:id=\"r1\"/></sheets></workbook>",
                        "xl/_rels/workbook.xml.rels",
                        RELATIONS
                                .formatted("worksheet", "worksheets/sheet1.xml")
                                .replace(
                                        "</Relationships>",
                                        "<Relationship Id=\"r2\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                                                + "<Relationship Id=\"r3\" Type=\"x/styles\" Target=\"styles.xml\"/></Relationships>"),
                        "xl/sharedStrings.xml",
                        "<sst><si><t>Kimlik no 10000000146</t></si></sst>",
                        "xl/worksheets/sheet1.xml",
                        SHEET));
    }

    /** The entry that Jazzer looks for: the first byte chooses the part. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length < 2) {
            return;
        }
        Kind kind = KINDS.get((input[0] & 0xFF) % KINDS.size());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < kind.others().size(); i += 2) {
                if (!kind.others().get(i).equals(kind.part())) {
                    put(zip, kind.others().get(i), kind.others().get(i + 1).getBytes(StandardCharsets.UTF_8));
                }
            }
            put(zip, kind.part(), java.util.Arrays.copyOfRange(input, 1, input.length));
        }
        ReaderFuzz.read(out.toByteArray());
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    /** How many parts there are to choose from. */
    static int kinds() {
        return KINDS.size();
    }
}
