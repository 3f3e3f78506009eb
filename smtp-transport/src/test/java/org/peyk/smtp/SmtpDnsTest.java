package org.peyk.smtp;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.spi.transport.PreflightProblem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the DNS says of the signing domains is looked at before a sending, and how the JDK's client is read. */
@Timeout(240)
class SmtpDnsTest {
    private static final String KEY_NAME = "2026a._domainkey.duyuru.uni.example";

    private final Map<String, List<String>> records = new HashMap<>();

    private static KeyPair pair(String algorithm) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (algorithm.equals("RSA")) {
            generator.initialize(2048);
        }
        return generator.generateKeyPair();
    }

    private static String published(KeyPair pair) {
        byte[] spki = pair.getPublic().getEncoded();
        boolean rsa = pair.getPublic().getAlgorithm().equals("RSA");
        byte[] bytes = rsa ? spki : Arrays.copyOfRange(spki, spki.length - 32, spki.length);
        return "v=DKIM1; k=" + (rsa ? "rsa" : "ed25519") + "; p="
                + Base64.getEncoder().encodeToString(bytes);
    }

    private List<String> problems(KeyPair signing) {
        DnsLookup dns = name -> records.getOrDefault(name, List.of());
        return new DnsCheck(dns)
                .problems(List.of(new DkimKey("duyuru.uni.example", "2026a", signing.getPrivate()))).stream()
                        .peek(p -> assertThat(p.fatal()).isFalse())
                        .map(PreflightProblem::code)
                        .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "Ed25519"})
    void aDomainInOrderHasNoProblem(String algorithm) throws Exception {
        KeyPair pair = pair(algorithm);
        records.put(KEY_NAME, List.of(published(pair)));
        records.put("duyuru.uni.example", List.of("google-site-verification=x", "v=spf1 ip4:192.0.2.1 -all"));
        records.put("_dmarc.uni.example", List.of("v=DMARC1; p=quarantine"));
        assertThat(problems(pair)).isEmpty();
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        assertThat(problems(pair("Ed25519"))).containsExactly("SMTP-DKIM-DNS", "SMTP-SPF-DNS", "SMTP-DMARC-DNS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v=DKIM1; p=", "v=DKIM1; k=ed25519; p=!!", "v=DKIM1; k=rsa; p=AAAA", "p=AAAA; k=dsa"})
    void aRecordThatHoldsNoUsableKeyIsAProblem(String record) throws Exception {
        records.put(KEY_NAME, List.of(record));
        assertThat(problems(pair("Ed25519"))).contains("SMTP-DKIM-DNS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "Ed25519"})
    void anotherKeyIsAProblem(String algorithm) throws Exception {
        records.put(KEY_NAME, List.of(published(pair(algorithm))));
        assertThat(problems(pair(algorithm))).contains("SMTP-DKIM-DNS");
        assertThat(problems(pair(algorithm.equals("RSA") ? "Ed25519" : "RSA"))).contains("SMTP-DKIM-DNS");
    }

    @Test
    void twoSpfRecordsAreNone() throws Exception {
        records.put("duyuru.uni.example", List.of("v=spf1 -all", "V=SPF1 mx ~all"));
        assertThat(problems(pair("Ed25519"))).contains("SMTP-SPF-DNS");
        records.put("duyuru.uni.example", List.of("v=spf1"));
        assertThat(problems(pair("Ed25519"))).doesNotContain("SMTP-SPF-DNS");
    }

    @Test
    void whereTheDnsIsSilentThatIsSaidOnce() throws Exception {
        DnsLookup dead = name -> {
            throw new IOException("silent");
        };
        assertThat(new DnsCheck(dead)
                        .problems(List.of(
                                new DkimKey("uni.example", "a", pair("Ed25519").getPrivate()))))
                .extracting(PreflightProblem::code)
                .containsExactly("SMTP-DNS-CHECK");
        assertThat(new DnsCheck(dead).problems(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            v=spf1 | v=spf1
            "v=spf1 -all" | v=spf1 -all
            "v=DKIM1; p=AAAA" BBBB | v=DKIM1; p=AAAABBBB
            "v=DKIM1; p=AAAA" "BB BB" | v=DKIM1; p=AAAABB BB
            "a \\"b\\" c" | a "b" c
            """, quoteCharacter = '§')
    void theStringsOfARecordAreJoined(String shown, String text) {
        assertThat(JndiLookup.joined(shown)).isEqualTo(text);
    }

    /** The JDK's client against a name server that knows two names. */
    @Test
    void theJdkIsAskedAndUnderstood() throws Exception {
        try (DatagramSocket server = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            Thread thread = new Thread(() -> answer(server));
            thread.setDaemon(true);
            thread.start();
            DnsLookup dns = new JndiLookup("dns://127.0.0.1:" + server.getLocalPort());
            assertThat(dns.txt("uni.example")).containsExactlyInAnyOrder("v=spf1 -all", "tek");
            assertThat(dns.txt("uzun.example")).containsExactly("v=DKIM1; p=" + "A".repeat(200) + "B".repeat(100));
            assertThat(dns.txt("yok.example")).isEmpty();
            assertThatThrownBy(() -> dns.txt("bozuk.example")).isInstanceOf(IOException.class);
            for (String other : List.of("ldap://127.0.0.1/a", "rmi:a", "", "a..b", "a.example.", "ş.example")) {
                assertThatThrownBy(() -> dns.txt(other)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    private static void answer(DatagramSocket server) {
        Map<String, List<List<String>>> zone = Map.of(
                "uni.example", List.of(List.of("v=spf1 -all"), List.of("tek")),
                "uzun.example", List.of(List.of("v=DKIM1; p=" + "A".repeat(200), "B".repeat(100))));
        byte[] buffer = new byte[1500];
        while (!server.isClosed()) {
            try {
                DatagramPacket question = new DatagramPacket(buffer, buffer.length);
                server.receive(question);
                StringBuilder name = new StringBuilder();
                int at = 12;
                for (; buffer[at] != 0; at += buffer[at] + 1) {
                    name.append(name.length() == 0 ? "" : ".")
                            .append(new String(buffer, at + 1, buffer[at], StandardCharsets.US_ASCII));
                }
                String asked = name.toString().toLowerCase(Locale.ROOT);
                List<List<String>> texts = zone.getOrDefault(asked, List.of());
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                DataOutputStream out = new DataOutputStream(bytes);
                out.write(buffer, 0, 2);
                // an answer; SERVFAIL for what is broken, NXDOMAIN for what is not there
                out.writeShort(0x8180 | (asked.startsWith("bozuk") ? 2 : texts.isEmpty() ? 3 : 0));
                out.writeShort(1);
                out.writeShort(texts.size());
                out.writeInt(0);
                out.write(buffer, 12, at + 5 - 12);
                for (List<String> strings : texts) {
                    out.writeShort(0xC00C);
                    out.writeShort(16);
                    out.writeShort(1);
                    out.writeInt(60);
                    out.writeShort(
                            strings.stream().mapToInt(s -> s.length() + 1).sum());
                    for (String s : strings) {
                        out.writeByte(s.length());
                        out.writeBytes(s);
                    }
                }
                byte[] answer = bytes.toByteArray();
                server.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
            } catch (IOException e) {
                return;
            }
        }
    }
}
