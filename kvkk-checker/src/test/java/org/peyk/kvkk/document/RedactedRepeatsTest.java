package org.peyk.kvkk.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peyk.kvkk.KvkkRules;
import org.peyk.spi.ByteSource;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadLimits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.kvkk.document.Documents.docx;
import static org.peyk.kvkk.document.Documents.paragraph;
import static org.peyk.kvkk.document.Documents.placesOf;
import static org.peyk.kvkk.document.Documents.read;
import static org.peyk.kvkk.document.Documents.xlsx;

/** What a file says a second time, beside the text that is seen. */
class RedactedRepeatsTest {
    private static final DocumentRedactor REDACTOR = DocumentRedactor.of(KvkkRules.DEFAULT, ReadLimits.DEFAULT);

    private static final String ROWS =
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Ad Soyad</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Vize</t></is></c></row>"
                    + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Ayşe Yılmaz</t><rPh sb=\"0\" eb=\"1\"><t>ayşeokunuş</t></rPh></is></c>"
                    + "<c r=\"B2\"><v>61</v></c></row>";

    private static Map<String, String> copy(String name, byte[] bytes) throws IOException {
        RedactedCopy copy = REDACTOR.copy(new DocumentInput(name, "", ByteSource.of(bytes)));
        Map<String, String> parts = new HashMap<>();
        try (InputStream in = copy.bytes().open()) {
            ZipParts.of(in.readAllBytes())
                    .forEach((part, content) -> parts.put(part, new String(content, StandardCharsets.UTF_8)));
        }
        return parts;
    }

    private static byte[] sheet(String behind, Map<String, String> more) {
        String ns = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        Map<String, String> parts = new HashMap<>(more);
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet " + ns + "><sheetData>" + ROWS + "</sheetData>" + behind + "</worksheet>");
        return xlsx("", parts);
    }

    @Test
    void filtersScenariosAndLinksOfASheetAreReadAndBlackened() throws IOException {
        byte[] file = sheet(
                "<scenarios><scenario name=\"tel 0532 123 45 67\" user=\"b\"><inputCells r=\"A2\" val=\"10000000146\"/></scenario></scenarios>"
                        + "<autoFilter ref=\"A1:B2\"><filterColumn colId=\"0\"><filters><filter val=\"Ayşe Yılmaz\"/>"
                        + "<dateGroupItem year=\"1999\" month=\"3\" dateTimeGrouping=\"month\"/></filters></filterColumn>"
                        + "<filterColumn colId=\"1\"><customFilters><customFilter val=\"kimlik 10000000146\"/></customFilters></filterColumn></autoFilter>"
                        + "<hyperlinks><hyperlink ref=\"A2\" location=\"B2\" display=\"ayse.yilmaz@gmail.com\"/></hyperlinks>",
                Map.of());
        DocumentReading reading = read("a.xlsx", file);
        assertThat(placesOf(reading, "kimlik 10000000146")).containsExactly("Liste › süzgeç (gizli)");
        assertThat(placesOf(reading, "10000000146")).containsExactly("Liste › senaryo (gizli)");
        assertThat(placesOf(reading, "ayse.yilmaz@gmail.com")).containsExactly("Liste › A2 › bağlantı adresi (gizli)");
        String sheet = copy("a.xlsx", file).get("xl/worksheets/sheet1.xml");
        assertThat(sheet)
                .contains("<filter val=\"████ ██████\"/>", "<customFilter val=\"kimlik ███████████\"/>")
                .doesNotContain("10000000146", "Yılmaz", "ayse", "0532", "dateGroupItem", "okunuş", "rPh");
    }

    @Test
    void aValueThatGoesFromACellGoesFromItsCopies() throws IOException {
        Map<String, String> more = new HashMap<>();
        more.put(
                "xl/charts/chart1.xml",
                "<c:chart xmlns:c=\"c\"><c:strCache><c:pt idx=\"0\"><c:v>Ayşe Yılmaz</c:v></c:pt><c:pt idx=\"1\"><c:v>Toplam</c:v></c:pt></c:strCache>"
                        + "<c:numCache><c:pt idx=\"0\"><c:v>61</c:v></c:pt><c:pt idx=\"1\"><c:v>7</c:v></c:pt></c:numCache></c:chart>");
        more.put(
                "xl/pivotCache/pivotCacheDefinition1.xml",
                "<pivotCacheDefinition xmlns=\"p\"><cacheFields><cacheField name=\"Vize\"><sharedItems minValue=\"61\" maxValue=\"61\">"
                        + "<s v=\"Ayşe Yılmaz\"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>");
        more.put(
                "xl/pivotCache/pivotCacheRecords1.xml",
                "<pivotCacheRecords><r><x v=\"61\"/><n v=\"61\"/><s v=\"Ayşe Yılmaz\"/></r></pivotCacheRecords>");
        more.put(
                "xl/tables/table1.xml",
                "<table displayName=\"Tablo1\"><autoFilter><filterColumn><filters><filter val=\"61\"/></filters></filterColumn></autoFilter>"
                        + "<tableColumns><tableColumn id=\"1\" name=\"Ayşe Yılmaz\"/></tableColumns></table>");
        more.put(
                "xl/externalLinks/externalLink1.xml",
                "<externalLink><sheetData><row><cell r=\"A1\" t=\"str\"><v>Ayşe Yılmaz</v></cell><cell r=\"B1\"><v>61</v></cell></row></sheetData></externalLink>");
        Map<String, String> parts = copy("a.xlsx", sheet("", more));
        parts.forEach((name, text) -> assertThat(text).as(name).doesNotContain("Yılmaz"));
        assertThat(parts.get("xl/charts/chart1.xml"))
                .contains("<c:v>Toplam</c:v>", "<c:pt idx=\"0\"><c:v>0</c:v>", "<c:v>7</c:v>");
        assertThat(parts.get("xl/pivotCache/pivotCacheRecords1.xml")).contains("<x v=\"61\"/><n v=\"0\"/>");
        assertThat(parts.get("xl/pivotCache/pivotCacheDefinition1.xml"))
                .contains("refreshOnLoad=\"1\"", "minValue=\"0\" maxValue=\"0\"", "name=\"Vize\"");
        assertThat(parts.get("xl/tables/table1.xml"))
                .contains("name=\"████ ██████\"", "<filter val=\"██\"/>", "Tablo1");
        assertThat(parts.get("xl/externalLinks/externalLink1.xml")).contains("<v>0</v>");
    }

