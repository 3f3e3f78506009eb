package org.peyk.smtp.internal.incoming;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.peyk.spi.mailbox.AnswerMail;
import org.peyk.spi.mailbox.SenderAuthentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.peyk.spi.mailbox.SenderAuthentication.FAIL;
import static org.peyk.spi.mailbox.SenderAuthentication.NONE;
import static org.peyk.spi.mailbox.SenderAuthentication.PASS;

class AnswerReaderTest {

    private static final String SERVER = "mx.ornek.edu.tr";
    private static final String FROM = "From: Cem <cem@ornek.edu.tr>\r\n";

    private static AnswerMail read(String fields, String body) {
        String mail = fields + "Date: Tue, 24 Nov 2026 12:00:00 +0300\r\n\r\n" + body;
        return AnswerReader.read(mail.getBytes(StandardCharsets.UTF_8), SERVER);
    }

    static Stream<Arguments> results() {
        return Stream.of(
                arguments("", NONE),
                arguments("Authentication-Results: mx.ornek.edu.tr; dmarc=pass header.from=ornek.edu.tr\r\n", PASS),
                arguments(
                        "Authentication-Results: MX.ornek.edu.tr 1; dmarc=pass (p=reject) header.from=Ornek.edu.tr\r\n",
                        PASS),
                arguments(
                        "Authentication-Results: mx.ornek.edu.tr;\r\n spf=pass smtp.mailfrom=x@y;\r\n dkim=pass header.d=ornek.edu.tr header.s=s1\r\n",
                        PASS),
                arguments("Authentication-Results: mx.ornek.edu.tr; dkim=pass header.i=@ornek.edu.tr\r\n", PASS),
                arguments(
                        "Authentication-Results: mx.ornek.edu.tr; auth=pass (plain) smtp.auth=cem@ornek.edu.tr\r\n",
                        PASS),
                arguments("Authentication-Results: mx.ornek.edu.tr; auth=pass smtp.auth=ali@ornek.edu.tr\r\n", NONE),
                arguments("Authentication-Results: mx.ornek.edu.tr; dkim=pass header.d=kotu.org\r\n", NONE),
                arguments("Authentication-Results: mx.ornek.edu.tr; dmarc=pass header.from=kotu.org\r\n", NONE),
                arguments("Authentication-Results: mx.ornek.edu.tr; spf=pass smtp.mailfrom=cem@ornek.edu.tr\r\n", NONE),
                arguments(
                        "Authentication-Results: mx.ornek.edu.tr; dmarc=fail header.from=ornek.edu.tr; dkim=pass header.d=ornek.edu.tr\r\n",
                        FAIL),
                arguments("Authentication-Results: mx.ornek.edu.tr; none\r\n", NONE),
                arguments("Authentication-Results: kotu.org; dmarc=pass header.from=ornek.edu.tr\r\n", NONE),
                arguments(
                        "Authentication-Results: mx.ornek.edu.tr.kotu.org; dmarc=pass header.from=ornek.edu.tr\r\n",
                        NONE),
                // the server's own stands above what the sender wrote
                arguments(
                        "Authentication-Results: mx.ornek.edu.tr; dmarc=fail header.from=ornek.edu.tr\r\n"
                                + "Authentication-Results: mx.ornek.edu.tr; dmarc=pass header.from=ornek.edu.tr\r\n",
                        FAIL),
                arguments(
                        "Authentication-Results: kotu.org; dmarc=fail\r\n"
                                + "Authentication-Results: mx.ornek.edu.tr; dmarc=pass header.from=ornek.edu.tr\r\n",
                        PASS),
                // what looks like a result in a comment or a quoted reason is none
                arguments(
                        "Authentication-Results: mx.ornek.edu.tr; spf=none (x; dmarc=pass header.from=ornek.edu.tr)\r\n",
                        NONE),
                arguments(
                        "Authentication-Results: mx.ornek.edu.tr; spf=none reason=\"x; dmarc=pass header.from=ornek.edu.tr\"\r\n",
                        NONE),
                arguments(
                        "Authentication-Results: mx.ornek.edu.tr; dkim=pass reason=\"header.d=ornek.edu.tr\" header.d=kotu.org\r\n",
                        NONE),
                arguments(
                        "Authentication-Results: (mx.ornek.edu.tr;) kotu.org; dmarc=pass header.from=ornek.edu.tr\r\n",
                        NONE));
    }

    @ParameterizedTest
    @MethodSource("results")
    void believesTheUniversitysOwnServerAlone(String field, SenderAuthentication expected) {
        assertThat(read(field + FROM, "uygundur").authentication()).isEqualTo(expected);
    }

    @Test
    void withoutATrustedServerNobodyIsAuthenticated() {
        String mail =
                "Authentication-Results: mx.ornek.edu.tr; dmarc=pass header.from=ornek.edu.tr\r\n" + FROM + "\r\nx";
        assertThat(AnswerReader.read(mail.getBytes(StandardCharsets.UTF_8), null)
                        .authentication())
                .isEqualTo(NONE);
    }

