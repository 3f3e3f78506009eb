package org.peyk.smtp.internal.message;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * One mail address, of the plain kind only: dot-atom, at sign, domain (RFC 5321 section 4.1.2 without quoted local parts, routes and address
 * literals; RFC 5322 section 3.4 without comments, groups and display names). What is refused here cannot become a second address, another
 * command parameter or another header. Local parts beyond ASCII need SMTPUTF8 (RFC 6531)
 * all the way to the recipient, and are read only where that is asked for.
 *
 * @param local the part before the at sign, as it was given
 * @param domain the domain in ASCII and lower case
 */
public record MailAddress(String local, String domain) {
    private static final int MAX_LOCAL = 64;
    private static final int MAX_ADDRESS = 254;
    private static final String ATOM_SPECIALS = "!#$%&'*+-/=?^_`{|}~";

    /**
     * Reads an address.
     *
     * @param text exactly the address, without blanks around it
     * @return the address, or null when it is none of the plain kind
     */
    public static @Nullable MailAddress parse(String text) {
        return parse(text, false);
    }

    /**
     * Reads an address.
     *
     * @param text exactly the address, without blanks around it
     * @param international whether the local part may hold letters, marks and digits beyond ASCII, in their composed form (NFC)
     * @return the address, or null when it is none of the plain kind
     */
    public static @Nullable MailAddress parse(String text, boolean international) {
        int at = text.indexOf('@');
        if (at < 1 || at > MAX_LOCAL || at != text.lastIndexOf('@') || text.length() > MAX_ADDRESS) {
            return null;
        }
        String local = text.substring(0, at);
        boolean beyond = !isAscii(local);
        int octets = beyond ? local.getBytes(StandardCharsets.UTF_8).length : local.length();
        if (beyond && !(international && octets <= MAX_LOCAL && Normalizer.isNormalized(local, Normalizer.Form.NFC))) {
            return null;
        }
        if (!isDotAtom(local)) {
            return null;
        }
        String domain = HostName.toAscii(text.substring(at + 1));
        return domain == null || octets + 1 + domain.length() > MAX_ADDRESS ? null : new MailAddress(local, domain);
    }

    private static boolean isDotAtom(String local) {
        int before = '.';
        for (int i = 0; i < local.length(); i += Character.charCount(before)) {
            int c = local.codePointAt(i);
            boolean atom = isWord(c)
                    || (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || ATOM_SPECIALS.indexOf(c) >= 0;
            if (!atom && (c != '.' || before == '.')) {
                return false;
            }
            before = c;
        }
        return before != '.';
    }

    /** Beyond ASCII only what words are made of: nothing that is invisible, turns the direction of writing, or is no character at all. */
    private static boolean isWord(int c) {
        int type = Character.getType(c);
        return c >= 0x80
                && (Character.isLetterOrDigit(c)
                        || type == Character.NON_SPACING_MARK
                        || type == Character.COMBINING_SPACING_MARK);
    }

    /**
     * Whether it holds ASCII alone, so that every server takes it.
     *
     * @return whether it does
     */
    public boolean isAscii() {
        return isAscii(local);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /**
     * The address as it goes on the wire.
     *
     * @return local part, at sign, domain
     */
    public String wire() {
        return local + "@" + domain;
    }

    @Override
    public String toString() {
        return "MailAddress[…]";
    }
}
