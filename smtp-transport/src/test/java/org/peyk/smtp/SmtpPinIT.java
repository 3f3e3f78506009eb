package org.peyk.smtp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peyk.smtp.testserver.Mails;
import org.peyk.smtp.testserver.ScriptedSmtpServer;
import org.peyk.smtp.testserver.TestFeed;
import org.peyk.spi.transport.DeliveryOutcome.Accepted;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.TransportException;
import org.peyk.spi.transport.TransportSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A server that is known by its key. */
@Timeout(240)
class SmtpPinIT {
    @TempDir
    private static Path dir;

    private static TestKeys selfSigned;
    private static TestKeys ofAnotherName;
    private static TestKeys expired;
    private static TestKeys ofAuthority;

    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeAll
    static void makeKeys() throws Exception {
        selfSigned = TestKeys.valid(dir);
        ofAnotherName = TestKeys.ofAnother(dir);
        expired = TestKeys.expired(dir);
        ofAuthority = TestKeys.signed(dir, false);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
    }

    private ScriptedSmtpServer server(Security security, TestKeys with) throws IOException {
        ScriptedSmtpServer server = security == Security.IMPLICIT_TLS
                ? ScriptedSmtpServer.implicitTls(with.server())
                : ScriptedSmtpServer.startTls(with.server());
        server.extensions("PIPELINING", "AUTH PLAIN");
        open.add(server);
        return server;
    }

    private SmtpTransportBuilder to(ScriptedSmtpServer server, Security security) {
        return SmtpTransport.builder()
                .host("localhost")
                .port(server.port())
                .security(security)
                .password("duyuru", "gizli");
    }

    private SmtpTransport build(SmtpTransportBuilder builder) {
        SmtpTransport transport = builder.build();
        open.add(0, transport);
        return transport;
    }

    private static String base64(TestKeys keys) throws Exception {
        return Base64.getEncoder().encodeToString(keys.keyDigest());
    }

    private static void sendsOne(SmtpTransport transport) throws Exception {
        TestFeed feed = new TestFeed(Mails.deliveries(1, 1));
        try (TransportSession session = transport.open()) {
            session.run(feed);
        }
        assertThat(feed.outcome(1)).isInstanceOf(Accepted.class);
    }

    private static void refuses(SmtpTransport transport, ScriptedSmtpServer server) {
        TransportException e = catchThrowableOfType(TransportException.class, transport::open);
        assertThat(e).as("what open() threw").isNotNull();
        assertThat(e.code()).isEqualTo("SMTP-CERTIFICATE");
        assertThat(e.scope()).isEqualTo(FailureScope.ACCOUNT);
        assertThat(server.commands()).noneMatch(c -> c.startsWith("AUTH") || c.startsWith("MAIL"));
    }

    @ParameterizedTest
    @EnumSource(value = Security.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void theRightKeyIsEnough(Security security) throws Exception {
        for (TestKeys keys : List.of(selfSigned, ofAnotherName, expired)) {
            sendsOne(build(to(server(security, keys), security).pin(base64(keys))));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Security.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void anotherKeyIsRefusedWhateverItsCertificateSays(Security security) throws Exception {
        ScriptedSmtpServer server = server(security, selfSigned);
        refuses(build(to(server, security).pin(base64(ofAnotherName))), server);
        refuses(build(to(server, security).pin(base64(ofAnotherName)).trust(selfSigned.certificate())), server);
    }

    @Test
    void besideTrustedCertificatesBothMustHold() throws Exception {
        Security security = Security.STARTTLS_REQUIRED;
        ScriptedSmtpServer known = server(security, ofAuthority);
        sendsOne(build(to(known, security).trust(ofAuthority.certificate()).pin(base64(ofAuthority))));
        ScriptedSmtpServer unknown = server(security, selfSigned);
        refuses(build(to(unknown, security).trust(ofAuthority.certificate()).pin(base64(selfSigned))), unknown);
        ScriptedSmtpServer old = server(security, expired);
        refuses(build(to(old, security).trust(expired.certificate()).pin(base64(expired))), old);
    }

    @Test
    void oneOfSeveralWillDoAndManyFormsAreRead() throws Exception {
        Security security = Security.IMPLICIT_TLS;
        ScriptedSmtpServer server = server(security, selfSigned);
        sendsOne(build(to(server, security).pin(base64(ofAnotherName)).pin("sha256//" + base64(selfSigned))));
        String hex = HexFormat.of().formatHex(selfSigned.keyDigest());
        sendsOne(build(to(server, security).pin(hex.toUpperCase(Locale.ROOT))));
        sendsOne(build(to(server, security).pin(HexFormat.ofDelimiter(":").formatHex(selfSigned.keyDigest()))));
        sendsOne(build(SmtpTransport.builder()
                .url("smtps://a:p@localhost:" + server.port() + "?pin=" + base64(ofAnotherName) + ",sha256/"
                        + base64(selfSigned))));
        sendsOne(build(SmtpTransport.builder()
                .properties(Map.of(
                        "peyk.smtp.url",
                        "smtps://a:p@localhost:" + server.port(),
                        "peyk.smtp.pin",
                        base64(selfSigned)))));
    }

    @Test
    void whatIsNoPinIsAMistake() throws Exception {
        for (String wrong : List.of("", "gizli", "sha1/" + base64(selfSigned), "AAAA", "00".repeat(31))) {
            assertThatThrownBy(() ->
                            SmtpTransport.builder().host("a.example").pin(wrong).build())
                    .isInstanceOfSatisfying(
                            SmtpConfigException.class,
                            e -> assertThat(e.problems())
                                    .extracting(ConfigProblem::code)
                                    .containsExactly("SMTP-CFG-PIN"));
        }
        SSLContext own = selfSigned.server();
        assertThatThrownBy(() -> SmtpTransport.builder()
                        .host("a.example")
                        .sslContext(() -> own)
                        .pin("00".repeat(32))
                        .build())
                .isInstanceOfSatisfying(
                        SmtpConfigException.class,
                        e -> assertThat(e.problems())
                                .extracting(ConfigProblem::code)
                                .containsExactly("SMTP-CFG-PIN"));
    }
}