    @Test
    void oneAddressInOneFromFieldOrNone() {
        assertThat(read(FROM, "").sender()).isEqualTo("cem@ornek.edu.tr");
        assertThat(read("From: \"cem@ornek.edu.tr\" <kotu@kotu.org>\r\n", "").sender())
                .isEqualTo("kotu@kotu.org");
        assertThat(read("From: =?utf-8?q?cem=40ornek.edu.tr?= <kotu@kotu.org>\r\n", "")
                        .sender())
                .isEqualTo("kotu@kotu.org");
        assertThat(read("From: cem@ornek.edu.tr, kotu@kotu.org\r\n", "").sender())
                .isNull();
        assertThat(read(FROM + "From: kotu@kotu.org\r\n", "").sender()).isNull();
        assertThat(read("", "").sender()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Ynt: Onayınız bekleniyor, false",
        "RE: Approval, false",
        "Fwd: Onayınız bekleniyor, true",
        "FW: x, true",
        "İlt: Onayınız bekleniyor, true",
        "ILT: x, true",
        "Ynt: İlt: x, true",
        "Yönlendirme: x, true",
        "Re: tr meselesi, false"
    })
    void knowsWhatIsPassedOn(String subject, boolean forwarded) {
        assertThat(read(FROM + "Subject: " + subject + "\r\n", "x").forwarded()).isEqualTo(forwarded);
    }

    @Test
    void resentFieldsAreForwardsAndProgramsAreNotPersons() {
        assertThat(read(FROM + "Resent-From: a@b.org\r\n", "x").forwarded()).isTrue();
        assertThat(read(FROM, "x").automatic()).isFalse();
        assertThat(read(FROM + "Auto-Submitted: no\r\n", "x").automatic()).isFalse();
        assertThat(read(FROM + "Auto-Submitted: auto-replied\r\n", "x").automatic())
                .isTrue();
        assertThat(read(FROM + "X-Autoreply: yes\r\n", "x").automatic()).isTrue();
        assertThat(read(FROM + "Precedence: auto_reply\r\n", "x").automatic()).isTrue();
        assertThat(read(FROM + "Precedence: bulk\r\n", "x").automatic()).isTrue();
        assertThat(read(FROM + "Subject: Otomatik yanıt: Onay\r\n", "x").automatic())
                .isTrue();
    }

    @Test
    void givesTheTextAndNotTheFiles() {
        AnswerMail m = read(
                FROM + "Content-Type: multipart/mixed; boundary=b\r\n",
                "--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nret: x\r\n"
                        + "--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n"
                        + "--c\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nOnayl=C4=B1yorum\r\n"
                        + "--c\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Onaylıyorum</p>\r\n--c--\r\n--b--\r\n");
        assertThat(m.text()).isEqualTo("Onaylıyorum");
        assertThat(m.html()).isEqualTo("<p>Onaylıyorum</p>");
        assertThat(m.toString()).doesNotContain("cem", "Onay");
        AnswerMail html = read(FROM + "Content-Type: text/html; charset=utf-8\r\n", "<b>uygundur</b>");
        assertThat(html.text()).isNull();
        assertThat(html.html()).isEqualTo("<b>uygundur</b>");
    }

    private static String part(String type, String content) {
        return "--b\r\nContent-Type: " + type + "; charset=utf-8\r\n\r\n" + content + "\r\n";
    }

    private static AnswerMail mixed(String... parts) {
        return read(FROM + "Content-Type: multipart/mixed; boundary=b\r\n", String.join("", parts) + "--b--\r\n");
    }

    @Test
    void E7_whatStandsBelowAPictureIsReadToo() {
        AnswerMail apple = mixed(
                part("text/plain", "Uygundur"), part("image/png", "x"), part("text/plain", "ama saati 14:00 yapın"));
        assertThat(apple.text()).contains("Uygundur", "ama saati 14:00 yapın");
        AnswerMail html = mixed(
                part("text/html", "<p>Uygundur</p>"), part("image/png", "x"), part("text/html", "<p>ama olmaz</p>"));
        assertThat(html.text()).isNull();
        assertThat(html.html()).contains("Uygundur", "ama olmaz");
    }

    @Test
    void E7_aTextInPiecesOfTwoKindsIsNone() {
        AnswerMail both = mixed(
                part("text/plain", "Uygundur"), part("image/png", "x"), part("text/html", "<p>ama saati yanlış</p>"));
        assertThat(both.text()).isNull();
        assertThat(both.html()).isNull();
        AnswerMail nested = mixed(
                "--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n"
                        + "--c\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nUygundur\r\n"
                        + "--c\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Uygundur</p>\r\n--c--\r\n",
                part("text/html", "<p>ama saati yanlış</p>"));
        assertThat(nested.text()).isNull();
        assertThat(nested.html()).isNull();
    }

    @Test
    void anEmptyPieceSaysNothing() {
        AnswerMail m = mixed(part("text/plain", "Uygundur"), part("text/html", " "));
        assertThat(m.text()).isEqualTo("Uygundur");
        AnswerMail apple = read(
                FROM + "Content-Type: multipart/alternative; boundary=b\r\n",
                part("text/plain", "Uygundur")
                        + "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n"
                        + "--c\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Uygundur</p>\r\n--c--\r\n--b--\r\n");
        assertThat(apple.text()).isEqualTo("Uygundur");
        assertThat(apple.html()).isEqualTo("<p>Uygundur</p>");
    }
}
