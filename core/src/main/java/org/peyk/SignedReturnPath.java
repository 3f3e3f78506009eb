package org.peyk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.peyk.spi.LocalizedText;

/**
 * Return paths of which each names its message (variable envelope return path): {@code donus+NUMBER.SIGNATURE@domain}. A report of a failed
 * delivery comes back to exactly this address whatever else it says, and the signature (HMAC-SHA256, RFC 2104, cut to 80 bits) keeps it from
 * being guessed: nobody but a server that was handed a message, and its recipient, can say that the message did not arrive. Written in small
 * letters and digits, as some servers change the case.
 *
 * <p>The mailbox has to get what is sent to its address with an extension behind {@code +} (RFC 5233), as most servers see to. Immutable, for
 * use by all threads.
 */
public final class SignedReturnPath {
    /** Shortest secret: 32 bytes, as long as the output of SHA-256 (RFC 2104 section 3). */
    public static final int LEAST_SECRET = SignedRow.LEAST_SECRET;

    private static final int MOST_LOCAL = 64;
    private static final int MOST_DOMAIN = 182;

    /** A label of a domain (RFC 1035 section 2.3.4: at most 63 characters). */
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

    /** The longest number and the signature, with the sign before them. */
    private static final int TOKEN = 1 + SignedRow.LENGTH;

    private final String local;
    private final String domain;
    private final SignedRow rows;
    private final Pattern form;

    private SignedReturnPath(String local, String domain, byte[] secret) {
        this.local = local;
        this.domain = domain;
        this.rows = new SignedRow("peyk-return-path-1", secret);
        this.form = Pattern.compile(Pattern.quote(local.toLowerCase(Locale.ROOT)) + "\\+([^@]+)@"
                + Pattern.quote(domain.toLowerCase(Locale.ROOT)));
    }

    /**
     * Return paths below an address.
     *
     * @param address where reports go, such as {@code donus@ornek.edu.tr}; at most 33 characters before the at sign
     * @param secret random bytes that are kept outside of the store and the same on all nodes; at least {@link #LEAST_SECRET}. With another
     *     secret, reports about messages that were sent before are known by the message they quote alone
     * @return the return paths
     * @throws ConfigurationException naming everything that is wrong
     */
    public static SignedReturnPath of(String address, byte[] secret) {
        List<LocalizedText> problems = new ArrayList<>();
        int at = address.lastIndexOf('@');
        String local = at < 0 ? "" : address.substring(0, at);
        String domain = address.substring(at + 1);
        if (!local.matches("(?=.{1," + (MOST_LOCAL - TOKEN) + "}$)[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*")
                || domain.length() > MOST_DOMAIN
                || !domain.matches(LABEL + "(\\." + LABEL + ")*")) {
            problems.add(LocalizedText.of(
                    "İmzalı geri dönüş adresi, @ işaretinden önce en çok " + (MOST_LOCAL - TOKEN)
                            + " harf, rakam, nokta, alt çizgi ya da kısa çizgi olan bir e-posta adresi olmalı.",
                    "The signed return path must be a mail address with at most " + (MOST_LOCAL - TOKEN)
                            + " letters, digits, dots, underscores or hyphens before the at sign."));
        }
        if (secret.length < LEAST_SECRET) {
            problems.add(LocalizedText.of(
                    "Geri dönüş adreslerini imzalayan gizli anahtar en az " + LEAST_SECRET + " bayt olmalı.",
                    "The secret that signs return paths must have at least " + LEAST_SECRET + " bytes."));
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new SignedReturnPath(local, domain, secret);
    }

    /**
     * The return path of a message.
     *
     * @param delivery the row of the ledger
     * @return an address
     */
    public String forDelivery(long delivery) {
        return local + "+" + rows.of(delivery) + "@" + domain;
    }

    /**
     * Which message a return path belongs to.
     *
     * @param address an address that a mail came to
     * @return the row of the ledger; empty when it is no such address, or its signature is not ours
     */
    public OptionalLong delivery(String address) {
        Matcher m = form.matcher(address.strip().toLowerCase(Locale.ROOT));
        return m.matches() ? rows.row(m.group(1)) : OptionalLong.empty();
    }

    /**
     * Shows no secret and no address.
     *
     * @return the name of the class
     */
    @Override
    public String toString() {
        return "SignedReturnPath[…]";
    }
}
