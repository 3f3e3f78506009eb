package org.peyk.kvkk.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.kvkk.KvkkRules;
import org.peyk.kvkk.KvkkScanner;
import org.peyk.kvkk.Match;
import org.peyk.spi.ByteSource;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.document.Segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peyk.kvkk.document.Documents.bytes;
import static org.peyk.kvkk.document.Documents.docx;
import static org.peyk.kvkk.document.Documents.paragraph;
import static org.peyk.kvkk.document.Documents.placesOf;
import static org.peyk.kvkk.document.Documents.read;
import static org.peyk.kvkk.document.Documents.resource;
import static org.peyk.kvkk.document.Documents.texts;
import static org.peyk.kvkk.document.Documents.xlsx;

class DocumentRedactorTest {

    private static final DocumentRedactor REDACTOR = DocumentRedactor.of(KvkkRules.DEFAULT, ReadLimits.DEFAULT);
    private static final KvkkScanner SCANNER = KvkkScanner.of(KvkkRules.DEFAULT);

    private static byte[] copy(String name, byte[] bytes) throws IOException {
        return content(REDACTOR.copy(new DocumentInput(name, "", ByteSource.of(bytes))));
    }

    private static byte[] content(RedactedCopy copy) throws IOException {
        try (InputStream in = copy.bytes().open()) {
            return in.readAllBytes();
        }
    }

    private static List<Match> found(DocumentReading reading) {
        return SCANNER.scan(reading).stream()
                .filter(m -> !m.ordinary())
                .filter(m -> reading.segments()
                        .get(m.segment())
                        .text()
                        .substring(m.start(), m.end())
                        .chars()
                        .anyMatch(c -> c != '█' && !Character.isWhitespace(c)))
                .toList();
    }

    /** Nothing is lost and nothing but black letters is new. */
    private static void sameButForBlack(DocumentReading before, DocumentReading after) {
        // a formula that holds a value goes, and the cell keeps what it showed
        List<String> texts = before.segments().stream()
                .filter(s -> !s.place().path().contains("formül"))
                .map(Segment::text)
                .toList();
        List<String> copies = after.segments().stream()
                .filter(s -> !s.place().path().contains("formül"))
                .map(Segment::text)
                .toList();
        assertThat(copies).hasSameSizeAs(texts);
        for (int i = 0; i < texts.size(); i++) {
            String was = texts.get(i);
            String is = copies.get(i);
            if (is.equals("https://redacted.invalid/")) {
                assertThat(was).contains(":");
                continue;
            }
            assertThat(is).as("length of segment %s", i).hasSameSizeAs(was);
            for (int k = 0; k < is.length(); k++) {
                if (is.charAt(k) != '█') {
                    assertThat(is.charAt(k)).as("segment %s", i).isEqualTo(was.charAt(k));
                }
            }
        }
    }

    @Test
    void aWordDocumentIsBlackenedInEveryPlace() throws IOException {
        byte[] original = RedactionDocuments.docx();
        DocumentReading before = read("a.docx", original);
        assertThat(before.complete()).isTrue();
        assertThat(found(before)).hasSizeGreaterThan(15);
        byte[] copy = copy("a.docx", original);
        DocumentReading after = read("a.docx", copy);
        assertThat(after.complete()).isTrue();
        assertThat(found(after)).isEmpty();
        assertThat(texts(after))
                .contains("Bahar semineri duyurusu", "Kimlik no ███████████ olan aday", "Telefon ████ ███ ██ ██")
                .contains(
                        "Üst bilgi: ███████████", "Alt bilgi: ███████████", "Dipnot: ███████████", "Yorum: ███████████")
                .contains("Kutuda ███████████", "Aday ███████████", "https://redacted.invalid/")
                .contains("MERGEFIELD tckn ███████████");
        // the mark goes, the room of the same number stays
        assertThat(placesOf(after, "██")).contains("tablo 1 › B2");
        assertThat(placesOf(after, "61")).contains("tablo 1 › C2").doesNotContain("tablo 1 › B2");
        for (Map.Entry<String, byte[]> part : ZipParts.of(copy).entrySet()) {
            assertThat(new String(part.getValue(), StandardCharsets.UTF_8))
                    .as(part.getKey())
                    .doesNotContain("10000000146", "00146", "Yılmaz", "ayse.yilmaz", "123 45 67", "TR33");
        }
        assertThat(new String(ZipParts.of(copy).get("word/document.xml"), StandardCharsets.UTF_8))
                .contains("<w:jc w:val=\"center\"/>", "<w:rPr><w:b/></w:rPr><w:t>███</w:t>", "id=\"61\"");
    }

