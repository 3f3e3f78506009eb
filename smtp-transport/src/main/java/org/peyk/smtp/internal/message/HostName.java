package org.peyk.smtp.internal.message;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of hosts and domains, as they may be written to a socket. */
public final class HostName {
    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:.*:)[0-9A-Fa-f:.]{2,45}");
    private static final int MAX_DOMAIN = 253;
    private static final int MAX_LABEL = 63;

    private HostName() {}

    /**
     * The form of a domain that goes on the wire: lower case, and international names in their ASCII form (RFC 5890).
     *
     * @param domain a domain, without trailing dot
     * @return the ASCII form, or null when it is no domain
     */
    public static @Nullable String toAscii(String domain) {
        if (isPlain(domain)) {
            return domain;
        }
        if (domain.isEmpty() || domain.length() > MAX_DOMAIN || Unsafe.indexIn(domain) >= 0 || hasInvisible(domain)) {
            return null;
        }
        String ascii;
        try {
            ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return null;
        }
        if (ascii.length() > MAX_DOMAIN) {
            return null;
        }
        String last = "";
        for (String label : ascii.split("\\.", -1)) {
            if (!LABEL.matcher(label).matches()) {
                return null;
            }
            last = label;
        }
        // what ends in a number is an address written as a name (RFC 3696 section 2)
        return last.chars().allMatch(c -> c >= '0' && c <= '9') ? null : ascii;
    }

    /** Whether it is in its final form already, as nearly all are: labels of small letters, digits and hyphens, the last with a letter. */
    private static boolean isPlain(String domain) {
        int label = 0;
        boolean letters = false;
        char before = '.';
        for (int i = 0; i < domain.length(); i++) {
            char c = domain.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            if (c == '.') {
                if (label == 0 || label > MAX_LABEL || before == '-') {
                    return false;
                }
                label = 0;
                letters = false;
            } else if (letter || (c >= '0' && c <= '9') || (c == '-' && label > 0)) {
                label++;
                letters |= letter;
            } else {
                return false;
            }
            before = c;
        }
        return letters && label <= MAX_LABEL && before != '-' && domain.length() <= MAX_DOMAIN;
    }

    /**
     * Whether a connection can be opened to it.
     *
     * @param host a domain, or an IPv4 or IPv6 address without brackets
     * @return whether it is one
     */
    public static boolean isHost(String host) {
        return IPV4.matcher(host).matches() || IPV6.matcher(host).matches() || toAscii(host) != null;
    }

    /**
     * Whether it is this machine itself, so that nothing that is sent there crosses a network.
     *
     * @param host a domain or address
     * @return whether it is a loopback address or the name for one (RFC 6761 section 6.3)
     */
    public static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("::1")
                || (IPV4.matcher(host).matches() && host.startsWith("127."));
    }

    /**
     * Whether it may follow EHLO (RFC 5321 section 4.1.1.1).
     *
     * @param name a domain in ASCII, or an address literal
     * @return whether it is one
     */
    public static boolean isEhloName(String name) {
        if (name.startsWith("[") && name.endsWith("]")) {
            String inner = name.substring(1, name.length() - 1);
            return IPV4.matcher(inner).matches()
                    || (inner.startsWith("IPv6:")
                            && IPV6.matcher(inner.substring(5)).matches());
        }
        return name.chars().allMatch(c -> c < 0x80) && toAscii(name) != null;
    }

    /** Soft hyphens, joiners and their like vanish in the ASCII form, so that two different names would become one. */
    private static boolean hasInvisible(String domain) {
        return domain.codePoints().anyMatch(c -> Character.getType(c) == Character.FORMAT);
    }
}
