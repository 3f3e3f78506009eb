package org.peyk.kvkk.document;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadingNote.Kind;
import org.peyk.spi.document.Span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.kvkk.document.Documents.docx;
import static org.peyk.kvkk.document.Documents.notes;
import static org.peyk.kvkk.document.Documents.paragraph;
import static org.peyk.kvkk.document.Documents.placesOf;
import static org.peyk.kvkk.document.Documents.read;
import static org.peyk.kvkk.document.Documents.readResource;
import static org.peyk.kvkk.document.Documents.segment;
import static org.peyk.kvkk.document.Documents.texts;

class DocxReaderTest {
    private final DocumentReading davet = readResource("davet.docx");
    private final DocumentReading burs = readResource("burs.docx");

    @Test
    void blocksOfALibreOfficeDocumentInReadingOrder() {
        assertThat(davet.complete()).isTrue();
        assertThat(davet.info().title()).isEqualTo("Bahar Semineri Daveti");
        assertThat(davet.blocks())
                .extracting(b -> b.getClass().getSimpleName())
                .containsExactly(
                        "Heading",
                        "Paragraph",
                        "Paragraph",
                        "Heading",
                        "ItemList",
                        "ItemList",
                        "Table",
                        "Image",
                        "Paragraph",
                        "Paragraph");
        assertThat(davet.blocks().get(0))
                .isEqualTo(new Block.Heading(1, List.of(Span.of("Bahar Semineri: Şehir ve İletişim"))));
        assertThat(davet.blocks().get(4).text()).isEqualTo("- Açılış konuşması\n- Çay arası");
        assertThat(davet.blocks().get(5).text()).isEqualTo("1. Birinci oturum\n2. İkinci oturum");
        assertThat(davet.blocks().get(6))
                .isEqualTo(new Block.Table(
                        1,
                        List.of(
                                List.of("Saat", "Konu", "Salon"),
                                List.of("09.30", "Kentin sesi", "Çınar"),
                                List.of("11.00", "Ağ ve göç", "Ihlamur"))));
        assertThat(davet.blocks().get(7)).isEqualTo(new Block.Image("Seminer afişi: mavi zemin üzerinde ağaç"));
    }

    @Test
    void spansKeepLinksBoldAndItalic() {
        Block.Paragraph paragraph = (Block.Paragraph) davet.blocks().get(1);
        assertThat(paragraph.spans())
                .contains(
                        new Span("öğretim üyelerimiz", null, true, false),
                        new Span("öğrencilerimiz", null, false, true),
                        new Span("seminer sayfasından", "https://ornek.edu.tr/seminer", false, false));
        assertThat(paragraph.text()).doesNotContain("10000000146").doesNotContain("Eski telefon");
    }

    @Test
    void whatAReaderOverlooksIsHiddenAndSaysWhereItIs() {
        assertThat(placesOf(davet, "Gizli kimlik no 10000000146")).containsExactly("paragraf 2 › gizli metin (gizli)");
        assertThat(placesOf(davet, "Eski telefon: 0532 000 00 11"))
                .containsExactly("paragraf 2 › silinmiş metin (gizli)");
        assertThat(placesOf(davet, "Öğrenci numarası 210412071 sonra silinecek"))
                .containsExactly("yorum 1 › paragraf 1 (gizli)");
        assertThat(placesOf(davet, "https://ornek.edu.tr/seminer"))
                .containsExactly("paragraf 2 › bağlantı adresi (gizli)");
        assertThat(placesOf(davet, "Seminer afişi: mavi zemin üzerinde ağaç"))
                .containsExactly("paragraf 8 › resim açıklaması (gizli)");
        assertThat(placesOf(davet, "Yazı İşleri"))
                .containsExactly("izlenen değişiklik › yazan (gizli)", "belge özellikleri › oluşturan (gizli)");
    }

