package org.peyk.kvkk.document;

import java.util.LinkedHashMap;
import java.util.Map;

import static org.peyk.kvkk.document.Documents.bytes;
import static org.peyk.kvkk.document.Documents.zip;

/** Office files with personal data in every place that is looked at. */
final class RedactionDocuments {
    static final String NUMBER = "10000000146";
    static final String REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
            + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
            + " xmlns:v=\"urn:schemas-microsoft-com:vml\"";
    private static final String S = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private RedactionDocuments() {}

    private static String relations(String... idTypeTarget) {
        StringBuilder xml = new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
        for (int i = 0; i < idTypeTarget.length; i += 3) {
            String target = idTypeTarget[i + 2];
            String type = idTypeTarget[i + 1];
            String full = type.contains("/") ? type : REL + type;
            xml.append("<Relationship Id=\"" + idTypeTarget[i] + "\" Type=\"" + full + "\" Target=\"" + target + "\""
                    + (target.contains(":") ? " TargetMode=\"External\"" : "") + "/>");
        }
        return xml.append("</Relationships>").toString();
    }

    private static String types(String... nameType) {
        StringBuilder xml = new StringBuilder(
                "<Types xmlns=\"" + PACKAGE + "content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>"
                        + "<Default Extension=\"xlsx\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\"/>");
        for (int i = 0; i < nameType.length; i += 2) {
            String type = nameType[i + 1].startsWith("application/")
                    ? nameType[i + 1]
                    : "application/vnd.openxmlformats-officedocument." + nameType[i + 1] + "+xml";
            xml.append("<Override PartName=\"/" + nameType[i] + "\" ContentType=\"" + type + "\"/>");
        }
        return xml.append("</Types>").toString();
    }

    static String core(String title, String creator) {
        return "<cp:coreProperties xmlns:cp=\"" + PACKAGE + "metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" + title + "</dc:title><dc:creator>"
                + creator
                + "</dc:creator></cp:coreProperties>";
    }

