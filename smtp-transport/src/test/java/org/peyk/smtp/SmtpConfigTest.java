package org.peyk.smtp;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.spi.mailbox.Mailbox;
import org.peyk.spi.mailbox.MailboxException;
import org.peyk.spi.transport.PreflightProblem;
import org.peyk.spi.transport.Transport;
import org.peyk.spi.transport.TransportException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Settings are checked as a whole, and what is wrong is told at once. */
class SmtpConfigTest {

    @Test
    void theDefaultsAreSafe() {
        SmtpConfig config =
                SmtpTransport.builder().host("mail.universite.edu.tr").config();
        assertThat(config.security()).isEqualTo(Security.STARTTLS_REQUIRED);
        assertThat(config.port()).isEqualTo(587);
        assertThat(config.pool().connections()).isEqualTo(4);
        assertThat(config.pool().messagesPerConnection()).isEqualTo(500);
        assertThat(config.timeouts().connect()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.timeouts().greeting()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.timeouts().command()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.timeouts().data()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.timeouts().write()).isEqualTo(Duration.ofSeconds(180));
        assertThat(config.timeouts().end()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.zone().getId()).isEqualTo("Europe/Istanbul");
        assertThat(config.credentials()).isNull();
        assertThat(SmtpTransport.builder()
                        .host("a.example")
                        .security(Security.IMPLICIT_TLS)
                        .config()
                        .port())
                .isEqualTo(465);
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        SmtpConfigException e = catchThrowableOfType(
                SmtpConfigException.class,
                () -> SmtpTransport.builder()
                        .host("a b")
                        .port(70_000)
                        .ehloName("x\r\nMAIL FROM:<a@b.example>")
                        .password("", "p")
                        .trust(Path.of("does-not-exist.pem"))
                        .timeouts(t -> t.withEnd(Duration.ZERO).withConnect(Duration.ofDays(9_999_999)))
                        .maxConnections(0)
                        .messagesPerConnection(0)
                        .maxMessageBytes(1)
                        .build());
        assertThat(e.problems().stream().map(ConfigProblem::code).sorted())
                .containsExactly(
                        "SMTP-CFG-EHLO",
                        "SMTP-CFG-HOST",
                        "SMTP-CFG-POOL",
                        "SMTP-CFG-POOL",
                        "SMTP-CFG-PORT",
                        "SMTP-CFG-SIZE",
                        "SMTP-CFG-TIMEOUT",
                        "SMTP-CFG-TIMEOUT",
                        "SMTP-CFG-TRUST",
                        "SMTP-CFG-USER");
        assertThat(e.problems()).allSatisfy(p -> {
            assertThat(p.text().tr()).isNotBlank();
            assertThat(e).hasMessageContaining(p.code());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "smtp://mail.universite.edu.tr, mail.universite.edu.tr, 587, STARTTLS_REQUIRED",
        "smtp://mail.universite.edu.tr:25?starttls=required, mail.universite.edu.tr, 25, STARTTLS_REQUIRED",
        "smtp://127.0.0.1:2525?starttls=plain, 127.0.0.1, 2525, PLAIN",
        "smtps://mail.universite.edu.tr, mail.universite.edu.tr, 465, IMPLICIT_TLS",
        "SMTPS://mail.universite.edu.tr:1465, mail.universite.edu.tr, 1465, IMPLICIT_TLS",
        "smtp://[::1]:25?starttls=plain, ::1, 25, PLAIN"
    })
    void aUrlSaysTheSame(String url, String host, int port, Security security) {
        SmtpConfig config = SmtpTransport.builder().url(url).config();
        assertThat(config.host()).isEqualTo(host);
        assertThat(config.port()).isEqualTo(port);
        assertThat(config.security()).isEqualTo(security);
    }

    @Test
    void aUrlMayHoldMore() throws Exception {
        SmtpConfig config = SmtpTransport.builder()
                .url(
                        "smtp://duyuru%40uni.example:p%3Aa+s%25s@mail.uni.example:587?auth=login&ehlo=portal.uni.example&connections=7")
                .config();
        Credentials credentials = config.credentials();
        assertThat(credentials).isNotNull();
        assertThat(credentials.username()).isEqualTo("duyuru@uni.example");
        assertThat(credentials.secret().token()).isEqualTo("p:a+s%s");
        assertThat(credentials.mechanisms()).containsExactly(AuthMechanism.LOGIN);
        assertThat(config.ehloName()).isEqualTo("portal.uni.example");
        assertThat(config.pool().connections()).isEqualTo(7);
        assertThat(config + "" + credentials).doesNotContain("duyuru").doesNotContain("p:a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mail.example",
                "http://mail.example",
                "smtp://",
                "smtp://gizli@mail.example",
                "smtp://a:gizli@",
                "smtp://mail.example?starttls=maybe",
                "smtps://mail.example?starttls=plain",
                "smtp://mail.example?gizli=1",
                "smtp://mail.example?auth=plain",
                "smtp://a:gizli@mail.example?auth=cram",
                "smtp://a:gizli#@mail.example",
                "smtp://a:%zz@mail.example",
                "smtp://mail.example:99999",
                "smtp://mail.example?connections=many",
                "smtp://mail.example?connections=0",
                "smtp://mail.example?ehlo=a%0D%0AMAIL",
                "smtp://a:gizli@mail_x.example",
                "smtp://a:g izli@mail.example",
                "smtp://mail.example?starttls"
            })
    void aWrongUrlIsToldWithoutItsSecrets(String url) {
        assertThatThrownBy(() -> SmtpTransport.ofUrl(url))
                .isInstanceOf(SmtpConfigException.class)
                .hasMessageNotContaining("gizli")
                .hasNoCause();
    }

    @Test
    void propertiesSayTheSameAndEveryNameIsKnown() {
        Map<String, String> all = new TreeMap<>(Map.of(
                "peyk.smtp.url", "smtp://mail.uni.example?connections=2",
                "peyk.smtp.port", "2587",
                "peyk.smtp.username", "duyuru",
                "peyk.smtp.password", "gizli",
                "peyk.smtp.auth", "login",
                "peyk.smtp.end-timeout", "15m",
                "peyk.smtp.max-connection-age", "PT10M",
                "peyk.smtp.pipelining", "envelope",
                "peyk.smtp.fallbacks", "yedek.uni.example, [::1]:2525,10.0.0.1:26",
                "baska.bir.ayar", "x"));
        all.put("peyk.smtp.reports", "failure, delay");
        all.put("peyk.smtp.report-content", "message");
        all.put("peyk.smtp.weight", "3");
        all.put("peyk.smtp.relays", "posta2.uni.example*2, [::2]:2526");
        all.put("peyk.smtp.slow-start", "0s");
        SmtpConfig config = SmtpTransport.builder().properties(all).config();
        assertThat(config.host()).isEqualTo("mail.uni.example");
        assertThat(config.port()).isEqualTo(2587);
        assertThat(config.pool().connections()).isEqualTo(2);
        assertThat(config.pool().maxAge()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.timeouts().end()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.pipelining()).isEqualTo(Pipelining.ENVELOPE);
        assertThat(config.extensions().reports()).isEqualTo(new DeliveryReports(DeliveryReports.FAILURES.on(), true));
        assertThat(config.relays())
                .containsExactly(
                        new SmtpRelay("mail.uni.example", 2587, 3),
                        new SmtpRelay("posta2.uni.example", 587, 2),
                        new SmtpRelay("::2", 2526, 1),
                        new SmtpRelay("yedek.uni.example", 587),
                        new SmtpRelay("::1", 2525),
                        new SmtpRelay("10.0.0.1", 26));
        assertThat(config.pool().slowStart()).isZero();
        assertThat(config.credentials())
                .satisfies(c -> assertThat(c.mechanisms()).containsExactly(AuthMechanism.LOGIN));
        assertThat(SmtpTransport.builder()
                        .properties(Map.of("peyk.smtp.host", "a.example", "peyk.smtp.security", "implicit-tls"))
                        .config()
                        .port())
                .isEqualTo(465);
    }

    @Test
    void wrongPropertiesAreNamedAllAtOnceWithoutTheirValues() {
        SmtpConfigException e = catchThrowableOfType(
                SmtpConfigException.class,
                () -> SmtpTransport.builder()
                        .properties(Map.of(
                                "peyk.smtp.host", "a.example",
                                "peyk.smtp.port", "gizli",
                                "peyk.smtp.security", "gizli",
                                "peyk.smtp.username", "gizli",
                                "peyk.smtp.zone", "gizli",
                                "peyk.smtp.end-timeout", "gizli",
                                "peyk.smtp.reports", "failure,gizli",
                                "peyk.smtp.fallbacks", "b.example:gizli",
                                "peyk.smtp.dkim", "gizli",
                                "peyk.smtp.connection", "gizli"))
                        .build());
        assertThat(e.problems()).hasSize(9).allMatch(p -> p.code().equals("SMTP-CFG-PROPERTY"));
        assertThat(e)
                .hasMessageNotContaining("gizli")
                .hasMessageContaining("peyk")
                .hasMessageContaining("connection");
    }

    @Test
    void wrongRelaysAreNamed() {
        SmtpConfigException e = catchThrowableOfType(
                SmtpConfigException.class,
                () -> SmtpTransport.builder()
                        .host("a.example")
                        .weight(0)
                        .relay("b.example", 587, 0)
                        .relay("c.example", 587, 101)
                        .relay("A_.example", 587, 1)
                        .fallback("a.example", 587)
                        .build());
        assertThat(e.problems())
                .extracting(ConfigProblem::code)
                .containsExactly(
                        "SMTP-CFG-RELAY", "SMTP-CFG-RELAY", "SMTP-CFG-RELAY", "SMTP-CFG-HOST", "SMTP-CFG-RELAY");
        assertThatThrownBy(() -> SmtpTransport.ofUrl("smtp://a.example?relays=b.example*0"))
                .isInstanceOf(SmtpConfigException.class);
    }

    /** Each setting that has a name can be given in a URL, and the package documentation names it. */
    @ParameterizedTest
    @EnumSource
    void everyNamedSettingIsDocumented(SmtpSetting setting) throws Exception {
        Path page = Path.of("src/main/java/org/peyk/smtp/package-info.java");
        assertThat(Files.readString(page)).contains("{@code " + setting.key() + "}");
        assertThatThrownBy(() -> SmtpTransport.ofUrl("smtp://a.example?" + setting.key() + "=%09%09"))
                .isInstanceOf(SmtpConfigException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smtp://a:p@mail.uni.example?starttls=plain",
                "smtp://a:p@127.0.0.1?starttls=plain&fallbacks=mail.uni.example",
                "smtp://a:p@127.0.0.1.uni.example?starttls=plain"
            })
    void noPasswordGoesOverANetworkUnencrypted(String url) {
        assertThatThrownBy(() -> SmtpTransport.ofUrl(url))
                .isInstanceOfSatisfying(
                        SmtpConfigException.class,
                        e -> assertThat(e.problems())
                                .extracting(ConfigProblem::code)
                                .containsExactly("SMTP-CFG-AUTH"));
        SmtpTransport.ofUrl("smtp://a:p@127.0.0.1?starttls=plain").close();
    }

    @Test
    void theMailboxIsCheckedTheSameWay() {
        ImapConfig config = ImapMailbox.builder()
                .url("imaps://a%40b.example:p@mail.example/Yan%C4%B1tlar?name=yanitlar")
                .config();
        assertThat(config.port()).isEqualTo(993);
        assertThat(config.folder()).isEqualTo("Yanıtlar");
        assertThat(config.name()).isEqualTo("yanitlar");
        assertThat(config.toString()).doesNotContain("a@b");
        SmtpConfigException e = catchThrowableOfType(
                SmtpConfigException.class,
                () -> ImapMailbox.builder()
                        .host("")
                        .port(0)
                        .folder("a\r\nb")
                        .name("ad@example")
                        .maxExaminedBytes(1)
                        .timeouts(t -> t.withRead(Duration.ZERO))
                        .build());
        assertThat(e.problems().stream().map(ConfigProblem::code).sorted())
                .containsExactly(
                        "IMAP-CFG-FOLDER",
                        "IMAP-CFG-HOST",
                        "IMAP-CFG-NAME",
                        "IMAP-CFG-PORT",
                        "IMAP-CFG-SIZE",
                        "IMAP-CFG-TIMEOUT",
                        "IMAP-CFG-USER");
    }

    @Test
    void pluginsThatAreFoundSayWhatTheyLack() throws Exception {
        try (Transport transport = found(Transport.class)) {
            assertThat(((SmtpTransport) transport).isConfigured()).isFalse();
            assertThat(transport.check()).singleElement().isInstanceOfSatisfying(PreflightProblem.class, p -> {
                assertThat(p.fatal()).isTrue();
                assertThat(p.code()).isEqualTo("SMTP-CONFIG");
                assertThat(p.text().tr()).contains("peyk.smtp.url");
            });
            assertThatThrownBy(transport::open)
                    .isInstanceOfSatisfying(
                            TransportException.class, e -> assertThat(e.code()).isEqualTo("SMTP-CONFIG"));
            assertThat(transport.capabilities().maxSessions()).isEqualTo(1);
            assertThat(transport.toString()).isEqualTo("SmtpTransport[not configured]");
        }
        Mailbox mailbox = found(Mailbox.class);
        assertThat(mailbox.name()).isEqualTo("replies");
        assertThatThrownBy(() -> mailbox.read(null, 1))
                .isInstanceOfSatisfying(
                        MailboxException.class, e -> assertThat(e.code()).isEqualTo("IMAP-CONFIG"));
    }

    @Test
    void pluginsThatAreFoundTakeTheirUrlFromTheEnvironment() throws Exception {
        System.setProperty(SmtpTransport.URL_PROPERTY, "smtp://mail.example:25?starttls=plain");
        System.setProperty(ImapMailbox.URL_PROPERTY, "imap://mail.example?x=1");
        try (Transport transport = found(Transport.class)) {
            assertThat(transport.toString()).isEqualTo("SmtpTransport[SmtpConfig[mail.example:25, PLAIN]]");
            // wrong settings are told when it is used, not by failing to load
            assertThatThrownBy(() -> found(Mailbox.class).read(null, 1)).isInstanceOf(MailboxException.class);
            System.setProperty(SmtpTransport.URL_PROPERTY, "smtp://mail.example?x=1");
            assertThat(found(Transport.class).check())
                    .extracting(PreflightProblem::code)
                    .containsExactly("SMTP-CFG-URL");
        } finally {
            System.clearProperty(SmtpTransport.URL_PROPERTY);
            System.clearProperty(ImapMailbox.URL_PROPERTY);
        }
    }

    private static <T> T found(Class<T> type) {
        List<T> all = ServiceLoader.load(type).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
