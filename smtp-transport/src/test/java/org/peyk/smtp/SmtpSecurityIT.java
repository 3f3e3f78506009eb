package org.peyk.smtp;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peyk.smtp.testserver.Act;
import org.peyk.smtp.testserver.Mails;
import org.peyk.smtp.testserver.ScriptedSmtpServer;
import org.peyk.smtp.testserver.Step;
import org.peyk.smtp.testserver.TestFeed;
import org.peyk.spi.transport.DeliveryOutcome.Accepted;
import org.peyk.spi.transport.DeliveryOutcome.Deferred;
import org.peyk.spi.transport.DeliveryOutcome.InDoubt;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.GateAnswer;
import org.peyk.spi.transport.TransportException;
import org.peyk.spi.transport.TransportSession;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Encryption is there or nothing is sent; who we are is told to nobody else. */
@Timeout(240)
class SmtpSecurityIT {
    private static final String USER = "duyuru-hesabi@universite.example";
    private static final String PASSWORD = "gizli-parola-93";

    @TempDir
    private static Path dir;

    private static TestKeys keys;
    private static TestKeys expired;
    private static TestKeys expiredOfAuthority;
    private static TestKeys ofAnother;
    private static TestKeys ofAuthority;

    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = TestKeys.valid(dir);
        expired = TestKeys.expired(dir);
        ofAnother = TestKeys.ofAnother(dir);
        ofAuthority = TestKeys.signed(dir, false);
        expiredOfAuthority = TestKeys.signed(dir, true);
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
                : security == Security.PLAIN ? ScriptedSmtpServer.plain() : ScriptedSmtpServer.startTls(with.server());
        server.extensions("PIPELINING", "SIZE 1000000", "AUTH PLAIN LOGIN XOAUTH2");
        open.add(server);
        return server;
    }

    private SmtpTransportBuilder to(ScriptedSmtpServer server, Security security) {
        return SmtpTransport.builder()
                .host("localhost")
                .port(server.port())
                .security(security)
                .trust(keys.certificate())
                .password(USER, PASSWORD)
                .timeouts(t -> t.withGreeting(Duration.ofSeconds(20)));
    }

    private SmtpTransport build(SmtpTransportBuilder builder) {
        SmtpTransport transport = builder.build();
        // before the server, so that it can take leave
        open.add(0, transport);
        return transport;
    }

    private static TestFeed send(SmtpTransport transport, int count) throws Exception {
        TestFeed feed = new TestFeed(Mails.deliveries(1, count));
        try (TransportSession session = transport.open()) {
            session.run(feed);
        }
        return feed;
    }

    private static TransportException refused(SmtpTransport transport) {
        TransportException e = catchThrowableOfType(TransportException.class, transport::open);
        assertThat(e).as("what open() threw").isNotNull();
        return e;
    }

    @ParameterizedTest
    @EnumSource(Security.class)
    void sendsWithEachProtection(Security security) throws Exception {
        ScriptedSmtpServer server = server(security, keys);
        TestFeed feed = send(build(to(server, security)), 3);
        assertThat(feed.outcomes().values()).hasSize(3).allMatch(Accepted.class::isInstance);
        assertThat(server.taken()).hasSize(3);
        assertThat(server.violations()).isEmpty();
        assertThat(server.commands()).contains("AUTH PLAIN " + plain(USER, PASSWORD));
        assertThat(server.commands().contains("STARTTLS")).isEqualTo(security == Security.STARTTLS_REQUIRED);
    }

    @ParameterizedTest
    @EnumSource(value = Security.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void anAuthorityOfOurOwnIsTrustedWhenItIsNamed(Security security) throws Exception {
        ScriptedSmtpServer server = server(security, ofAuthority);
        send(build(to(server, security).trust(ofAuthority.certificate())), 1);
        assertThat(server.taken()).hasSize(1);
    }

    private static String plain(String user, String password) {
        return Base64.getEncoder()
                .encodeToString((user + "\0" + user + "\0" + password).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource(value = Security.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void outcomesAreAsExactWithinTls(Security security) throws Exception {
        ScriptedSmtpServer server = server(security, keys);
        server.script((step, moment) -> {
            if (step == Step.END && moment.recipient().equals(Mails.recipient(2))) {
                return Act.close().taking();
            }
            if (step == Step.RCPT && moment.recipient().equals(Mails.recipient(3))) {
                return Act.reset();
            }
            return step == Step.END && moment.recipient().equals(Mails.recipient(4))
                    ? Act.reply("451 4.3.0 later")
                    : null;
        });
        SmtpTransport transport = build(to(server, security));
        TestFeed feed = new TestFeed(Mails.deliveries(1, 6))
                .gate(d -> d.id().value() == 5 ? GateAnswer.WITHDRAW : GateAnswer.PROCEED);
        for (int sessions = 0; !feed.left().isEmpty(); sessions++) {
            assertThat(sessions).isLessThan(5);
            try (TransportSession session = transport.open()) {
                session.run(feed);
            } catch (TransportException e) {
                assertThat(e.scope()).isEqualTo(FailureScope.SESSION);
            }
        }
        assertThat(feed.outcome(1)).isInstanceOf(Accepted.class);
        assertThat(feed.outcome(2)).isInstanceOf(InDoubt.class);
        assertThat(feed.outcome(3)).isInstanceOf(Deferred.class);
        assertThat(feed.outcome(4)).isInstanceOf(Deferred.class);
        assertThat(feed.outcome(6)).isInstanceOf(Accepted.class);
        assertThat(server.taken().stream().map(ScriptedSmtpServer.Taken::recipient))
                .containsExactly(Mails.recipient(1), Mails.recipient(2), Mails.recipient(6));
    }

    @Test
    void aServerWithoutStartTlsGetsNeitherMailNorPassword() throws Exception {
        ScriptedSmtpServer server = server(Security.PLAIN, keys);
        TransportException e = refused(build(to(server, Security.STARTTLS_REQUIRED)));
        assertThat(e.code()).isEqualTo("SMTP-STARTTLS");
        assertThat(e.scope()).isEqualTo(FailureScope.ACCOUNT);
        assertThat(server.commands()).noneMatch(c -> c.startsWith("AUTH") || c.startsWith("MAIL"));
    }

    @Test
    void aServerThatRefusesStartTlsGetsNothing() throws Exception {
        ScriptedSmtpServer server = server(Security.STARTTLS_REQUIRED, keys);
        for (Act act : List.of(
                Act.reply("454 4.7.0 TLS not available"),
                Act.say("220 go\r\ngarbage that is no handshake at all\r\n", Act.Then.CLOSE),
                Act.close())) {
            server.always(Step.STARTTLS, act);
            TransportException e = refused(build(to(server, Security.STARTTLS_REQUIRED)));
            assertThat(e.code()).isEqualTo("SMTP-TLS");
        }
        assertThat(server.commands()).noneMatch(c -> c.startsWith("AUTH") || c.startsWith("MAIL"));
    }

    @Test
    void repliesInjectedBeforeTheHandshakeAreNotBelieved() throws Exception {
        ScriptedSmtpServer server = server(Security.STARTTLS_REQUIRED, keys);
        server.always(Step.STARTTLS, Act.reply("220 go ahead\r\n250-injected\r\n250 AUTH PLAIN"));
        TransportException e = refused(build(to(server, Security.STARTTLS_REQUIRED)));
        assertThat(e.code()).isEqualTo("SMTP-TLS");
        assertThat(server.commands()).noneMatch(c -> c.startsWith("AUTH") || c.startsWith("MAIL"));
    }

    @ParameterizedTest
    @EnumSource(value = Security.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void aWrongCertificateIsNotAccepted(Security security) throws Exception {
        for (TestKeys wrong : List.of(expired, expiredOfAuthority, ofAnother)) {
            ScriptedSmtpServer server = server(security, wrong);
            TransportException e = refused(build(to(server, security).trust(wrong.certificate())));
            assertThat(e.code()).isEqualTo("SMTP-CERTIFICATE");
            assertThat(e.scope()).isEqualTo(FailureScope.ACCOUNT);
            assertThat(server.commands()).noneMatch(c -> c.startsWith("AUTH") || c.startsWith("MAIL"));
        }
        ScriptedSmtpServer untrusted = server(security, ofAnother);
        assertThat(refused(build(to(untrusted, security))).code()).isEqualTo("SMTP-CERTIFICATE");
    }

    @Test
    void aServerThatDoesNotAskWhoWeAreIsNotTheOneMeant() throws Exception {
        ScriptedSmtpServer server = server(Security.STARTTLS_REQUIRED, keys);
        server.extensions("SIZE 1000");
        assertThat(refused(build(to(server, Security.STARTTLS_REQUIRED))).code())
                .isEqualTo("SMTP-AUTH-OFFER");
        server.extensions("AUTH CRAM-MD5");
        assertThat(refused(build(to(server, Security.STARTTLS_REQUIRED))).code())
                .isEqualTo("SMTP-AUTH-OFFER");
        assertThat(server.commands()).noneMatch(c -> c.startsWith("AUTH"));
    }

    @Test
    void loginIsSpokenWhereNothingElseIs() throws Exception {
        ScriptedSmtpServer server = server(Security.STARTTLS_REQUIRED, keys);
        server.extensions("AUTH LOGIN");
        server.always(Step.AUTH, Act.reply("334 VXNlcm5hbWU6"));
        // the user name comes as a line of its own, which the scripted server takes for an unknown command
        assertThat(refused(build(to(server, Security.STARTTLS_REQUIRED))).code())
                .isEqualTo("SMTP-AUTH");
        assertThat(server.commands()).contains("AUTH LOGIN");
    }

    @Test
    void aRefusedPasswordIsAMatterForSomebody() throws Exception {
        ScriptedSmtpServer server = server(Security.STARTTLS_REQUIRED, keys);
        server.always(Step.AUTH, Act.reply("535 5.7.8 bad credentials for " + USER));
        SmtpTransport transport = build(to(server, Security.STARTTLS_REQUIRED));
        TransportException e = refused(transport);
        assertThat(e.code()).isEqualTo("SMTP-AUTH");
        assertThat(e.scope()).isEqualTo(FailureScope.ACCOUNT);
        assertThat(e.reply()).isNotNull();
        assertThat(trace(e) + e.reply()).doesNotContain(USER).doesNotContain(PASSWORD);
        // not again with the same password, which would lock the account
        assertThat(server.connections()).isEqualTo(1);
        server.always(Step.AUTH, Act.reply("454 4.7.0 temporary failure"));
        assertThat(refused(transport).scope()).isEqualTo(FailureScope.SESSION);
    }

    @Test
    void aTokenIsAskedForEachConnectionAndOnceMoreWhenItIsRefused() throws Exception {
        ScriptedSmtpServer server = server(Security.STARTTLS_REQUIRED, keys);
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger dropped = new AtomicInteger();
        TokenSource tokens = new TokenSource() {
            @Override
            public String token() {
                return "token-" + asked.incrementAndGet();
            }

            @Override
            public void refused() {
                dropped.incrementAndGet();
            }
        };
        server.script((step, moment) -> step == Step.AUTH && moment.line().contains(xoauth2("token-1"))
                ? Act.reply("535 5.7.3 expired")
                : null);
        SmtpTransport transport = build(to(server, Security.STARTTLS_REQUIRED).oauth2(USER, tokens));
        send(transport, 2);
        assertThat(asked).hasValue(2);
        assertThat(dropped).hasValue(1);
        assertThat(server.commands()).contains("AUTH XOAUTH2 " + xoauth2("token-2"));

        server.always(Step.AUTH, Act.reply("535 5.7.3 no"));
        SmtpTransport another = build(to(server, Security.STARTTLS_REQUIRED).oauth2(USER, tokens));
        assertThat(refused(another).code()).isEqualTo("SMTP-AUTH");
        assertThat(asked).hasValue(4);
    }

    @Test
    void aTokenThatIsAnsweredWithAReasonIsRefused() throws Exception {
        ScriptedSmtpServer server = server(Security.STARTTLS_REQUIRED, keys);
        // as Google and Microsoft do: the reason in base64, and the refusal only after another line
        server.always(Step.AUTH, Act.reply("334 eyJzdGF0dXMiOiI0MDAifQ=="));
        AtomicInteger asked = new AtomicInteger();
        TransportException e = refused(
                build(to(server, Security.STARTTLS_REQUIRED).oauth2(USER, () -> "token-" + asked.incrementAndGet())));
        assertThat(e.code()).isEqualTo("SMTP-AUTH");
        assertThat(asked).hasValue(2);
    }

    private static String xoauth2(String token) {
        return Base64.getEncoder()
                .encodeToString(("user=" + USER + "\1auth=Bearer " + token + "\1\1").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aTokenThatCannotBeHadIsTriedLater() throws Exception {
        ScriptedSmtpServer server = server(Security.STARTTLS_REQUIRED, keys);
        TransportException e =
                refused(build(to(server, Security.STARTTLS_REQUIRED).oauth2(USER, () -> {
                    throw new IOException("token endpoint is down");
                })));
        assertThat(e.code()).isEqualTo("SMTP-TOKEN");
        assertThat(e.scope()).isEqualTo(FailureScope.SESSION);
        assertThat(server.connections()).isZero();
    }

    @Test
    void nothingSecretAndNobodysAddressIsShown() throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Level before = root.getLevel();
        root.setLevel(Level.TRACE);
        root.addAppender(log);
        StringBuilder shown = new StringBuilder();
        try {
            ScriptedSmtpServer server = server(Security.PLAIN, keys);
            SmtpTransportBuilder builder = SmtpTransport.builder()
                    .url("smtp://" + USER.replace("@", "%40") + ":" + PASSWORD + "@127.0.0.1:" + server.port()
                            + "?starttls=plain");
            SmtpTransport transport = build(builder);
            shown.append(transport)
                    .append(builder.config())
                    .append(builder.config().credentials());
            server.script((step, moment) -> step == Step.RCPT && moment.transaction() == 2
                    ? Act.reply("550 5.1.1 <" + moment.recipient() + "> unknown")
                    : step == Step.END && moment.transaction() == 3 ? Act.reset() : null);
            TestFeed feed = new TestFeed(Mails.deliveries(1, 3));
            try (TransportSession session = transport.open()) {
                session.run(feed);
            } catch (TransportException e) {
                shown.append(trace(e));
            }
            shown.append(feed.outcomes());
        } finally {
            root.detachAppender(log);
            root.setLevel(before);
        }
        assertThat(log.list)
                .anyMatch(e -> e.getLevel() == Level.WARN
                        && e.getFormattedMessage().contains("NOT ENCRYPTED")
                        && e.getFormattedMessage().contains("password"));
        log.list.forEach(e -> shown.append(e.getFormattedMessage()).append('\n'));
        assertThat(shown.toString())
                .doesNotContain(PASSWORD)
                .doesNotContain(USER)
                .doesNotContain("ogrenci")
                .doesNotContain("Ayşe")
                .doesNotContain("öğrencimiz");
    }

    private static String trace(Throwable e) {
        StringWriter out = new StringWriter();
        e.printStackTrace(new PrintWriter(out));
        return out.toString();
    }
}
