package org.peyk.kvkk.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.peyk.kvkk.Seeds;
import org.peyk.spi.document.DocumentReading;
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

/** Workbooks of Excel 97 and mails of Outlook, which are compound files. */
class OldOfficeTest {

    private static byte[] wide(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    static Map<String, byte[]> mail() {
        Map<String, byte[]> streams = new LinkedHashMap<>();
        streams.put("__properties_version1.0", new byte[32]);
        streams.put("__substg1.0_0037001F", wide("Liste hakkında"));
        streams.put("__substg1.0_0C1A001F", wide("Ayşe Örnek"));
        streams.put(
                "__substg1.0_1000001F",
                wide("Kimlik no 10000000146 için yazınız.\n\n" + "Katılım ücretsizdir. ".repeat(12)));
        streams.put("__recip_version1.0_#00000000/__substg1.0_39FE001F", wide("isik@gmail.com"));
        streams.put("__attach_version1.0_#00000000/__substg1.0_3707001F", wide("öğrenci.csv"));
        streams.put("__attach_version1.0_#00000000/__substg1.0_37010102", bytes("Ad Soyad;Puan\nAyşe Örnek;61\n"));
        streams.put(
                "__attach_version1.0_#00000001/__substg1.0_3701000D/__substg1.0_1000001F",
                wide("İletilen ileti: 0532 000 00 11"));
        return streams;
    }

    @Test
    void aWorkbookOfExcel97IsReadAsItsNewerForm() {
        DocumentReading xls = readResource("yerlestirme.xls");
        DocumentReading xlsx = readResource("yerlestirme.xlsx");
        assertThat(xls.info().mediaType()).isEqualTo("application/vnd.ms-excel");
        assertThat(xls.complete()).isTrue();
        assertThat(visible(xls)).contains("Ayşe Örnek", "12.05.2001", "10000000146");
        assertThat(visible(xls)).doesNotContain("Gizli Satır");
        assertThat(texts(xls)).contains("Gizli Satır");
        assertThat(String.join("\n", texts(xls)))
                .contains("TR330006100519786457841326")
                .contains("210412071");
        assertThat(segment(xls, "10000000146").header())
                .isEqualTo(segment(xlsx, "10000000146").header());
    }

    @Test
    void aMailOfOutlookIsReadWithItsFiles() {
        DocumentReading msg = read("ileti.msg", CompoundFiles.of(mail()));
        assertThat(msg.info().mediaType()).isEqualTo("application/vnd.ms-outlook");
        assertThat(msg.info().title()).isEqualTo("Liste hakkında");
        assertThat(msg.complete()).isTrue();
        assertThat(visible(msg))
                .contains("Ayşe Örnek", "isik@gmail.com", "İletilen ileti: 0532 000 00 11", "öğrenci.csv");
        assertThat(msg.visibleText()).contains("Kimlik no 10000000146");
        assertThat(segment(msg, "61").header()).isEqualTo("Puan");
        assertThat(placesOf(msg, "61")).singleElement().asString().startsWith("dosya öğrenci.csv");
    }

    @Test
    void aCompoundFileOfAnotherKindIsUnknown() {
        Map<String, byte[]> streams = new LinkedHashMap<>();
        streams.put("WordDocument", new byte[100]);
        assertThat(notes(read("eski.doc", CompoundFiles.of(streams)))).containsExactly(Kind.UNKNOWN_TYPE);
    }

    @Test
    void aWorkbookBehindAPasswordIsEncrypted() {
        byte[] start = {9, 8, 4, 0, 0, 6, 5, 0, 0x2F, 0, 2, 0, 0, 0};
        Map<String, byte[]> streams = new LinkedHashMap<>();
        streams.put("Workbook", start);
        assertThat(notes(read("a.xls", CompoundFiles.of(streams)))).contains(Kind.ENCRYPTED);
    }

    @Test
    void damagedFilesEndAndAreNotClean() {
        Random random = Seeds.random("damagedFilesEndAndAreNotClean");
        for (byte[] whole : List.of(resource("yerlestirme.xls"), CompoundFiles.of(mail()))) {
            for (int round = 0; round < 300; round++) {
                byte[] damaged = whole.clone();
                int changes = 1 + random.nextInt(20);
                for (int i = 0; i < changes; i++) {
                    damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt(256);
                }
                byte[] cut = Arrays.copyOf(damaged, 8 + random.nextInt(damaged.length - 8));
                assertThat(read("a.xls", damaged)).isNotNull();
                DocumentReading reading = read("a.xls", cut);
                assertThat(reading.segments().isEmpty() && reading.complete())
                        .as("read nothing of a damaged file and said nothing")
                        .isFalse();
            }
        }
    }
}