    @Test
    void whatStandsOutsideOfTheBodyIsVisible() {
        assertThat(placesOf(davet, "Örnek Üniversitesi İletişim Fakültesi"))
                .containsExactly("üst bilgi 1 › paragraf 1");
        assertThat(placesOf(davet, "İç hat: 4321")).containsExactly("alt bilgi 1 › paragraf 1");
        assertThat(placesOf(davet, "Kayıt ücretsizdir ve şifre istenmez.")).containsExactly("dipnot 1 › paragraf 1");
        assertThat(placesOf(davet, "Kutudaki yazı: yer Çınar Salonu")).containsExactly("metin kutusu 1 › paragraf 1");
    }

    @Test
    void picturesAreNamedAsNotScanned() {
        assertThat(notes(davet)).containsExactly(Kind.IMAGE_NOT_SCANNED);
    }

    @Test
    void runsThatSplitANumberAreJoined() {
        assertThat(texts(burs)).contains("Kimlik numaranız 10000000146 ile başvurunuz. (eklenen), taşındığı yer");
    }

    @Test
    void movedTextIsHiddenWhereItWas() {
        assertThat(placesOf(burs, "silinen IBAN TR000000\ntaşınan cümle"))
                .containsExactly("paragraf 3 › silinmiş metin (gizli)");
        assertThat(placesOf(burs, "gizli: 5321234567")).containsExactly("paragraf 3 › gizli metin (gizli)");
    }

    @Test
    void fieldsAndLinksGiveTheirTargets() {
        assertThat(placesOf(burs, "mailto:burs@ornek.edu.tr")).hasSize(1);
        assertThat(placesOf(burs, "https://ornek.edu.tr/burs?no=210412071")).hasSize(1);
        assertThat(placesOf(burs, "MERGEFIELD TCKimlik")).containsExactly("paragraf 4 › alan kodu (gizli)");
        Block.Paragraph form = (Block.Paragraph) burs.blocks().get(3);
        assertThat(form.spans()).contains(new Span("burs birimi", "mailto:burs@ornek.edu.tr", false, false));
    }

    @Test
    void styleNamesInTurkishWordAreKnownByTheirEnglishNames() {
        assertThat(burs.blocks().get(0))
                .isInstanceOfSatisfying(
                        Block.Heading.class, h -> assertThat(h.level()).isEqualTo(1));
        assertThat(burs.blocks().get(4).text()).isEqualTo("- Nüfus kayıt örneği\n- Öğrenci belgesi");
        assertThat(burs.blocks().get(5).text()).isEqualTo("1. Formu doldurunuz\n2. Birime teslim ediniz");
    }

    @Test
    void cellsKnowTheirRowAndHeading() {
        assertThat(segment(burs, "210412071").header()).isEqualTo("Öğrenci No");
        assertThat(segment(burs, "210412071").row())
                .isEqualTo(segment(burs, "Ayşe Örnek").row());
        assertThat(segment(burs, "210412071").column()).isEqualTo(1);
        // behind a merged cell
        assertThat(segment(burs, "89").header()).isEqualTo("Puan");
        assertThat(placesOf(burs, "A-10457")).containsExactly("tablo 1 › A5 › tablo 1 › B1");
    }

    @Test
    void aTextBoxIsReadOnceAndItsOlderFormOnlyWhereItDiffers() {
        assertThat(placesOf(burs, "Son gün 12 Mayıs")).containsExactly("metin kutusu 1 › paragraf 1");
        assertThat(placesOf(burs, "eski sürüm notu 99000000042"))
                .containsExactly("metin kutusu 2 › yedek içerik (gizli)");
    }

    @Test
    void aWorkbookInsideIsReadAndHidden() {
        assertThat(placesOf(burs, "10000000146")).containsExactly("gömülü dosya veri.xlsx › Veri › B2 (gizli)");
        assertThat(segment(burs, "10000000146").header()).isEqualTo("Kimlik");
    }

