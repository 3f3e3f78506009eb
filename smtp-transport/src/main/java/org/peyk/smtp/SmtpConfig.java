package org.peyk.smtp;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Settings of an {@link SmtpTransport}, checked as a whole. Made by {@link SmtpTransport#builder()}; each setting is described in the
 * package documentation.
 *
 * @param relays the one first named, then those beside it, then those that stand in, in order of preference; the first has a weight
 * @param security how the connection is protected
 * @param credentials who we are, or null when the relay knows us otherwise
 * @param ehloName the name we give (RFC 5321 section 4.1.1.1), or null for this machine's name or address
 * @param sslContext what is trusted, asked once; null for the platform's trust store
 * @param timeouts how long the other side may take
 * @param pool how connections are kept
 * @param maxMessageBytes the largest message that is sent, in bytes as on the wire
 * @param zone in which the Date of a message is written
 * @param dkim keys that messages are signed with; perhaps none
 * @param extensions how that is used which the relay may offer
 * @param dns asked by {@link SmtpTransport#check()} about the domains of the DKIM keys, or null to leave that out
 */
public record SmtpConfig(
        List<SmtpRelay> relays,
        Security security,
        @Nullable Credentials credentials,
        @Nullable String ehloName,
        @Nullable Supplier<SSLContext> sslContext,
        SmtpTimeouts timeouts,
        SmtpPool pool,
        long maxMessageBytes,
        ZoneId zone,
        List<DkimKey> dkim,
        SmtpExtensions extensions,
        @Nullable DnsLookup dns) {

    /** Message submission with STARTTLS (RFC 6409): 587. */
    public static final int SUBMISSION_PORT = 587;

    /** Message submission over TLS (RFC 8314): 465. */
    public static final int SUBMISSIONS_PORT = 465;

    /** 25 MiB, what many relays take. */
    public static final long DEFAULT_MAX_MESSAGE_BYTES = 25L * 1024 * 1024;

    /** Europe/Istanbul. */
    public static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Istanbul");

    /**
     * Checks everything and copies the lists.
     *
     * @throws SmtpConfigException naming all that cannot work
     */
    public SmtpConfig {
        dkim = List.copyOf(dkim);
        relays = List.copyOf(relays);
        List<ConfigProblem> problems = ConfigCheck.smtp(
                relays, security, credentials, ehloName, timeouts, pool, maxMessageBytes, dkim, extensions);
        if (!problems.isEmpty()) {
            throw new SmtpConfigException(problems);
        }
    }

    /**
     * The relay first named.
     *
     * @return its name or address
     */
    public String host() {
        return relays.get(0).host();
    }

    /**
     * The port of the relay first named.
     *
     * @return the port
     */
    public int port() {
        return relays.get(0).port();
    }

    /**
     * How much leaves ahead of answers.
     *
     * @return the setting
     */
    public Pipelining pipelining() {
        return extensions.pipelining();
    }

    /**
     * Shows no credentials.
     *
     * @return host, port and protection
     */
    @Override
    public String toString() {
        return "SmtpConfig[" + relays.get(0) + ", " + security + "]";
    }
}
