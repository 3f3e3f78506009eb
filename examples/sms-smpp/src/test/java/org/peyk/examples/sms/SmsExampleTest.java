package org.peyk.examples.sms;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SmsExampleTest {

    @TempDir
    private Path directory;

    /** Mail is done, SMS is asked for as well: the request closes when the short messages are out, and not before. */
    @Test
    void A31_theRequestClosesWhenTheShortMessagesAreOutAsWell() throws Exception {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        boolean holds;
        try (PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8)) {
            holds = SmsExample.run(directory, out);
        }
        String told = written.toString(StandardCharsets.UTF_8);
        assertThat(told)
                .contains(
                        "E-postalar gönderildi: 12. SMS merkezi meşgul, istek bekliyor.",
                        "✓ E-postalar bitti, SMS bitmedi: istek kapanmadı",
                        "SMS gönderim işlemi bitirildi; durum: Gönderildi",
                        "2 parça (GSM-7, Türkçe)",
                        "1 parça (GSM-7)",
                        "✓ Kayıt tutuyor: planlanan 20 = toplam 20",
                        "✓ Alındı bilgileri kayda geçti: 7 teslim, 1 teslim edilemedi",
                        "✓ Tamam: her şey tuttu.")
                .doesNotContain("TUTMADI")
                .doesNotContain("+90555", "0555");
        assertThat(holds).isTrue();
    }
}
