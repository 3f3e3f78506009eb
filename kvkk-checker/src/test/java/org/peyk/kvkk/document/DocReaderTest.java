package org.peyk.kvkk.document;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadingNote.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.kvkk.document.Documents.notes;
import static org.peyk.kvkk.document.Documents.placesOf;
import static org.peyk.kvkk.document.Documents.read;
import static org.peyk.kvkk.document.Documents.readResource;
import static org.peyk.kvkk.document.Documents.resource;
import static org.peyk.kvkk.document.Documents.texts;
import static org.peyk.kvkk.document.Documents.visible;

class DocReaderTest {

    private final DocumentReading davet = readResource("davet.doc");

    @Test
    void paragraphsAndTablesOfTheBodyAreBlocks() {
        assertThat(davet.complete()).isTrue();
        assertThat(davet.info().mediaType()).isEqualTo("application/msword");
        assertThat(davet.blocks().get(0).text()).isEqualTo("Bahar Semineri: Şehir ve İletişim");
        assertThat(davet.blocks())
                .filteredOn(b -> b instanceof Block.Table)
                .containsExactly(new Block.Table(
                        1,
                        List.of(
                                List.of("Saat", "Konu", "Salon"),
                                List.of("09.30", "Kentin sesi", "Çınar"),
                                List.of("11.00", "Ağ ve göç", "Ihlamur"))));
        assertThat(placesOf(davet, "Kentin sesi")).containsExactly("tablo 1 › B2");
        assertThat(Documents.segment(davet, "Ihlamur").header()).isEqualTo("Salon");
    }

    @Test
    void notesHeadersBoxesAndWhatIsHiddenAreToldApart() {
        assertThat(texts(davet))
                .anyMatch(t -> t.contains("Kayıt ücretsizdir"))
                .anyMatch(t -> t.contains("Örnek Üniversitesi İletişim Fakültesi"))
                .anyMatch(t -> t.contains("Kutudaki yazı"));
        assertThat(placesOf(davet, "Kutudaki yazı: yer Çınar Salonu")).containsExactly("metin kutusu › paragraf 1");
        assertThat(visible(davet)).noneMatch(t -> t.contains("Eski telefon"));
        assertThat(texts(davet)).anyMatch(t -> t.contains("Eski telefon"));
        assertThat(visible(davet)).noneMatch(t -> t.contains("HYPERLINK"));
    }

    @Test
    void whatIsCutOffOrProtectedSaysSo() {
        byte[] whole = resource("davet.doc");
        assertThat(read("kesik.doc", Arrays.copyOf(whole, whole.length / 3)).complete())
                .isFalse();
        byte[] locked = whole.clone();
        int fib = indexOf(locked);
        locked[fib + 0x0B] |= 1;
        assertThat(notes(read("parolali.doc", locked))).containsExactly(Kind.ENCRYPTED);
        byte[] old = whole.clone();
        old[fib + 2] = 0x65;
        old[fib + 3] = 0;
        assertThat(notes(read("eski.doc", old))).containsExactly(Kind.UNKNOWN_TYPE);
    }

    /** Where the stream of the document starts, which the file keeps in one piece. */
    private static int indexOf(byte[] bytes) {
        for (int at = 512; at < bytes.length; at += 512) {
            if ((bytes[at] & 0xFF) == 0xEC && (bytes[at + 1] & 0xFF) == 0xA5) {
                return at;
            }
        }
        throw new AssertionError("no document");
    }
}