    @Test
    void partsNobodyAskedForAreReadAsHidden() {
        DocumentReading reading = read(
                "a.docx",
                docx(
                        paragraph("Metin"),
                        Map.of(
                                "customXml/item1.xml", "<veri><kimlik>10000000146</kimlik></veri>",
                                "word/charts/chart1.xml",
                                        "<c:chart xmlns:c=\"c\"><c:f>Sheet1!$A$1</c:f><c:v>Ayşe Örnek</c:v></c:chart>",
                                "word/vbaProject.bin", "makro")));
        assertThat(placesOf(reading, "10000000146")).containsExactly("özel veri (gizli)");
        assertThat(placesOf(reading, "Ayşe Örnek")).containsExactly("grafik");
        assertThat(placesOf(reading, "Sheet1!$A$1")).isEmpty();
        assertThat(notes(reading)).containsExactly(Kind.UNKNOWN_TYPE);
        assertThat(reading.complete()).isFalse();
    }

    @Test
    void outsideSourcesAreNamedAndNotFollowed() {
        String relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"r1\" Type=\"x/attachedTemplate\" Target=\"http://127.0.0.1:9/sablon.dotm\" TargetMode=\"External\"/>"
                + "</Relationships>";
        DocumentReading reading =
                read("a.docx", docx(paragraph("Metin"), Map.of("word/_rels/document.xml.rels", relations)));
        assertThat(notes(reading)).containsExactly(Kind.REMARK);
        assertThat(reading.complete()).isTrue();
        assertThat(placesOf(reading, "http://127.0.0.1:9/sablon.dotm")).containsExactly("dış bağlantı (gizli)");
    }

    @Test
    void aStrictDocumentInUtf16ReadsAlike() {
        String xml =
                "<?xml version=\"1.0\" encoding=\"UTF-16\"?><w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\">"
                        + "<w:body>" + paragraph("Şişli'de ığdır") + "</w:body></w:document>";
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("word/document.xml", ("\uFEFF" + xml).getBytes(StandardCharsets.UTF_16LE));
        DocumentReading reading = read("a.docx", Documents.zip(parts));
        assertThat(reading.visibleText()).isEqualTo("Şişli'de ığdır");
        assertThat(reading.complete()).isTrue();
    }

    @Test
    void tabsBreaksAndHyphensStay() {
        DocumentReading reading = read(
                "a.docx",
                docx("<w:p><w:r><w:t>Sayı</w:t><w:tab/><w:t>: 1</w:t><w:br/><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t>"
                        + "<w:softHyphen/><w:t>c</w:t></w:r></w:p>"));
        assertThat(reading.visibleText()).isEqualTo("Sayı\t: 1\na-bc");
    }

    @Test
    void whoChangedTheTextIsToldOnceWithTheLastDate() {
        DocumentReading reading = read(
                "a.docx",
                docx(
                        "<w:p><w:ins w:author=\"Ali Kaya\" w:date=\"2026-11-02T10:00:00Z\"><w:r><w:t>bir</w:t></w:r></w:ins>"
                                + "<w:ins w:author=\"Ali Kaya\" w:date=\"2026-11-03T10:00:00Z\"><w:r><w:t>iki</w:t></w:r></w:ins>"
                                + "<w:r><w:rPr><w:b/><w:rPrChange w:author=\"Can Demir\"><w:rPr/></w:rPrChange></w:rPr><w:t>üç</w:t></w:r></w:p>"));
        assertThat(placesOf(reading, "Ali Kaya")).containsExactly("izlenen değişiklik › yazan (gizli)");
        assertThat(placesOf(reading, "Can Demir")).containsExactly("izlenen değişiklik › yazan (gizli)");
        assertThat(placesOf(reading, "2026-11-03T10:00:00Z"))
                .containsExactly("değişiklik tarihi › izlenen değişiklik (gizli)");
        assertThat(texts(reading)).doesNotContain("2026-11-02T10:00:00Z");
    }
}
