package org.peyk.kvkk.document;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.peyk.kvkk.Seeds;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadingNote.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.kvkk.document.Documents.notes;
import static org.peyk.kvkk.document.Documents.placesOf;
import static org.peyk.kvkk.document.Documents.read;

class PptReaderTest {

    private static byte[] record(int instance, boolean container, int type, byte[]... contents) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] content : contents) {
            all.writeBytes(content);
        }
        ByteBuffer out = ByteBuffer.allocate(8 + all.size()).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) (instance << 4 | (container ? 15 : 0)))
                .putShort((short) type)
                .putInt(all.size());
        return out.put(all.toByteArray()).array();
    }

    private static byte[] chars(String text) {
        return record(0, false, 0x0FA0, text.getBytes(StandardCharsets.UTF_16LE));
    }

    private static byte[] string(String text) {
        return record(0, false, 0x0FBA, text.getBytes(StandardCharsets.UTF_16LE));
    }

    private static byte[] document(byte[]... more) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(record(
                0,
                true,
                0x03E8,
                record(0, true, 0x0FF0, chars("Bahar Semineri\rŞehir ve İletişim")),
                record(2, true, 0x0FF0, chars("Konuşmacının kimlik no 10000000146"))));
        all.writeBytes(record(
                0,
                true,
                0x03EE,
                record(0, true, 0x040C, record(0, true, 0xF002, record(0, true, 0xF00D, chars("Kutudaki\u000Byazı")))),
                record(0, true, 0x0FD9, string("İletişim Fakültesi")),
                record(0, true, 0x2EE0, string("Yorum metni"))));
        all.writeBytes(record(
                0,
                true,
                0x03F0,
                record(0, false, 0x0FA8, "Telefon 0532 000 00 11".getBytes(StandardCharsets.ISO_8859_1))));
        for (byte[] one : more) {
            all.writeBytes(one);
        }
        return all.toByteArray();
    }

    private static DocumentReading ppt(byte[] document) {
        return read("sunu.ppt", CompoundFiles.of(Map.of("PowerPoint Document", document)));
    }

    @Test
    void slidesAreSeenAndNotesAreHidden() {
        DocumentReading reading = ppt(document());
        assertThat(reading.info().mediaType()).isEqualTo("application/vnd.ms-powerpoint");
        assertThat(reading.complete()).isTrue();
        assertThat(reading.visibleText()).isEqualTo("Bahar Semineri\n\nŞehir ve İletişim\n\nKutudaki\nyazı");
        assertThat(placesOf(reading, "Kutudaki\nyazı")).containsExactly("slayt 1");
        assertThat(placesOf(reading, "Konuşmacının kimlik no 10000000146")).containsExactly("anahat (gizli)");
        assertThat(placesOf(reading, "Telefon 0532 000 00 11")).containsExactly("konuşmacı notu (gizli)");
        assertThat(placesOf(reading, "İletişim Fakültesi")).containsExactly("alt bilgi");
        assertThat(placesOf(reading, "Yorum metni")).containsExactly("yorum (gizli)");
    }

    @Test
    void aPresentationInAnArchiveIsReadAsOne() {
        byte[] inside = CompoundFiles.of(Map.of("PowerPoint Document", document()));
        DocumentReading reading = read("dosyalar.zip", Documents.zip(Map.of("sunu.ppt", inside)));
        assertThat(reading.complete()).isTrue();
        assertThat(Documents.texts(reading)).contains("Telefon 0532 000 00 11");
    }

    @Test
    void picturesAreNamedAsNotScanned() {
        byte[] pictures = record(0, true, 0x040B, record(0, true, 0xF000, record(3, true, 0xF001)));
        assertThat(ppt(document(pictures)).notes())
                .extracting(n -> n.kind() + " " + n.text().en())
                .containsExactly("IMAGE_NOT_SCANNED The text inside 3 pictures was not read.");
    }

    @Test
    void whatAFileSaysAboutItselfIsRead() {
        DocumentReading reading = read(
                "sunu.ppt",
                CompoundFiles.of(Map.of(
                        "PowerPoint Document",
                        document(),
                        "\u0005SummaryInformation",
                        PropertySetBytes.summary(Map.of(2, "Duyuru", 4, "Ayşe Yılmaz")),
                        "\u0005DocumentSummaryInformation",
                        PropertySetBytes.custom("Ali Kaya'nın kimlik nosu", 10000000146d))));
        assertThat(reading.complete()).isTrue();
        assertThat(reading.info().title()).isEqualTo("Duyuru");
        assertThat(placesOf(reading, "Ayşe Yılmaz")).containsExactly("belge özellikleri › özellik (gizli)");
        assertThat(placesOf(reading, "Ali Kaya'nın kimlik nosu"))
                .containsExactly("belge özellikleri › özel alan adı (gizli)");
        assertThat(placesOf(reading, "10000000146")).containsExactly("belge özellikleri › özel (gizli)");
    }

    @Test
    void damagedPropertiesAreSaidAndTakeNothingElse() {
        Random random = Seeds.random("damagedPropertiesAreSaidAndTakeNothingElse");
        byte[] whole = PropertySetBytes.summary(Map.of(2, "Duyuru", 4, "Ayşe Yılmaz"));
        for (int round = 0; round < 300; round++) {
            byte[] damaged = java.util.Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            for (int i = 0; i < random.nextInt(8); i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            DocumentReading reading = read(
                    "a.ppt",
                    CompoundFiles.of(Map.of(
                            "PowerPoint Document",
                            document(),
                            "\u0005SummaryInformation",
                            damaged,
                            "\u0005DocumentSummaryInformation",
                            damaged)));
            assertThat(Documents.texts(reading)).contains("Telefon 0532 000 00 11");
        }
        byte[] cut = java.util.Arrays.copyOf(whole, 60);
        assertThat(notes(read(
                        "a.ppt",
                        CompoundFiles.of(Map.of("PowerPoint Document", document(), "\u0005SummaryInformation", cut)))))
                .containsExactly(Kind.DAMAGED);
    }

    @Test
    void whatIsNotReadIsSaid() {
        assertThat(notes(ppt(document(record(0, false, 0x1011, new byte[20]))))).containsExactly(Kind.UNKNOWN_TYPE);
        byte[] endless = record(0, true, 0x03EE);
        endless[4] = (byte) 0xFF;
        endless[7] = (byte) 0xFF;
        assertThat(notes(ppt(document(endless)))).contains(Kind.DAMAGED);
        byte[] macros = ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(4, 1)
                .array();
        assertThat(notes(ppt(document(record(2, false, 0x0400, macros))))).containsExactly(Kind.UNKNOWN_TYPE);
        assertThat(notes(ppt(document(record(2, false, 0x0400, new byte[12]))))).isEmpty();
        byte[] deep = chars("x");
        for (int i = 0; i < 60; i++) {
            deep = record(0, true, 0x040C, deep);
        }
        assertThat(notes(ppt(document(deep)))).contains(Kind.LIMIT_REACHED);
        byte[] user = ByteBuffer.allocate(20)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(12, 0xF3D1C4DF)
                .array();
        assertThat(notes(read(
                        "a.ppt", CompoundFiles.of(Map.of("PowerPoint Document", document(), "Current User", user)))))
                .containsExactly(Kind.ENCRYPTED);
    }

    @Test
    void damagedOldDocumentsEndAndSaySo() {
        Random random = Seeds.random("damagedOldDocumentsEndAndSaySo");
        byte[] presentation = CompoundFiles.of(Map.of("PowerPoint Document", document()));
        for (byte[] whole : java.util.List.of(presentation, Documents.resource("davet.doc"))) {
            for (int round = 0; round < 200; round++) {
                byte[] damaged = whole.clone();
                for (int i = 0; i <= random.nextInt(20); i++) {
                    damaged[512 + random.nextInt(damaged.length - 512)] = (byte) random.nextInt(256);
                }
                DocumentReading reading = read("a.doc", damaged);
                assertThat(reading.segments().isEmpty() && reading.complete()).isFalse();
                assertThat(notes(reading).stream()
                                .filter(k -> k == Kind.DAMAGED)
                                .count())
                        .isLessThanOrEqualTo(5);
            }
        }
    }
}