    private static String run(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    static byte[] docx() {
        String body = "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>" + run("Bahar semineri duyurusu") + "</w:p>"
                + "<w:p>" + run("Kimlik no 100") + "<w:r><w:rPr><w:b/></w:rPr><w:t>000</w:t></w:r>"
                + run("00146 olan aday")
                + "</w:p>"
                + "<w:tbl><w:tr><w:tc><w:p>" + run("Ad Soyad") + "</w:p></w:tc><w:tc><w:p>" + run("Vize")
                + "</w:p></w:tc><w:tc><w:p>" + run("Oda") + "</w:p></w:tc></w:tr>"
                + "<w:tr><w:tc><w:p>" + run("Ayşe Yılmaz") + "</w:p></w:tc><w:tc><w:p>" + run("61") + "</w:p></w:tc>"
                + "<w:tc><w:p>" + run("61") + "</w:p></w:tc></w:tr></w:tbl>"
                + "<w:p><w:del w:id=\"1\" w:author=\"b\"><w:r><w:delText>Telefon 0532 123 45 67</w:delText></w:r></w:del>"
                + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>IBAN TR330006100519786457841326</w:t></w:r>"
                + run("Görünen metin.")
                + "</w:p>"
                + "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"61\" name=\"Resim\" descr=\"Aday 10000000146\"/></wp:inline></w:drawing></w:r></w:p>"
                + "<w:p><w:r><w:pict><v:shape alt=\"eski şekil\"><v:textbox><w:txbxContent><w:p>"
                + run("Kutuda 10000000146") + "</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
                + "<w:p><w:hyperlink r:id=\"rL\">" + run("yazın") + "</w:hyperlink></w:p>"
                + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>MERGEFIELD tckn 10000000146</w:instrText></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run("alan")
                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                types(
                        "word/document.xml", "wordprocessingml.document.main",
                        "word/header1.xml", "wordprocessingml.header",
                        "word/footer1.xml", "wordprocessingml.footer",
                        "word/footnotes.xml", "wordprocessingml.footnotes",
                        "word/comments.xml", "wordprocessingml.comments",
                        "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
                        "_xmlsignatures/sig1.xml",
                                "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"));
        parts.put(
                "_rels/.rels",
                relations(
                        "r1",
                        "officeDocument",
                        "word/document.xml",
                        "r2",
                        PACKAGE + "relationships/metadata/core-properties",
                        "docProps/core.xml",
                        "r3",
                        PACKAGE + "relationships/metadata/thumbnail",
                        "docProps/thumbnail.jpeg",
                        "r4",
                        PACKAGE + "relationships/digital-signature/origin",
                        "_xmlsignatures/origin.sigs"));
        parts.put("word/document.xml", "<w:document " + W + "><w:body>" + body + "</w:body></w:document>");
        parts.put(
                "word/_rels/document.xml.rels",
                relations(
                        "rH",
                        "header",
                        "header1.xml",
                        "rF",
                        "footer",
                        "footer1.xml",
                        "rN",
                        "footnotes",
                        "footnotes.xml",
                        "rC",
                        "comments",
                        "comments.xml",
                        "rX",
                        "package",
                        "embeddings/liste.xlsx",
                        "rL",
                        "hyperlink",
                        "mailto:ayse.yilmaz@gmail.com"));
        parts.put("word/header1.xml", "<w:hdr " + W + "><w:p>" + run("Üst bilgi: 10000000146") + "</w:p></w:hdr>");
        parts.put("word/footer1.xml", "<w:ftr " + W + "><w:p>" + run("Alt bilgi: 10000000146") + "</w:p></w:ftr>");
        parts.put(
                "word/footnotes.xml",
                "<w:footnotes " + W + "><w:footnote w:id=\"2\"><w:p>" + run("Dipnot: 10000000146")
                        + "</w:p></w:footnote></w:footnotes>");
        parts.put(
                "word/comments.xml",
                "<w:comments " + W + "><w:comment w:id=\"0\" w:author=\"Ayşe Yılmaz\"><w:p>" + run("Yorum: 10000000146")
                        + "</w:p></w:comment></w:comments>");
        parts.put("docProps/core.xml", core("Aday 10000000146", "Ayşe Yılmaz"));
        Map<String, byte[]> all = new LinkedHashMap<>();
        parts.forEach((name, text) -> all.put(name, bytes(text)));
        all.put("word/embeddings/liste.xlsx", xlsx());
        all.put("docProps/thumbnail.jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});
        all.put("_xmlsignatures/sig1.xml", bytes("<Signature/>"));
        all.put("_xmlsignatures/origin.sigs", new byte[0]);
        return zip(all);
    }

    private static String shared(String... texts) {
        StringBuilder xml = new StringBuilder("<sst " + S + ">");
        for (String text : texts) {
            xml.append("<si><t>" + text + "</t></si>");
        }
        return xml.append("</sst>").toString();
    }

    private static String cell(String name, int text) {
        return "<c r=\"" + name + "\" s=\"0\" t=\"s\"><v>" + text + "</v></c>";
    }

    /** The same shared text is a mark in one column and a room in another. */
    static byte[] xlsx() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                types(
                        "xl/workbook.xml", "spreadsheetml.sheet.main",
                        "xl/worksheets/sheet1.xml", "spreadsheetml.worksheet",
                        "xl/worksheets/sheet2.xml", "spreadsheetml.worksheet",
                        "xl/sharedStrings.xml", "spreadsheetml.sharedStrings",
                        "xl/comments1.xml", "spreadsheetml.comments",
                        "xl/calcChain.xml", "spreadsheetml.calcChain",
                        "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"));
        parts.put(
                "_rels/.rels",
                relations(
                        "r1",
                        "officeDocument",
                        "xl/workbook.xml",
                        "r2",
                        PACKAGE + "relationships/metadata/core-properties",
                        "docProps/core.xml"));
        parts.put(
                "xl/workbook.xml",
                "<workbook " + S + "><sheets><sheet name=\"Liste\" sheetId=\"1\" r:id=\"r1\"/>"
                        + "<sheet name=\"Ayşe Yılmaz\" sheetId=\"2\" state=\"hidden\" r:id=\"r2\"/></sheets><definedNames>"
                        + "<definedName name=\"aday\">\"10000000146\"</definedName>"
                        + "<definedName name=\"alan\">'Ayşe Yılmaz'!$A$1</definedName></definedNames></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relations(
                        "r1",
                        "worksheet",
                        "worksheets/sheet1.xml",
                        "r2",
                        "worksheet",
                        "worksheets/sheet2.xml",
                        "r3",
                        "sharedStrings",
                        "sharedStrings.xml",
                        "r4",
                        "calcChain",
                        "calcChain.xml"));
        parts.put(
                "xl/sharedStrings.xml",
                shared(
                        "Ad Soyad",
                        "Vize",
                        "Oda",
                        "T.C. Kimlik No",
                        "Ayşe Yılmaz",
                        "61",
                        "204",
                        "Kullanılmayan 10000000146",
                        "Toplam"));
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet " + S + "><sheetData>"
                        + "<row r=\"1\">" + cell("A1", 0) + cell("B1", 1) + cell("C1", 2) + cell("D1", 3) + "</row>"
                        + "<row r=\"2\">" + cell("A2", 4) + cell("B2", 5) + cell("C2", 5)
                        + "<c r=\"D2\" s=\"0\"><v>10000000146</v></c></row>"
                        + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>Işık Deneme</t></is></c><c r=\"B3\"><v>70</v></c>"
                        + cell("C3", 6) + "<c r=\"D3\" t=\"str\"><f>D2&amp;\"\"</f><v>10000000146</v></c></row>"
                        + "<row r=\"5\">" + cell("A5", 8) + "<c r=\"B5\"><f>SUM(B2:B3)</f><v>131</v></c>"
                        + "<c r=\"C5\" t=\"str\"><f>IF(1,\"boş\",\"10000000146\")</f><v>boş</v></c></row>"
                        + "</sheetData><hyperlinks><hyperlink ref=\"A2\" r:id=\"rL\" tooltip=\"0532 123 45 67\"/></hyperlinks>"
                        + "<headerFooter><oddHeader>&amp;CKimlik 10000000146</oddHeader></headerFooter></worksheet>");
        parts.put(
                "xl/worksheets/_rels/sheet1.xml.rels",
                relations("rC", "comments", "../comments1.xml", "rL", "hyperlink", "mailto:ayse.yilmaz@gmail.com"));
        parts.put(
                "xl/worksheets/sheet2.xml",
                "<worksheet " + S
                        + "><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>IBAN</t></is></c></row>"
                        + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>TR330006100519786457841326</t></is></c></row></sheetData></worksheet>");
        parts.put(
                "xl/comments1.xml",
                "<comments " + S
                        + "><authors><author>Ayşe Yılmaz</author></authors><commentList><comment ref=\"A2\" authorId=\"0\">"
                        + "<text><r><t>Kimlik 100000</t></r><r><t>00146</t></r></text></comment></commentList></comments>");
        parts.put("xl/calcChain.xml", "<calcChain " + S + "><c r=\"D3\" i=\"1\"/></calcChain>");
        parts.put("docProps/core.xml", core("Liste 10000000146", "Ayşe Yılmaz"));
        Map<String, byte[]> all = new LinkedHashMap<>();
        parts.forEach((name, text) -> all.put(name, bytes(text)));
        return zip(all);
    }
}