    @Test
    void settingsOfControlsFormFieldsMailMergeAndPeopleAreReadAndBlackened() throws IOException {
        String control =
                "<w:sdtPr><w:alias w:val=\"Aday 10000000146\"/><w:comboBox><w:listItem w:displayText=\"tel 0532 123 45 67\" w:value=\"a@b.edu.tr\"/></w:comboBox></w:sdtPr>";
        byte[] file = docx(
                "<w:sdt>" + control + "<w:sdtContent>" + paragraph("Seçim") + "</w:sdtContent></w:sdt>"
                        + "<w:p><w:sdt><w:sdtPr><w:tag w:val=\"kimlik 10000000146\"/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt>"
                        + "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:helpText w:val=\"yardım 10000000146\"/>"
                        + "<w:textInput><w:default w:val=\"önceki 10000000146\"/></w:textInput></w:ffData></w:fldChar></w:r></w:p>",
                Map.of(
                        "word/settings.xml",
                        "<w:settings xmlns:w=\"w\"><w:mailMerge><w:query w:val=\"SELECT 10000000146\"/></w:mailMerge></w:settings>",
                        "word/people.xml",
                        "<w:people xmlns:w=\"w\"><w:presenceInfo w:userId=\"S::ayse.yilmaz@gmail.com\"/></w:people>",
                        "customXml/item1.xml",
                        "<a><b no=\"10000000146\"/></a>"));
        DocumentReading reading = read("a.docx", file);
        assertThat(placesOf(reading, "Aday 10000000146")).containsExactly("içerik denetimi (gizli)");
        assertThat(placesOf(reading, "önceki 10000000146")).containsExactly("form alanı (gizli)");
        Map<String, String> parts = copy("a.docx", file);
        parts.forEach((name, text) -> assertThat(text).as(name).doesNotContain("10000000146", "0532", "yilmaz@gmail"));
        assertThat(parts.get("word/document.xml")).contains("Seçim", "w:val=\"yardım ███████████\"");
    }

    @Test
    void theNameOfAPropertyIsTextAndNoPlace() throws IOException {
        Map<String, byte[]> parts = new java.util.LinkedHashMap<>(ZipParts.of(docx(paragraph("Duyuru"))));
        String relations = new String(parts.get("_rels/.rels"), StandardCharsets.UTF_8)
                .replace(
                        "</Relationships>",
                        "<Relationship Id=\"r9\" Type=\"x/custom-properties\" Target=\"docProps/custom.xml\"/></Relationships>");
        parts.put("_rels/.rels", Documents.bytes(relations));
        parts.put(
                "docProps/custom.xml",
                Documents.bytes(
                        "<Properties xmlns:vt=\"v\"><property name=\"Aday 10000000146\"><vt:lpwstr>değer</vt:lpwstr></property></Properties>"));
        byte[] file = Documents.zip(parts);
        DocumentReading reading = read("a.docx", file);
        assertThat(placesOf(reading, "değer")).containsExactly("belge özellikleri › özel (gizli)");
        assertThat(placesOf(reading, "Aday 10000000146")).hasSize(1);
        assertThat(copy("a.docx", file).get("docProps/custom.xml")).contains("name=\"Aday ███████████\"", "değer");
    }

    @Test
    void notesInTheXmlItselfAreLeftOut() throws IOException {
        byte[] file = docx(paragraph("Kimlik 10000000146") + "<!-- 10000000146 --><?not 10000000146?>"
                + paragraph("Görünen metin."));
        assertThat(copy("a.docx", file).get("word/document.xml"))
                .contains("Kimlik ███████████", "Görünen metin.")
                .doesNotContain("10000000146", "<!--", "<?not");
    }
}
