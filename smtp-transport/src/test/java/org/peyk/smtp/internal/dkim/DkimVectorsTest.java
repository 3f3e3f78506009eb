package org.peyk.smtp.internal.dkim;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peyk.smtp.testserver.DkimVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/** The examples of RFC 6376 section 3.4.5 and RFC 8463 appendix A: for the signer, and for the verifier the other tests rely on. */
class DkimVectorsTest {
    private static final String FIELDS = "From: Joe SixPack <joe@football.example.com>\r\n"
            + "To: Suzie Q <suzie@shopping.example.net>\r\n"
            + "Subject: Is dinner ready?\r\n"
            + "Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)\r\n"
            + "Message-ID: <20030712040037.46341.5F8J@football.example.com>\r\n";
    private static final String BODY = "Hi.\r\n\r\nWe lost the game.  Are you hungry yet?\r\n\r\nJoe.\r\n";
    private static final String BODY_HASH = "2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=";
    private static final String ED25519_B =
            "/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus" + "Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==";
    private static final String SIGNATURES = "DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;\r\n"
            + " d=football.example.com; i=@football.example.com;\r\n"
            + " q=dns/txt; s=brisbane; t=1528637909; h=from : to :\r\n"
            + " subject : date : message-id : from : subject : date;\r\n"
            + " bh=" + BODY_HASH + ";\r\n"
            + " b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus\r\n"
            + " Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==\r\n"
            + "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;\r\n"
            + " d=football.example.com; i=@football.example.com;\r\n"
            + " q=dns/txt; s=test; t=1528637909; h=from : to : subject :\r\n"
            + " date : message-id : from : subject : date;\r\n"
            + " bh=" + BODY_HASH + ";\r\n"
            + " b=F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3\r\n"
            + " DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz\r\n"
            + " dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=\r\n";

    private static byte[] base64(String text) {
        return Base64.getDecoder().decode(text);
    }

    private static byte[] joined(String hex, byte[] tail) {
        return HexFormat.of().parseHex(hex + HexFormat.of().formatHex(tail));
    }

    private static DkimVerifier verifier() throws Exception {
        PublicKey ed25519 = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(
                        joined("302a300506032b6570032100", base64("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="))));
        PublicKey rsa = KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(base64(
                        "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/"
                                + "byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/"
                                + "K4w3QIDAQAB")));
        return new DkimVerifier(Map.of(
                "brisbane._domainkey.football.example.com", ed25519, "test._domainkey.football.example.com", rsa));
    }

    private static List<String> verify(String message) throws Exception {
        return verifier().verify(message.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void theVerifierPassesThePublishedMessage() throws Exception {
        assertThat(verify(SIGNATURES + FIELDS + "\r\n" + BODY)).containsExactly("pass", "pass");
    }

    @Test
    void theVerifierFindsEachChange() throws Exception {
        assertThat(verify(SIGNATURES + FIELDS + "\r\n" + BODY.replace("game", "match")))
                .containsExactly("body", "body");
        assertThat(verify(SIGNATURES + FIELDS.replace("dinner", "lunch") + "\r\n" + BODY))
                .containsExactly("signature", "signature");
        assertThat(verify(SIGNATURES + "From: x@y.example\r\n" + FIELDS + "\r\n" + BODY))
                .containsExactly("signature", "signature");
        assertThat(verify(SIGNATURES.replace("t=1528637909", "t=1528637910") + FIELDS + "\r\n" + BODY))
                .containsExactly("signature", "signature");
    }

    @Test
    void theSignerDigestsTheBodyAsPublished() {
        assertThat(Base64.getEncoder().encodeToString(RelaxedBody.sha256(BODY.getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(BODY_HASH);
    }

    @Test
    void theSignerMakesThePublishedEd25519Signature() throws Exception {
        PrivateKey key = KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(joined(
                        "302e020100300506032b657004220420", base64("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A="))));
        StringBuilder input = new StringBuilder();
        for (RelaxedHeader field : RelaxedHeader.all(FIELDS)) {
            input.append(field.line()).append("\r\n");
        }
        String ours = SIGNATURES.substring(0, SIGNATURES.indexOf("\r\nDKIM-Signature", 1));
        input.append(
                RelaxedHeader.of(ours.substring(0, ours.indexOf(" b=") + 3)).line());
        assertThat(new DkimSigner("football.example.com", "brisbane", key).signature(input.toString()))
                .isEqualTo(ED25519_B);
    }

    @Test
    void fieldsAreRelaxedAsInTheExample() {
        assertThat(RelaxedHeader.all("A: X\r\nB : Y\t\r\n\tZ  \r\n\r\n").stream()
                        .map(RelaxedHeader::line))
                .containsExactly("a:X", "b:Y Z");
    }

    @ParameterizedTest
    @CsvSource({
        "' C \r\nD \t E\r\n\r\n\r\n', ' C\r\nD E\r\n'",
        "'', ''",
        "'\r\n\r\n', ''",
        "' \t\r\n', ''",
        "'a', 'a\r\n'",
        "'\r\n\r\na\r\n', '\r\n\r\na\r\n'",
        "'\t\ta  b\t\r\n \r\n\r\n', ' a b\r\n'"
    })
    void bodiesAreRelaxedAsInTheExample(String body, String canonical) throws Exception {
        assertThat(RelaxedBody.sha256(body.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(RelaxedBody.sha256().digest(canonical.getBytes(StandardCharsets.US_ASCII)));
    }
}
