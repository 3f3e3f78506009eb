package org.peyk.smtp;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.smtp.internal.dkim.DkimSigner;
import org.peyk.smtp.internal.message.MailAddress;
import org.peyk.smtp.internal.message.MessageException;
import org.peyk.smtp.internal.message.MimeMessages;
import org.peyk.smtp.internal.wire.ConnectionPool;
import org.peyk.spi.Channel;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.transport.Envelope;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.OutboundMessage;
import org.peyk.spi.transport.PreflightProblem;
import org.peyk.spi.transport.RenderedMessage;
import org.peyk.spi.transport.Transport;
import org.peyk.spi.transport.TransportCapabilities;
import org.peyk.spi.transport.TransportException;
import org.peyk.spi.transport.TransportSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends mail over SMTP (RFC 5321, RFC 6409) to one relay, or to those that stand in for it.
 *
 * <p>Every outcome tells exactly how far a message had come: accepted, deferred, refused, or in doubt, which means that its end had left and no
 * complete reply came back. One recipient per message, always; the given Message-ID is kept.
 *
 * <p><b>Threads.</b> Safe for use by several threads; each session by one. <b>Stopping.</b> A thread that is interrupted, or whose session or
 * transport is closed, is answered within a second, and within {@link SmtpTimeouts#stop()} while a message whose end has left waits for its
 * answer; time spent inside the feed and in the platform's name resolution is not counted. {@link #close()} returns within the same bound.
 */
public final class SmtpTransport implements Transport {
    /** The system property that a transport found by {@link java.util.ServiceLoader} takes its URL from. */
    public static final String URL_PROPERTY = "peyk.smtp.url";

    /** The environment variable that is looked at when the system property is not set. */
    public static final String URL_VARIABLE = "PEYK_SMTP_URL";

    private static final Logger LOG = LoggerFactory.getLogger("org.peyk.smtp");

    private final MimeMessages messages;
    private final @Nullable SmtpConfig config;
    private final @Nullable ConnectionPool pool;
    private final List<ConfigProblem> problems;

    /**
     * For {@link java.util.ServiceLoader}: takes the URL from {@value #URL_PROPERTY} or {@value #URL_VARIABLE}. Never fails; without a
     * usable URL, {@link #check()} and {@link #open()} tell what is missing.
     */
    public SmtpTransport() {
        this(Environment.value(URL_PROPERTY, URL_VARIABLE));
    }

    private SmtpTransport(@Nullable String url) {
        SmtpConfig found = null;
        List<ConfigProblem> wrong = List.of();
        if (url == null) {
            wrong = List.of(new ConfigProblem(
                    "SMTP-CONFIG",
                    LocalizedText.of(
                            "Posta sunucusu ayarlanmamış: " + URL_PROPERTY + " sistem özelliğini ya da " + URL_VARIABLE
                                    + " ortam değişkenini verin.",
                            "No mail server is configured: set the system property " + URL_PROPERTY
                                    + " or the environment variable " + URL_VARIABLE + ".")));
        } else {
            try {
                found = builder().url(url).config();
            } catch (SmtpConfigException e) {
                wrong = e.problems();
            }
        }
        this.config = found;
        this.problems = wrong;
        this.messages = messages(found);
        this.pool = found == null ? null : pool(found, messages);
    }

    SmtpTransport(SmtpConfig config) {
        this.config = config;
        this.problems = List.of();
        this.messages = messages(config);
        this.pool = pool(config, messages);
    }

    private static MimeMessages messages(@Nullable SmtpConfig config) {
        if (config == null) {
            return new MimeMessages(SmtpConfig.DEFAULT_ZONE, List.of(), Clock.systemUTC(), false);
        }
        List<DkimSigner> signers = config.dkim().stream()
                .map(k -> new DkimSigner(ConfigCheck.dkimDomain(k), k.selector(), k.key()))
                .toList();
        return new MimeMessages(
                config.zone(), signers, Clock.systemUTC(), config.extensions().internationalAddresses());
    }

    private static ConnectionPool pool(SmtpConfig config, MimeMessages messages) {
        if (config.security() == Security.PLAIN) {
            LOG.warn(
                    "SMTP to {}:{} is NOT ENCRYPTED: mails{} can be read and changed on the way. / SMTP bağlantısı ŞİFRELENMİYOR:"
                            + " iletiler yolda okunabilir ve değiştirilebilir.",
                    config.host(),
                    config.port(),
                    config.credentials() == null ? "" : " and the password");
        }
        return new ConnectionPool(config, messages);
    }

    /**
     * Starts the settings of a transport.
     *
     * @return a builder
     */
    public static SmtpTransportBuilder builder() {
        return new SmtpTransportBuilder();
    }

    /**
     * A transport with settings that are already checked.
     *
     * @param config the settings
     * @return the transport
     */
    public static SmtpTransport of(SmtpConfig config) {
        return new SmtpTransport(config);
    }

    /**
     * A transport from a URL alone.
     *
     * @param url see {@link SmtpTransportBuilder#url(String)}
     * @return the transport
     * @throws SmtpConfigException naming everything that cannot work
     */
    public static SmtpTransport ofUrl(String url) {
        return builder().url(url).build();
    }

    /**
     * Whether there are settings to work with; always so but for a transport made by {@link #SmtpTransport()}.
     *
     * @return whether sessions can be opened
     */
    public boolean isConfigured() {
        return pool != null;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public TransportCapabilities capabilities() {
        SmtpConfig c = config;
        ConnectionPool p = pool;
        return c == null || p == null
                ? new TransportCapabilities(1, Long.MAX_VALUE, false, true)
                : new TransportCapabilities(
                        c.pool().connections(),
                        p.maxMessageBytes(),
                        c.extensions().takesAhead(),
                        true);
    }

    @Override
    public TransportSession open() throws TransportException, InterruptedException {
        ConnectionPool p = pool;
        if (p == null) {
            throw new TransportException("SMTP-CONFIG", problems.get(0).text(), FailureScope.ACCOUNT, null, null);
        }
        return p.open();
    }

    @Override
    public RenderedMessage render(OutboundMessage message, Envelope envelope) throws TransportException {
        try {
            return messages.encode(message, envelope).rendered();
        } catch (MessageException e) {
            throw e.toTransportException();
        }
    }

    /**
     * Whether the address is one that this transport writes to: a dot-atom, one at sign and a domain, of at most 64 and 254 characters.
     * International domains are written in their ASCII form. Quoted local parts, address literals, routes, comments, groups are not accepted;
     * local parts beyond ASCII only where {@link SmtpExtensions#internationalAddresses()} says so.
     *
     * @param address an address as a source gave it
     * @return whether it is accepted
     */
    @Override
    public boolean accepts(String address) {
        SmtpConfig c = config;
        return MailAddress.parse(address, c != null && c.extensions().internationalAddresses()) != null;
    }

    /**
     * Connects, encrypts and authenticates as a sending would, and sends nothing. Asks the DNS whether it says of the domains of the DKIM keys
     * what recipients' servers look for.
     *
     * @return what is wrong; a connection without encryption is reported too, as not fatal
     * @throws InterruptedException when the thread is asked to stop
     */
    @Override
    public List<PreflightProblem> check() throws InterruptedException {
        List<PreflightProblem> found = new ArrayList<>();
        for (ConfigProblem problem : problems) {
            found.add(new PreflightProblem(problem.code(), true, problem.text()));
        }
        SmtpConfig c = config;
        ConnectionPool p = pool;
        if (c == null || p == null) {
            return List.copyOf(found);
        }
        if (c.security() == Security.PLAIN) {
            found.add(new PreflightProblem(
                    "SMTP-PLAIN",
                    false,
                    LocalizedText.of(
                            "Posta sunucusuna bağlantı şifrelenmiyor.",
                            "The connection to the mail server is not encrypted.")));
        }
        try {
            p.open().close();
            if (p.maxMessageBytes() < c.maxMessageBytes()) {
                found.add(new PreflightProblem(
                        "SMTP-SIZE",
                        false,
                        LocalizedText.of(
                                "Posta sunucusu en çok " + p.maxMessageBytes() + " baytlık ileti alıyor.",
                                "The mail server takes messages of at most " + p.maxMessageBytes() + " bytes.")));
            }
            for (SmtpRelay relay : p.resting()) {
                found.add(new PreflightProblem(
                        "SMTP-RELAY",
                        false,
                        LocalizedText.of(
                                relay + " yanıt vermiyor; yerine başka bir posta sunucusu kullanılıyor.",
                                relay + " does not answer; another mail server is used in its place.")));
            }
        } catch (TransportException e) {
            found.add(new PreflightProblem(e.code(), true, e.text()));
        }
        DnsLookup dns = c.dns();
        if (dns != null) {
            found.addAll(new DnsCheck(dns).problems(c.dkim()));
        }
        return List.copyOf(found);
    }

    @Override
    public void close() {
        ConnectionPool p = pool;
        if (p != null) {
            p.close();
        }
    }

    /**
     * Shows no credentials.
     *
     * @return where it sends to
     */
    @Override
    public String toString() {
        return config == null ? "SmtpTransport[not configured]" : "SmtpTransport[" + config + "]";
    }
}
