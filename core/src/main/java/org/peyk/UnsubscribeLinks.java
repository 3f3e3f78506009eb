package org.peyk;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.Purpose;
import org.peyk.spi.transport.Header;

/**
 * Links by which a recipient says that he wants no more mail of a kind (RFC 2369 {@code List-Unsubscribe}, RFC 8058 one click). Each names its
 * message by a signed number and holds no address. Only some purposes have them: what an institution has to tell its people is no list that one
 * can leave, while invitations and greetings are.
 *
 * <p>The portal answers at the link: a {@code GET} with a page that asks (programs that look at links must unsubscribe nobody), a {@code POST}
 * of {@code List-Unsubscribe=One-Click} at once, without asking who it is or for a cookie. {@link Sending#unsubscriber} tells whom it is about,
 * and {@link Exclusions#unsubscribe} leaves him out of such mails from then on. Immutable, for use by all threads.
 */
public final class UnsubscribeLinks {
    /** What stands for the signed number in a template. */
    public static final String TOKEN = "{token}";

    /** The purposes that have links unless others are named: invitations and celebrations. */
    public static final Set<Purpose> DEFAULT_PURPOSES = Set.of(Purpose.INVITATION, Purpose.CELEBRATION);

    private static final int MOST_TEMPLATE = 400;
    private static final String USE = "peyk-unsubscribe-1";

    private final String before;
    private final String after;
    private final SignedRow rows;
    private final Set<Purpose> purposes;

    private UnsubscribeLinks(String before, String after, SignedRow rows, Set<Purpose> purposes) {
        this.before = before;
        this.after = after;
        this.rows = rows;
        this.purposes = purposes;
    }

    /**
     * Links for {@link #DEFAULT_PURPOSES}.
     *
     * @param template an {@code https} URL with {@value #TOKEN} once in its path or query, such as
     *     {@code https://duyuru.ornek.edu.tr/ayril?m=}{@value #TOKEN}
     * @param secret random bytes that are kept outside of the store and the same on all nodes; at least
     *     {@link SignedReturnPath#LEAST_SECRET}. May be that of the return paths
     * @return the links
     * @throws ConfigurationException naming everything that is wrong
     */
    public static UnsubscribeLinks of(String template, byte[] secret) {
        List<LocalizedText> problems = new ArrayList<>();
        if (!usable(template)) {
            problems.add(LocalizedText.of(
                    "Abonelikten ayrılma bağlantısı https ile başlamalı, yolunda ya da sorgusunda bir kez " + TOKEN
                            + " içermeli ve en çok " + MOST_TEMPLATE + " ASCII karakter olmalı.",
                    "The unsubscribe link must begin with https, hold " + TOKEN
                            + " once in its path or query, and have at most " + MOST_TEMPLATE + " ASCII characters."));
        }
        if (secret.length < SignedRow.LEAST_SECRET) {
            problems.add(LocalizedText.of(
                    "Ayrılma bağlantılarını imzalayan gizli anahtar en az " + SignedRow.LEAST_SECRET + " bayt olmalı.",
                    "The secret that signs unsubscribe links must have at least " + SignedRow.LEAST_SECRET
                            + " bytes."));
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        int at = template.indexOf(TOKEN);
        return new UnsubscribeLinks(
                template.substring(0, at),
                template.substring(at + TOKEN.length()),
                new SignedRow(USE, secret),
                DEFAULT_PURPOSES);
    }

    private static boolean usable(String template) {
        int at = template.indexOf(TOKEN);
        if (at < 0
                || template.indexOf(TOKEN, at + 1) >= 0
                || template.length() > MOST_TEMPLATE
                || template.chars().anyMatch(c -> c <= ' ' || c >= 0x7F)) {
            return false;
        }
        try {
            URI uri = new URI(template.replace(TOKEN, "1.a"));
            int path = template.indexOf('/', "https://".length());
            int query = template.indexOf('?');
            return "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && ((path >= 0 && path < at) || (query >= 0 && query < at));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /**
     * The same for other purposes.
     *
     * @param values which; perhaps none
     * @return the links
     * @throws ConfigurationException when {@link Purpose#OUTAGE} or {@link Purpose#EMERGENCY} is among them: nobody can leave those
     */
    public UnsubscribeLinks forPurposes(Set<Purpose> values) {
        if (values.contains(Purpose.EMERGENCY) || values.contains(Purpose.OUTAGE)) {
            throw new ConfigurationException(List.of(LocalizedText.of(
                    "Acil durum ve kesinti duyurularından ayrılınamaz.",
                    "Nobody can unsubscribe from emergencies and outages.")));
        }
        return new UnsubscribeLinks(before, after, rows, Set.copyOf(values));
    }

    /**
     * The purposes whose messages have links.
     *
     * @return the purposes
     */
    public Set<Purpose> purposes() {
        return purposes.isEmpty() ? Set.of() : EnumSet.copyOf(purposes);
    }

    /**
     * The link of a message.
     *
     * @param delivery the row of the ledger
     * @return a URL without an address in it
     */
    public String forDelivery(long delivery) {
        return before + rows.of(delivery) + after;
    }

    /**
     * The header fields of a message: both of them, or none.
     *
     * @param purpose what it is for
     * @param delivery the row of the ledger
     * @return {@code List-Unsubscribe} and {@code List-Unsubscribe-Post}; empty for a purpose that has no links
     */
    public List<Header> headers(Purpose purpose, long delivery) {
        return purposes.contains(purpose)
                ? List.of(
                        new Header("List-Unsubscribe", "<" + forDelivery(delivery) + ">"),
                        new Header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))
                : List.of();
    }

    /**
     * Which message a link belongs to. {@link Sending#unsubscriber} tells whom it was for.
     *
     * @param token what stood in the place of {@value #TOKEN}
     * @return the row of the ledger; empty when it is no such text, or its signature is not ours
     */
    public OptionalLong delivery(String token) {
        return rows.row(token.toLowerCase(Locale.ROOT));
    }

    /**
     * Shows no secret.
     *
     * @return the name of the class
     */
    @Override
    public String toString() {
        return "UnsubscribeLinks[…]";
    }
}
