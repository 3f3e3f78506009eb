package org.peyk.kvkk.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.kvkk.KvkkRules;
import org.peyk.kvkk.KvkkScanner;
import org.peyk.kvkk.Match;
import org.peyk.kvkk.PersonalDataType;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.document.ReadingNote.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.kvkk.document.Documents.bytes;
import static org.peyk.kvkk.document.Documents.notes;
import static org.peyk.kvkk.document.Documents.placesOf;
import static org.peyk.kvkk.document.Documents.read;
import static org.peyk.kvkk.document.Documents.readResource;
import static org.peyk.kvkk.document.Documents.resource;
import static org.peyk.kvkk.document.Documents.segment;
import static org.peyk.kvkk.document.Documents.texts;
import static org.peyk.kvkk.document.Documents.visible;
import static org.peyk.kvkk.document.Documents.zip;

/** Archives, official packages, presentations, OpenDocument files, RTF and saved mails. */
class MoreFormatsTest {

    private static boolean finds(DocumentReading reading, PersonalDataType type) {
        return KvkkScanner.of(KvkkRules.DEFAULT).scan(reading).stream()
                .map(Match::type)
                .anyMatch(type::equals);
    }

    @Test
    void aPresentationShowsItsSlidesAndHidesTheRest() {
        DocumentReading reading = read("sunum.pptx", Packages.pptx());
        assertThat(reading.complete()).isTrue();
        assertThat(visible(reading)).contains("Kimlik no 10000000146", "Ayşe Örnek", "61");
        assertThat(segment(reading, "61").header()).isEqualTo("Vize");
        assertThat(placesOf(reading, "Gizli slayt metni")).containsExactly("slayt 2 (gizli) › paragraf 1 (gizli)");
        assertThat(placesOf(reading, "Yorum metni")).containsExactly("slayt 1 yorum › paragraf 4 (gizli)");
        assertThat(placesOf(reading, "Not: 0532 000 00 11"))
                .containsExactly("slayt 1 konuşmacı notu › paragraf 3 (gizli)");
        assertThat(placesOf(reading, "Resimdeki kişi")).containsExactly("slayt 1 › resim açıklaması (gizli)");
        assertThat(reading.visibleText()).contains("Kimlik no 10000000146").doesNotContain("Gizli");
    }

    @Test
    void anOpenDocumentTextIsReadAsItsWordForm() {
        DocumentReading odt = readResource("davet.odt");
        assertThat(odt.info().mediaType()).isEqualTo("application/vnd.oasis.opendocument.text");
        assertThat(odt.visibleText())
                .contains("Bahar Semineri: Şehir ve İletişim")
                .contains("Kentin sesi");
        assertThat(String.join("\n", texts(odt)))
                .contains("Gizli kimlik no 10000000146")
                .contains("0532 000 00 11");
        assertThat(finds(odt, PersonalDataType.TCKN)).isTrue();
    }

    @Test
    void anOpenDocumentSheetHasItsHiddenPartsMarked() {
        DocumentReading ods = readResource("yerlestirme.ods");
        assertThat(visible(ods)).contains("Ayşe Örnek");
        assertThat(visible(ods)).doesNotContain("Gizli Satır");
        assertThat(texts(ods)).contains("Gizli Satır");
        assertThat(String.join("\n", texts(ods))).contains("TR330006100519786457841326");
    }

    @Test
    void richTextIsReadWithItsTurkishLetters() {
        DocumentReading rtf = readResource("davet.rtf");
        assertThat(rtf.visibleText())
                .contains("Bahar Semineri: Şehir ve İletişim")
                .contains("Kentin sesi");
        assertThat(
                        read(
                                "a.rtf",
                                "{\\rtf1\\ansi\\ansicpg1254 \\'d6\\'f0renci no {\\b 2104}12071 \\u351?ube\\par {\\v 10000000146}}"))
                .satisfies(r -> {
                    assertThat(visible(r)).containsExactly("Öğrenci no 210412071 şube");
                    assertThat(texts(r)).contains("10000000146");
                    assertThat(r.complete()).isTrue();
                });
        assertThat(notes(read("a.rtf", "{\\rtf1 yarım kalan"))).contains(Kind.DAMAGED);
    }

    @Test
    void richTextTablesAreTables() {
        DocumentReading rtf = read(
                "a.rtf",
                "{\\rtf1\\trowd Ad Soyad\\cell Vize\\cell\\row\\trowd Ayse Ornek\\cell 61\\cell\\row\\pard son\\par}");
        assertThat(segment(rtf, "61").header()).isEqualTo("Vize");
        assertThat(segment(rtf, "61").row())
                .isEqualTo(segment(rtf, "Ayse Ornek").row());
    }

    @Test
    void aSavedMailIsReadWithItsFiles() {
        DocumentReading mail = read("ileti.eml", Packages.eml());
        String all = String.join("\n", texts(mail));
        assertThat(mail.info().title()).endsWith("Ş bildirimi");
        assertThat(all).contains("Ayşe Örnek <ayse.ornek@gmail.com>").contains("Kimlik no 10000000146 öğrenci");
        assertThat(visible(mail)).contains("Görünen metin", "öğrenci.csv").doesNotContain("gizli metin");
        assertThat(segment(mail, "61").header()).isEqualTo("Puan");
        assertThat(segment(mail, "61").place().path()).contains("dosya öğrenci.csv");
        assertThat(all).contains("gizli metin").contains("Telefon 0532 000 00 11");
        assertThat(mail.complete()).isTrue();
        assertThat(mail.visibleText()).contains("Kimlik no 10000000146");
    }

