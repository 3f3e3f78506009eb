package org.peyk.smtp.internal.message;

import org.jspecify.annotations.Nullable;

/**
 * One mail address, of the plain kind only: dot-atom, at sign, domain (RFC 5321 section 4.1.2 without quoted local parts, routes and address
 * literals; RFC 5322 section 3.4 without comments, groups and display names). What is refused here cannot become a second address, another
 * command parameter or another header. Local parts beyond ASCII are refused, for they need SMTPUTF8 (RFC 6531) all the way to the recipient.
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
        int at = text.indexOf('@');
        if (at < 1 || at > MAX_LOCAL || at != text.lastIndexOf('@') || text.length() > MAX_ADDRESS) {
            return null;
        }
        String local = text.substring(0, at);
        if (!isDotAtom(local)) {
            return null;
        }
        String domain = HostName.toAscii(text.substring(at + 1));
        return domain == null || at + 1 + domain.length() > MAX_ADDRESS ? null : new MailAddress(local, domain);
    }

    private static boolean isDotAtom(String local) {
        char before = '.';
        for (int i = 0; i < local.length(); i++) {
            char c = local.charAt(i);
            boolean atom = (c >= 'a' && c <= 'z')
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
