package org.peyk.kvkk;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.Segment;

import static org.assertj.core.api.Assertions.assertThat;

class KvkkRedactorTest {

    private static final KvkkRedactor REDACTOR = KvkkRedactor.of(KvkkRules.DEFAULT);

    @Test
    void valuesAreBlackenedAndTheRestStays() {
        String copy = REDACTOR.redact("Duyuru: Ayşe Yılmaz, TC 100 000 001 46, 0532 123 45 67; bilgi@ornek.edu.tr");
        assertThat(copy).isEqualTo("Duyuru: ████ ██████, TC ███ ███ ███ ██, ████ ███ ██ ██; bilgi@ornek.edu.tr");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vize notları\nAyşe Yılmaz 85\nMehmet Kaya 70\n202010101 - 78\n202010102 - 64\n202010103 - 55",
                "Ayşe Yılmaz epilepsi tedavisi görüyor, plakası 35 ABC 12",
                "Kimlik no: 100***00146, IBAN TR330006100519786457841326",
                "Kullanıcı adı mert, şifre: Yaz#2031; ev adresi: Gül Mah. Lale Sok. No:3 D:5"
            })
    void aCopyScansClear(String text) {
        String copy = REDACTOR.redact(text);
        assertThat(copy).hasSameSizeAs(text).contains("█");
        assertThat(Scans.notable(copy)).isEmpty();
    }

    @Test
    void aTableIsBlackenedByItsHeadings() {
        DocumentReading table = Scans.table(
                "Liste",
                false,
                List.of(
                        List.of("Adı Soyadı", "Kan grubu", "Vize", "Oda"),
                        List.of("Ayşe Yılmaz", "A+", "61", "204"),
                        List.of("Işık Deneme", "B-", "70", "205")));
        List<String> copies = REDACTOR.redact(table);
        assertThat(copies).contains("Adı Soyadı", "204", "205").doesNotContain("Ayşe Yılmaz", "A+", "61");
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < copies.size(); i++) {
            Segment s = table.segments().get(i);
            segments.add(new Segment(copies.get(i), s.place(), s.row(), s.column(), s.header()));
        }
        assertThat(Scans.notable(new DocumentReading(table.info(), List.of(), segments, List.of())))
                .isEmpty();
    }
}