    @Test
    void aMailThatIsCutOffIsNotWhole() {
        byte[] mail = Packages.eml();
        byte[] cut = java.util.Arrays.copyOf(mail, mail.length - 20);
        assertThat(read("ileti.eml", cut).complete()).isFalse();
    }

    @Test
    void anOfficialPackageIsItsLetter() {
        byte[] letter = resource("davet.pdf");
        DocumentReading eyp = read("yazi.eyp", Packages.eyp(letter, letter));
        assertThat(eyp.info().title()).isEqualTo("Bahar semineri");
        assertThat(eyp.info().registryNumber()).isEqualTo("E-48215973-302.01-184220");
        assertThat(eyp.info().date()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(eyp.visibleText()).contains("Bahar Semineri");
        assertThat(segment(eyp, "61").header()).isEqualTo("Puan");
        assertThat(placesOf(eyp, "10000000146")).contains("üstveri (gizli)");
        assertThat(eyp.complete()).isTrue();
        assertThat(notes(eyp)).contains(Kind.REMARK);
    }

    @Test
    void aPackageThatWasChangedIsDamaged() {
        assertThat(notes(read("yazi.eyp", Packages.eyp(resource("davet.pdf"), bytes("başka")))))
                .contains(Kind.DAMAGED);
    }

    @Test
    void anArchiveIsReadFileByFile() {
        Map<String, byte[]> inner = new LinkedHashMap<>();
        inner.put("sonuc.txt", bytes("Kimlik no 10000000146"));
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("10000000146 dilekçe.txt", bytes("Dilekçe metni"));
        parts.put("ic.zip", zip(inner));
        parts.put("davet.docx", resource("davet.docx"));
        parts.put("foto.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        DocumentReading reading = read("hepsi.zip", zip(parts));
        assertThat(visible(reading)).contains("Dilekçe metni", "10000000146 dilekçe.txt", "Kimlik no 10000000146");
        assertThat(placesOf(reading, "Kimlik no 10000000146")).contains("dosya ic.zip › dosya sonuc.txt › satır 1");
        assertThat(texts(reading)).contains("Gizli kimlik no 10000000146");
        assertThat(notes(reading)).contains(Kind.IMAGE_NOT_SCANNED);
    }

    @Test
    void whatCannotBeReadInAnArchiveIsSaid() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("program.exe", bytes("MZ\u0000\u0001"));
        assertThat(notes(read("a.zip", zip(parts)))).contains(Kind.UNKNOWN_TYPE);
        assertThat(read("a.zip", zip(new LinkedHashMap<>())).complete()).isFalse();
    }

    @Test
    void anArchiveBehindAPasswordIsEncrypted() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("liste.txt", bytes("x"));
        byte[] zip = zip(parts);
        for (int i = 0; i + 4 < zip.length; i++) {
            boolean local = zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 3 && zip[i + 3] == 4;
            boolean central = zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2;
            if (local || central) {
                zip[i + (local ? 6 : 8)] |= 1;
            }
        }
        assertThat(notes(read("a.zip", zip))).contains(Kind.ENCRYPTED);
    }

    @Test
    void archivesInArchivesEndAtTheirDepth() {
        byte[] zip = bytes("en içteki metin");
        for (int i = 0; i < 12; i++) {
            Map<String, byte[]> parts = new LinkedHashMap<>();
            parts.put(i == 0 ? "a.txt" : "a.zip", zip);
            zip = zip(parts);
        }
        DocumentReading reading = read("a.zip", zip);
        assertThat(notes(reading)).contains(Kind.LIMIT_REACHED);
        assertThat(texts(reading)).doesNotContain("en içteki metin");
    }

    @Test
    void anArchiveThatUnpacksWithoutEndIsStopped() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("once.txt"));
            zip.write(bytes("önce"));
            zip.putNextEntry(new ZipEntry("bomba.txt"));
            byte[] block = new byte[1_000_000];
            java.util.Arrays.fill(block, (byte) ' ');
            for (int i = 0; i < 100; i++) {
                zip.write(block);
            }
        }
        DocumentReading reading = read("a.zip", out.toByteArray());
        assertThat(notes(reading)).contains(Kind.LIMIT_REACHED);
        assertThat(texts(reading)).contains("önce");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.odt", "a.eyp"})
    void documentTypeDefinitionsAreRefusedHereToo(String name) {
        String bomb = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><x>&b;</x>";
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", bytes("application/vnd.oasis.opendocument.text"));
        parts.put("Ustveri/Ustveri.xml", bytes(bomb));
        parts.put("content.xml", bytes(bomb));
        assertThat(read(name, zip(parts)).complete()).isFalse();
    }

    @Test
    void deepGroupsAndPartsEnd() {
        assertThat(notes(read("a.rtf", "{\\rtf1 " + "{".repeat(100_000)))).contains(Kind.LIMIT_REACHED);
        StringBuilder mail = new StringBuilder("MIME-Version: 1.0\nSubject: x\n");
        for (int i = 0; i < 200; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        ReadLimits limits = new ReadLimits(10_000_000, 1_000_000, 10, 100, 3, 200, Duration.ofSeconds(20));
        assertThat(notes(read("a.eml", bytes(mail.toString()), limits))).contains(Kind.LIMIT_REACHED);
    }
}
