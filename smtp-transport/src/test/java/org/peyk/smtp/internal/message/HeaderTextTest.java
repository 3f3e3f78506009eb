package org.peyk.smtp.internal.message;

import jakarta.mail.internet.MimeUtility;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Header lines are folded and encoded so that everybody reads what was written; jakarta.mail is the reader here. */
class HeaderTextTest {

    private static String lines(String name, String value) throws MessageException {
        StringBuilder out = new StringBuilder();
        HeaderText.append(out, name, value);
        return out.toString();
    }

    private static String read(String lines) throws Exception {
        String value = MimeUtility.unfold(lines.substring(lines.indexOf(':') + 1, lines.length() - 2));
        return MimeUtility.decodeText(value).strip();
    }

    private static void wellFormed(String lines) {
        assertThat(lines).endsWith("\r\n").matches("[\\x09\\x0A\\x0D\\x20-\\x7E]*");
        List<String> all = List.of(lines.split("\r\n"));
        assertThat(lines.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i)).isNotBlank().hasSizeLessThan(999);
            if (i > 0) {
                assertThat(all.get(i)).startsWith(" ");
            }
            if (all.get(i).contains("=?")) {
                assertThat(all.get(i)).hasSizeLessThanOrEqualTo(76);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Duyuru",
                "İĞÜŞÖÇ ığüşöç",
                "2026-2027 öğretim yılı ders kayıtları ve ekle-sil haftası hakkında önemli duyuru",
                "a",
                "=?UTF-8?B?aGFjaw==?=",
                "fiyat =? 5",
                "Re: [Öğrenci İşleri] çağrı (acil) <x>",
                "🙂👩‍🎓",
                "ı",
                "a  b   c",
                "önce  sonra",
                "tek-uzun-sözcük-tek-uzun-sözcük-tek-uzun-sözcük-tek-uzun-sözcük-tek-uzun-sözcük-tek-uzun",
                "tab\there"
            })
    void whatIsWrittenIsRead(String value) throws Exception {
        String lines = lines("Subject", value);
        wellFormed(lines);
        assertThat(read(lines)).isEqualTo(value);
    }

    @Test
    void longAndRandomTextsSurvive() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String letters = "abc ğüş  İı🙂-=?_.<>\"\\ ";
        int[] points = letters.codePoints().toArray();
        for (int round = 0; round < 500; round++) {
            StringBuilder value = new StringBuilder("x");
            int length = random.nextInt(300);
            for (int i = 0; i < length; i++) {
                value.appendCodePoint(points[random.nextInt(points.length)]);
            }
            value.append('y');
            String lines = lines("Subject", value.toString());
            wellFormed(lines);
            assertThat(read(lines)).as("seed " + seed).isEqualTo(value.toString());
        }
    }

    @Test
    void structuredValuesKeepTheirStructure() throws Exception {
        assertThat(lines("List-Id", "<duyuru.universite.example>"))
                .isEqualTo("List-Id: <duyuru.universite.example>\r\n");
        assertThat(lines("List-Id", "Duyurular <duyuru.universite.example>"))
                .isEqualTo("List-Id: Duyurular <duyuru.universite.example>\r\n");
        assertThat(lines("List-Id", "Çağrı <duyuru.universite.example>"))
                .startsWith("List-Id: =?UTF-8?B?")
                .endsWith("?= <duyuru.universite.example>\r\n");
        assertThat(lines("X", "")).isEqualTo("X:\r\n");
        assertThat(lines("X", "a b  ")).isEqualTo("X: a b\r\n");
    }

    @Test
    void aWordTooLongForAnyLineIsRefused() {
        assertThatThrownBy(() -> lines("X", "x".repeat(1_000))).isInstanceOf(MessageException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Ayşe Yılmaz",
                "Ali \"Veli\" \\ Bey",
                "Rektörlük, Genel Sekreterlik",
                "a@b <c@d.example>",
                "=?UTF-8?Q?x?=",
                "Uzun Adlı Bir Akademik Birimin Başkanlığı ve Bağlı Müdürlükleri Koordinatörlüğü",
                "x"
            })
    void aNameStandsBeforeItsAddress(String name) throws Exception {
        StringBuilder out = new StringBuilder();
        HeaderText.appendAddress(out, "To", name, "ogrenci@universite.example");
        wellFormed(out.toString());
        String value = MimeUtility.unfold(out.substring(3, out.length() - 2)).strip();
        jakarta.mail.internet.InternetAddress[] read = jakarta.mail.internet.InternetAddress.parseHeader(value, true);
        assertThat(read).hasSize(1);
        assertThat(read[0].getAddress()).isEqualTo("ogrenci@universite.example");
        assertThat(read[0].getPersonal()).isEqualTo(name.isEmpty() ? null : name);
    }
}
