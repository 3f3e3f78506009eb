package org.peyk.kvkk.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.document.ReadingNote.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.kvkk.document.Documents.bytes;
import static org.peyk.kvkk.document.Documents.docx;
import static org.peyk.kvkk.document.Documents.notes;
import static org.peyk.kvkk.document.Documents.paragraph;
import static org.peyk.kvkk.document.Documents.patch;
import static org.peyk.kvkk.document.Documents.placesOf;
import static org.peyk.kvkk.document.Documents.read;
import static org.peyk.kvkk.document.Documents.texts;
import static org.peyk.kvkk.document.Documents.xlsx;

/** Files built to exhaust, mislead or break out of a reader. Each has to end soon, within a small heap, as an incomplete reading. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class HostileDocumentsTest {

    @ParameterizedTest
    @ValueSource(strings = {"word/document.xml", "word/media/x.bin", "customXml/item1.xml"})
    void aZipBomb(String bomb) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(bomb));
            if (!bomb.endsWith(".bin")) {
                zip.write(bytes("<w:document xmlns:w='w'><w:body>" + paragraph("önce")));
            }
            byte[] block = new byte[1_000_000];
            Arrays.fill(block, (byte) ' ');
            for (int i = 0; i < 200; i++) {
                zip.write(block);
            }
            zip.closeEntry();
            if (!bomb.startsWith("word/document")) {
                zip.putNextEntry(new ZipEntry("word/document.xml"));
                zip.write(bytes("<w:document xmlns:w='w'><w:body>" + paragraph("önce") + "</w:body></w:document>"));
            }
        }
        DocumentReading reading = read("bomba.docx", out.toByteArray());
        assertThat(notes(reading)).contains(Kind.LIMIT_REACHED);
        assertThat(texts(reading)).contains("önce");
    }

    @Test
    void manySmallEntries() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 20_000; i++) {
                zip.putNextEntry(new ZipEntry("word/" + i + ".xml"));
            }
        }
        assertThat(notes(read("a.docx", out.toByteArray()))).contains(Kind.LIMIT_REACHED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>",
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">",
                "<?xml version=\"1.0\"?><!-- > --><!DOCTYPE x [<!ENTITY c \"x\">]>"
            })
    void documentTypeDefinitionsAreRefused(String doctype) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "word/document.xml",
                bytes(doctype + "<w:document xmlns:w='w'><w:body>" + paragraph("Metin &c;&a;")
                        + "</w:body></w:document>"));
        parts.put("customXml/item1.xml", bytes("<a>öbür parça</a>"));
        DocumentReading reading = read("a.docx", Documents.zip(parts));
        assertThat(notes(reading)).containsExactly(Kind.DAMAGED);
        assertThat(reading.notes().get(0).text().en()).contains("DTD");
        assertThat(texts(reading)).containsExactly("öbür parça");
    }

    @Test
    void unknownEntitiesAreDamage() {
        DocumentReading reading = read("a.docx", docx(paragraph("önce") + paragraph("&yok;")));
        assertThat(notes(reading)).contains(Kind.DAMAGED);
        assertThat(texts(reading)).contains("önce");
    }

    @Test
    void partsOfTheSameNameAreNotTrusted() {
        byte[] file = docx(paragraph("görünen"), Map.of("word/documenT.xml", "<w:document xmlns:w='w'/>"));
        for (byte[] twice : List.of(file, patch(file, "word/documenT.xml", "word/document.xml"))) {
            DocumentReading reading = read("a.docx", twice);
            assertThat(notes(reading)).contains(Kind.DAMAGED);
            assertThat(reading.complete()).isFalse();
            assertThat(texts(reading)).contains("görünen");
        }
    }

    @Test
    void aDirectoryThatNamesPartsDifferentlyIsNotTrusted() {
        byte[] file = docx(paragraph("görünen"), Map.of("word/footer1.xml", "<a/>"));
        String all = new String(file, StandardCharsets.ISO_8859_1);
        int last = all.lastIndexOf("word/footer1.xml");
        byte[] renamed = (all.substring(0, last) + "word/footer2.xml" + all.substring(last + 16))
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(notes(read("a.docx", renamed))).contains(Kind.DAMAGED);
    }

    @Test
    void anEncryptedEntry() {
        byte[] file = docx(paragraph("görünen"));
        // the flag in the directory's line of the last part
        for (int i = file.length - 4; i > 0; i--) {
            if (file[i] == 'P' && file[i + 1] == 'K' && file[i + 2] == 1 && file[i + 3] == 2) {
                file[i + 8] |= 1;
                break;
            }
        }
        assertThat(notes(read("a.docx", file))).contains(Kind.ENCRYPTED);
    }

    @Test
    void aTagWithoutEnd() {
        // of random letters, for those that repeat would be a zip bomb in the first place
        StringBuilder huge = new StringBuilder();
        Random random = new Random(1);
        while (huge.length() < 1_500_000) {
            huge.append(Long.toHexString(random.nextLong()));
        }
        assertThat(notes(read("a.docx", docx(paragraph("önce") + "<w:p a=\"" + huge + "\"/>"))))
                .contains(Kind.LIMIT_REACHED);
        assertThat(notes(read("a.docx", docx(paragraph("önce") + "<!--" + huge + "-->"))))
                .contains(Kind.LIMIT_REACHED);
        assertThat(notes(read("a.docx", docx(paragraph("önce") + "<?a " + huge + "?>"))))
                .contains(Kind.LIMIT_REACHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<w:tbl><w:tr><w:tc>", "<w:sdt>", "<w:p><w:r>"})
    void deepNesting(String open) {
        DocumentReading reading = read("a.docx", docx(paragraph("önce") + open.repeat(2_000)));
        assertThat(notes(reading)).contains(Kind.LIMIT_REACHED);
        assertThat(texts(reading)).contains("önce");
    }

    @Test
    void theLastColumnInEveryRow() {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 20_000; i++) {
            rows.append("<row r=\"").append(i).append("\"><c r=\"XFD").append(i).append("\"><v>1</v></c></row>");
        }
        assertThat(notes(read("a.xlsx", xlsx(rows.toString())))).contains(Kind.LIMIT_REACHED);
    }

    @Test
    void oneLongTextInEveryCell() {
        String strings = "<sst><si><t>" + "uzun ".repeat(100_000) + "</t></si></sst>";
        String relations =
                "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                        + "<Relationship Id=\"r2\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>";
        byte[] file = xlsx(
                "<row><c t=\"s\"><v>0</v></c></row>".repeat(100_000),
                Map.of("xl/sharedStrings.xml", strings, "xl/_rels/workbook.xml.rels", relations));
        assertThat(notes(read("a.xlsx", file))).contains(Kind.LIMIT_REACHED);
    }

    @Test
    void stylesAndPartsInACircle() {
        String styles = "<w:styles xmlns:w='w'><w:style w:styleId='a'><w:basedOn w:val='b'/></w:style>"
                + "<w:style w:styleId='b'><w:basedOn w:val='a'/></w:style></w:styles>";
        String relations = "<Relationships><Relationship Id='r1' Type='x/styles' Target='styles.xml'/>"
                + "<Relationship Id='r2' Type='x/header' Target='document.xml'/></Relationships>";
        DocumentReading reading = read(
                "a.docx",
                docx(
                        "<w:p><w:pPr><w:pStyle w:val='a'/></w:pPr><w:r><w:t>Metin</w:t></w:r></w:p>",
                        Map.of("word/styles.xml", styles, "word/_rels/document.xml.rels", relations)));
        assertThat(reading.visibleText()).isEqualTo("Metin");
    }

    @Test
    void htmlThatGrowsWhileItIsRepaired() {
        StringBuilder page = new StringBuilder("<html><p>");
        for (int i = 0; i < 200; i++) {
            page.append("<b a=").append(i).append('>');
        }
        page.append("</p>").append("<p>x</p>".repeat(100_000));
        DocumentReading reading = read("a.html", page.toString());
        assertThat(notes(reading)).contains(Kind.LIMIT_REACHED);
        assertThat(reading.info().mediaType()).isEqualTo("text/html");
    }

    @Test
    void deepHtml() {
        DocumentReading reading = read("a.html", "<html>" + "<div><table><tr><td>".repeat(50_000) + "dip");
        assertThat(texts(reading)).contains("dip");
    }

    @Test
    void styleSheetsThatTakeLong() {
        String page =
                "<html><style>" + "a,".repeat(100_000) + "{display:none}" + "* * * * * *{display:none}".repeat(5_000)
                        + "</style>" + "<div>".repeat(200) + "<p>x</p>".repeat(20_000);
        assertThat(texts(read("a.html", page))).contains("x");
    }

    @Test
    void aPdfStreamThatUnpacksToGigabytes() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(packed)) {
            byte[] block = new byte[1_000_000];
            Arrays.fill(block, (byte) ' ');
            for (int i = 0; i < 200; i++) {
                deflate.write(block);
            }
        }
        Map<Integer, byte[]> objects = new TreeMap<>();
        objects.put(1, bytes("<</Type/Catalog/Pages 2 0 R>>"));
        objects.put(2, bytes("<</Type/Pages/Count 1/Kids[3 0 R]>>"));
        objects.put(3, bytes("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>"));
        objects.put(4, PdfFiles.stream("/Filter/FlateDecode", packed.toByteArray()));
        assertThat(notes(read("a.pdf", PdfFiles.byHand(objects)))).contains(Kind.LIMIT_REACHED);
        // the same as an object stream, which is unpacked while the file is opened
        objects.put(4, PdfFiles.stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", packed.toByteArray()));
        objects.remove(3);
        assertThat(notes(read("a.pdf", PdfFiles.byHand(objects)))).contains(Kind.LIMIT_REACHED);
    }

    @Test
    void formsThatDrawEachOtherOverAndOver() {
        Map<Integer, byte[]> objects = new TreeMap<>();
        objects.put(1, bytes("<</Type/Catalog/Pages 2 0 R>>"));
        objects.put(2, bytes("<</Type/Pages/Count 1/Kids[3 0 R]>>"));
        objects.put(
                3,
                bytes(
                        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</F 10 0 R>>>>>>"));
        objects.put(4, PdfFiles.stream("", bytes("/F Do ".repeat(10))));
        for (int i = 10; i < 30; i++) {
            String resources = i == 29 ? "" : "/Resources<</XObject<</F " + (i + 1) + " 0 R>>>>";
            objects.put(
                    i,
                    PdfFiles.stream(
                            "/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + resources, bytes("/F Do ".repeat(10))));
        }
        ReadLimits wide = ReadLimits.DEFAULT;
        ReadLimits twoSeconds = new ReadLimits(
                wide.inputBytes(),
                wide.outputChars(),
                wide.pages(),
                wide.rows(),
                wide.nesting(),
                wide.ratio(),
                Duration.ofSeconds(2));
        assertThat(notes(read("a.pdf", PdfFiles.byHand(objects), twoSeconds))).contains(Kind.LIMIT_REACHED);
    }

    @Test
    void aPdfWhosePagesGoInACircle() {
        Map<Integer, byte[]> objects = new TreeMap<>();
        objects.put(1, bytes("<</Type/Catalog/Pages 2 0 R/Outlines 5 0 R>>"));
        objects.put(2, bytes("<</Type/Pages/Count 9/Kids[2 0 R 3 0 R 2 0 R]>>"));
        objects.put(3, bytes("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>"));
        objects.put(5, bytes("<</First 6 0 R>>"));
        objects.put(6, bytes("<</Title(Ayse Ornek)/Next 6 0 R/First 6 0 R>>"));
        assertThat(placesOf(read("a.pdf", PdfFiles.byHand(objects)), "Ayse Ornek"))
                .containsOnlyOnce("yer imi");
    }

    @Test
    void anXfaFormWithOutsideEntities() {
        Map<Integer, byte[]> objects = new TreeMap<>();
        objects.put(1, bytes("<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]/XFA 4 0 R>>>>"));
        objects.put(2, bytes("<</Type/Pages/Count 1/Kids[3 0 R]>>"));
        objects.put(3, bytes("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>"));
        objects.put(
                4,
                PdfFiles.stream(
                        "",
                        bytes(
                                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><x><kimlik>10000000146 &a;</kimlik></x>")));
        DocumentReading reading = read("a.pdf", PdfFiles.byHand(objects));
        assertThat(texts(reading)).singleElement().asString().contains("10000000146 &a;");
    }
}
