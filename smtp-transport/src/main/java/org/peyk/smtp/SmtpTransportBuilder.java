package org.peyk.smtp;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of an {@link SmtpTransport}. Nothing is checked before {@link #build()}, which then names everything that is wrong at
 * once. Used by one thread.
 */
public final class SmtpTransportBuilder {
    private final SmtpSettings settings = new SmtpSettings();

    SmtpTransportBuilder() {}

    /**
     * Takes host, port, protection, credentials and what else the URL holds; settings made afterwards go before it.
     *
     * @param url {@code smtp://user:password@host:port?name=value} or {@code smtps://…}; see the package documentation
     * @return this
     */
    public SmtpTransportBuilder url(String url) {
        settings.url(url);
        return this;
    }

    /**
     * Takes settings by their names, such as an application has them from its own configuration. Settings made afterwards go before them.
     *
     * @param all of these the ones that begin with {@code peyk.smtp.} are taken; the package documentation lists them
     * @return this
     */
    public SmtpTransportBuilder properties(Map<String, String> all) {
        settings.properties(all);
        return this;
    }

    /**
     * The relay.
     *
     * @param value domain name, or IPv4 or IPv6 address
     * @return this
     */
    public SmtpTransportBuilder host(String value) {
        settings.host = value;
        return this;
    }

    /**
     * The relay's port; 587 if not given, 465 with {@link Security#IMPLICIT_TLS}.
     *
     * @param value 1 to 65535
     * @return this
     */
    public SmtpTransportBuilder port(int value) {
        settings.port = value;
        return this;
    }

    /**
     * A relay that stands in when those before it cannot be reached or end the session, with the same protection and credentials. May be
     * called several times, in order of preference.
     *
     * @param host domain name, or IPv4 or IPv6 address
     * @param port 1 to 65535
     * @return this
     */
    public SmtpTransportBuilder fallback(String host, int port) {
        settings.others.add(new SmtpRelay(host, port));
        return this;
    }

    /**
     * A relay that takes its share of the connections beside the one first named. May be called several times.
     *
     * @param host domain name, or IPv4 or IPv6 address
     * @param port 1 to 65535
     * @param weight its share, 1 to {@value SmtpRelay#MAX_WEIGHT}, against {@link #weight} of the one first named
     * @return this
     */
    public SmtpTransportBuilder relay(String host, int port, int weight) {
        // a share of nothing is a mistake, and is not to be taken for one that stands in
        settings.others.add(new SmtpRelay(host, port, weight == 0 ? -1 : weight));
        return this;
    }

    /**
     * The share of the connections that the relay first named takes beside those of {@link #relay}; 1 if not given.
     *
     * @param value 1 to {@value SmtpRelay#MAX_WEIGHT}
     * @return this
     */
    public SmtpTransportBuilder weight(int value) {
        settings.weight = value;
        return this;
    }

    /**
     * How the connection is protected; {@link Security#STARTTLS_REQUIRED} if not given.
     *
     * @param value the protection
     * @return this
     */
    public SmtpTransportBuilder security(Security value) {
        settings.security = value;
        return this;
    }

    /**
     * A user name and a password that does not change.
     *
     * @param username the user name
     * @param password the password
     * @return this
     */
    public SmtpTransportBuilder password(String username, String password) {
        return credentials(Credentials.password(username, () -> password));
    }

    /**
     * A mailbox and its access tokens (XOAUTH2).
     *
     * @param username the mailbox
     * @param tokens gives a token for each connection
     * @return this
     */
    public SmtpTransportBuilder oauth2(String username, TokenSource tokens) {
        return credentials(Credentials.oauth2(username, tokens));
    }

    /**
     * Who we are, in full.
     *
     * @param value the credentials
     * @return this
     */
    public SmtpTransportBuilder credentials(Credentials value) {
        settings.credentials = value;
        return this;
    }

    /**
     * The name given in EHLO; this machine's full name if not given, else its address.
     *
     * @param value a domain name, or an address in square brackets
     * @return this
     */
    public SmtpTransportBuilder ehloName(String value) {
        settings.ehloName = value;
        return this;
    }

    /**
     * What is trusted, and with which key of our own; the platform's trust store if not given.
     *
     * @param value asked once, when the transport is built
     * @return this
     */
    public SmtpTransportBuilder sslContext(Supplier<SSLContext> value) {
        settings.sslContext = value;
        return this;
    }

    /**
     * Trusts these certificates instead of the platform's trust store: an own certificate authority, or the server's own certificate.
     *
     * @param pem a file with one or more certificates in PEM form
     * @return this
     */
    public SmtpTransportBuilder trust(Path pem) {
        return sslContext(new PemTrust(pem));
    }

    /**
     * Trusts the server by its key: the SHA-256 of its public key (SubjectPublicKeyInfo) must be this one, or one of several that are given, so
     * that a key can be changed. With {@link #trust} the certificate must be vouched for too; without, the key alone decides, and a
     * self-signed certificate will do.
     *
     * @param sha256 in Base64, with or without {@code sha256/} before it, or 64 hexadecimal digits
     * @return this
     */
    public SmtpTransportBuilder pin(String sha256) {
        settings.pins.add(sha256);
        return this;
    }

    /**
     * Changes time-outs.
     *
     * @param change for example {@code t -> t.withConnect(Duration.ofSeconds(10))}
     * @return this
     */
    public SmtpTransportBuilder timeouts(UnaryOperator<SmtpTimeouts> change) {
        settings.timeouts = change.apply(settings.timeouts);
        return this;
    }

    /**
     * Changes how connections are kept.
     *
     * @param change for example {@code p -> p.withMaxAge(Duration.ofMinutes(5))}
     * @return this
     */
    public SmtpTransportBuilder pool(UnaryOperator<SmtpPool> change) {
        settings.pool = change.apply(settings.pool);
        return this;
    }

    /**
     * How many connections may be open at once; 4 if not given.
     *
     * @param value at least 1
     * @return this
     */
    public SmtpTransportBuilder maxConnections(int value) {
        return pool(p -> p.withConnections(value));
    }

    /**
     * After how many messages a connection is replaced; 500 if not given.
     *
     * @param value at least 1
     * @return this
     */
    public SmtpTransportBuilder messagesPerConnection(int value) {
        return pool(p -> p.withMessagesPerConnection(value));
    }

    /**
     * How long a connection may be used; 30 minutes if not given.
     *
     * @param value the age
     * @return this
     */
    public SmtpTransportBuilder maxConnectionAge(Duration value) {
        return pool(p -> p.withMaxAge(value));
    }

    /**
     * The largest message that is sent; 25 MiB if not given. The server's own limit is kept besides.
     *
     * @param value bytes as on the wire, encoded attachments included
     * @return this
     */
    public SmtpTransportBuilder maxMessageBytes(long value) {
        settings.maxMessageBytes = value;
        return this;
    }

    /**
     * The zone in which the Date of a message is written; Europe/Istanbul if not given.
     *
     * @param value the zone
     * @return this
     */
    public SmtpTransportBuilder zone(ZoneId value) {
        settings.zone = value;
        return this;
    }

    /**
     * Changes how that is used which the relay may offer.
     *
     * @param change for example {@code e -> e.withPipelining(Pipelining.ENVELOPE)}
     * @return this
     */
    public SmtpTransportBuilder extensions(UnaryOperator<SmtpExtensions> change) {
        settings.extensions = change.apply(settings.extensions);
        return this;
    }

    /**
     * Signs what is sent with this key (DKIM), and with each further one that is given.
     *
     * @param value the key
     * @return this
     */
    public SmtpTransportBuilder dkim(DkimKey value) {
        settings.dkimKeys.add(value);
        return this;
    }

    /**
     * The same with a key from a file.
     *
     * @param domain the signing domain
     * @param selector names the key among those of the domain
     * @param pem a file with a private key in PEM form (PKCS #8), not encrypted; read once, when the transport is built
     * @return this
     */
    public SmtpTransportBuilder dkim(String domain, String selector, Path pem) {
        settings.dkimFiles.add(new PemKey(domain, selector, pem));
        return this;
    }

    /**
     * Who is asked about DKIM, SPF and DMARC of the signing domains when the transport is checked; this machine's name servers if not given.
     *
     * @param value the lookup, or null to ask nobody
     * @return this
     */
    public SmtpTransportBuilder dns(@Nullable DnsLookup value) {
        settings.dns = value;
        return this;
    }

    /**
     * Checks the settings.
     *
     * @return the settings
     * @throws SmtpConfigException naming everything that cannot work
     */
    public SmtpConfig config() {
        return settings.config();
    }

    /**
     * Checks the settings and makes the transport. Opens no connection.
     *
     * @return the transport
     * @throws SmtpConfigException naming everything that cannot work
     */
    public SmtpTransport build() {
        return new SmtpTransport(config());
    }
}
