package org.peyk.internal.delivery;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import org.peyk.spi.Channel;

/**
 * Folds an address to the mailbox or telephone it means, so that one mailbox written in two ways gets one message.
 *
 * <p>Case does not distinguish mailboxes in practice (RFC 5321 section 2.4 lets it, no university's server does). Turkish programs turn
 * {@code I} into {@code ı} and {@code i} into {@code İ}, so the four are one letter here; no other letters are folded together, as
 * {@code ş} and {@code s} may be different persons.
 */
public final class AddressKey {

    private static final char CAPITAL_DOTTED = '\u0130';
    private static final char SMALL_DOTLESS = '\u0131';
    private static final String COMBINING_DOT = "\u0307";
    private static final char FINAL_SIGMA = '\u03C2';
    private static final char SIGMA = '\u03C3';

    private AddressKey() {}

    /** The key of an address that the channel's transport accepts. */
    public static String of(Channel channel, String address) {
        return channel == Channel.SMS ? number(address) : mail(address);
    }

    private static String mail(String address) {
        String folded = letters(address.strip());
        int at = folded.lastIndexOf('@');
        if (at < 0) {
            return folded;
        }
        return folded.substring(0, at + 1) + domain(folded.substring(at + 1));
    }

    private static String letters(String s) {
        // letters that stand for others in old character sets, as the full-width ones, are those others
        String composed = Normalizer.normalize(s, Normalizer.Form.NFKC);
        String oneI = composed.replace(CAPITAL_DOTTED, 'i')
                .replace(SMALL_DOTLESS, 'i')
                .replace('I', 'i')
                .replace("i" + COMBINING_DOT, "i");
        // the Greek sigma at the end of a word has a small letter of its own
        String small = oneI.toLowerCase(Locale.ROOT).replace(FINAL_SIGMA, SIGMA);
        return Normalizer.normalize(small, Normalizer.Form.NFC);
    }

    private static String domain(String domain) {
        String plain = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
        try {
            return IDN.toASCII(plain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            // not a name that DNS could hold; the transport's own check decides about it
            return plain;
        }
    }

    private static String number(String address) {
        StringBuilder b = new StringBuilder();
        address.chars().filter(c -> (c >= '0' && c <= '9') || c == '+').forEach(c -> b.append((char) c));
        return b.toString();
    }
}