    @Test
    void signaturesAndThePictureOfTheFirstPageAreLeftOut() throws IOException {
        Map<String, byte[]> parts = ZipParts.of(copy("a.docx", RedactionDocuments.docx()));
        assertThat(parts).doesNotContainKeys("docProps/thumbnail.jpeg", "_xmlsignatures/sig1.xml");
        assertThat(new String(parts.get("_rels/.rels"), StandardCharsets.UTF_8))
                .contains("word/document.xml", "docProps/core.xml")
                .doesNotContain("thumbnail", "_xmlsignatures");
        assertThat(new String(parts.get("[Content_Types].xml"), StandardCharsets.UTF_8))
                .doesNotContain("_xmlsignatures");
    }

    @Test
    void aWorkbookIsBlackenedInEveryPlace() throws IOException {
        byte[] original = RedactionDocuments.xlsx();
        DocumentReading before = read("a.xlsx", original);
        assertThat(before.complete()).isTrue();
        byte[] copy = copy("a.xlsx", original);
        DocumentReading after = read("a.xlsx", copy);
        assertThat(after.complete()).isTrue();
        assertThat(found(after)).isEmpty();
        assertThat(placesOf(after, "███████████")).contains("Liste › D2", "Liste › D3");
        assertThat(placesOf(after, "██")).containsExactly("Liste › B2", "Liste › B3");
        assertThat(placesOf(after, "61")).containsExactly("Liste › C2");
        assertThat(texts(after)).contains("Toplam", "131", "boş", "204", "&CKimlik ███████████", "IBAN");
        Map<String, byte[]> parts = ZipParts.of(copy);
        parts.forEach((name, bytes) -> assertThat(new String(bytes, StandardCharsets.UTF_8))
                .as(name)
                .doesNotContain("10000000146", "00146", "Yılmaz", "ayse.yilmaz", "TR33", "0532"));
        assertThat(new String(parts.get("xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8))
                .contains("<f>SUM(B2:B3)</f>", "<c r=\"D2\" s=\"0\" t=\"inlineStr\">")
                .doesNotContain("<f>D2", "<f>IF");
        assertThat(new String(parts.get("xl/workbook.xml"), StandardCharsets.UTF_8))
                .contains("'████ ██████'!$A$1");
        assertThat(parts).doesNotContainKey("xl/calcChain.xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"davet.docx", "burs.docx", "yerlestirme.xlsx", "yerlestirme-calc.xlsx"})
    void documentsOfOtherProgramsKeepTheRest(String name) throws IOException {
        byte[] original = resource(name);
        DocumentReading before = read(name, original);
        DocumentReading after = read(name, copy(name, original));
        assertThat(found(before)).isNotEmpty();
        assertThat(found(after)).isEmpty();
        assertThat(after.complete()).isTrue();
        assertThat(after.blocks()).hasSameSizeAs(before.blocks());
        sameButForBlack(before, after);
    }

    @Test
    void aFileWithNothingToBlackenIsGivenAsItIs() throws IOException {
        byte[] original = docx(paragraph("Toplantı saat 14.00'te, salon 3."));
        RedactedCopy copy = REDACTOR.copy(new DocumentInput("a.docx", "", ByteSource.of(original)));
        assertThat(copy.places()).isZero();
        assertThat(content(copy)).isEqualTo(original);
    }

    @Test
    void aCodePageWithoutTheBlackLetterGivesWay() throws IOException {
        byte[] turkish = "Öğrenci Ayşe Yılmaz, kimlik no 10000000146\n".getBytes(Charset.forName("windows-1254"));
        assertThat(new String(copy("a.txt", turkish), StandardCharsets.UTF_8))
                .isEqualTo("Öğrenci ████ ██████, kimlik no ███████████\n");
    }

    @Test
    void aTableKeepsItsSeparatorAndItsQuotes() throws IOException {
        byte[] table = bytes("Ad Soyad,Vize,Not\nAyşe Yılmaz,61,\"geldi, gitti\"\nIşık Deneme,,yok\n");
        assertThat(new String(copy("a.csv", table), StandardCharsets.UTF_8))
                .isEqualTo("Ad Soyad,Vize,Not\n████ ██████,██,\"geldi, gitti\"\n████ ██████,,yok\n");
    }

    @Test
    void whatCannotBeBlackenedIsRefusedWithAReason() {
        byte[] pdf = Documents.resource("davet.pdf");
        refused("a.pdf", pdf, RedactionException.Reason.KIND);
        refused("a.bin", new byte[] {0, 1, 2, 3}, RedactionException.Reason.UNREADABLE);
        byte[] whole = RedactionDocuments.docx();
        refused("a.docx", java.util.Arrays.copyOf(whole, whole.length / 2), RedactionException.Reason.UNREADABLE);
        Map<String, byte[]> parts = new java.util.LinkedHashMap<>(ZipParts.of(docx(paragraph("Liste ektedir."))));
        parts.put("word/embeddings/liste.pdf", pdf);
        refused("a.docx", Documents.zip(parts), RedactionException.Reason.INSIDE);
        assertThat(RedactionException.Reason.KIND.text().tr()).contains("kopyası");
    }

    private static void refused(String name, byte[] bytes, RedactionException.Reason reason) {
        assertThatThrownBy(() -> copy(name, bytes))
                .isInstanceOfSatisfying(
                        RedactionException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(reason.code())
                .hasMessageNotContaining("10000000146");
    }

    @Test
    void aNumberInACacheBecomesZero() throws IOException {
        byte[] original = xlsx(
                "<row><c t=\"inlineStr\"><is><t>Bütçe</t></is></c></row>",
                Map.of(
                        "xl/pivotCache/pivotCacheRecords1.xml",
                        "<pivotCacheRecords><r><n v=\"10000000146\"/><s v=\"kimlik 10000000146\"/><n v=\"5\"/></r></pivotCacheRecords>"));
        String cache = new String(
                ZipParts.of(copy("a.xlsx", original)).get("xl/pivotCache/pivotCacheRecords1.xml"),
                StandardCharsets.UTF_8);
        assertThat(cache).contains("<n v=\"0\"/><s v=\"kimlik ███████████\"/><n v=\"5\"/>");
    }

    @Test
    void whoChangedATextIsBlackenedWithIt() throws IOException {
        byte[] changed = docx("<w:p><w:ins w:author=\"Ali Kaya\" w:date=\"2026-11-02T10:00:00Z\"><w:r>"
                + "<w:t>Toplantı salı günü.</w:t></w:r></w:ins></w:p>");
        byte[] copy = copy("a.docx", changed);
        assertThat(new String(ZipParts.of(copy).get("word/document.xml"), StandardCharsets.UTF_8))
                .doesNotContain("Ali Kaya")
                .contains("Toplantı salı günü.");
    }

    @Test
    void thePictureOfAFileThatWasBlackenedShowsNothing() throws IOException {
        Map<String, byte[]> parts = new java.util.LinkedHashMap<>(ZipParts.of(RedactionDocuments.docx()));
        String object =
                "<w:p><w:r><w:object xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                        + "<v:shape xmlns:v=\"v\"><v:imagedata r:id=\"rP\"/></v:shape><o:OLEObject xmlns:o=\"o\" r:id=\"rX\"/>"
                        + "</w:object></w:r></w:p></w:body>";
        edit(parts, "word/document.xml", "</w:body>", object);
        edit(
                parts,
                "word/_rels/document.xml.rels",
                "</Relationships>",
                "<Relationship Id=\"rP\" Type=\"x/image\" Target=\"media/image1.emf\"/><Relationship Id=\"rQ\""
                        + " Type=\"x/image\" Target=\"media/image2.png\"/></Relationships>");
        parts.put("word/media/image1.emf", bytes("Ayşe Yılmaz 10000000146"));
        parts.put("word/media/image2.png", bytes("fotoğraf"));
        Map<String, byte[]> copy = ZipParts.of(copy("a.docx", Documents.zip(parts)));
        assertThat(copy.get("word/media/image1.emf")).hasSize(108).startsWith(1, 0, 0, 0);
        assertThat(copy.get("word/media/image2.png")).isEqualTo(bytes("fotoğraf"));
    }

    private static void edit(Map<String, byte[]> parts, String part, String from, String to) {
        String text = new String(parts.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        parts.put(part, bytes(text.replace(from, to)));
    }

    @Test
    void aSheetThatIsNotListedIsReadAsOneAndBlackened() throws IOException {
        Map<String, byte[]> parts = new java.util.LinkedHashMap<>(ZipParts.of(RedactionDocuments.xlsx()));
        parts.put(
                "xl/worksheets/sheet9.xml",
                bytes("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                        + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Kimlik</t></is></c></row>"
                        + "<row r=\"2\"><c r=\"A2\"><v>10000000146</v></c></row></sheetData></worksheet>"));
        byte[] file = Documents.zip(parts);
        DocumentReading reading = read("a.xlsx", file);
        assertThat(placesOf(reading, "10000000146")).contains("listede olmayan sayfa 1 (gizli sayfa) › A2 (gizli)");
        byte[] copy = copy("a.xlsx", file);
        assertThat(new String(ZipParts.of(copy).get("xl/worksheets/sheet9.xml"), StandardCharsets.UTF_8))
                .doesNotContain("10000000146");
        assertThat(found(read("a.xlsx", copy))).isEmpty();
    }
}
