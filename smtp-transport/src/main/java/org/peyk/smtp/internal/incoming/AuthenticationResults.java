package org.peyk.smtp.internal.incoming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.peyk.spi.mailbox.SenderAuthentication;

/**
 * What a mail server of the university found out about a mail's sender (RFC 8601). Of all Authentication-Results fields only the topmost one with
 * the configured authserv-id counts: anybody can write the others, and the server removes those that pretend to be its own (section 5).
 *
 * <p>It vouches for the From address by {@code dmarc=pass} for its domain (RFC 7489), by a signature {@code dkim=pass} of exactly that
 * domain, or by {@code auth=pass} when somebody logged in under exactly that address to send it (section 2.7.4).
 */
final class AuthenticationResults {

    private AuthenticationResults() {}

    private record Result(String method, String value, Map<String, String> properties) {}

    /**
     * Reads the verdict.
     *
     * @param server the authserv-id that is trusted
     * @param sender the address of the From field
     */
    static SenderAuthentication of(Headers headers, String server, String sender) {
        String address = ascii(sender);
        String domain = address.substring(address.lastIndexOf('@') + 1);
        for (String field : headers.all("authentication-results")) {
            List<String> parts = parts(withoutComments(field));
            if (!parts.isEmpty() && ascii(parts.get(0).split("\\s+")[0]).equals(ascii(server))) {
                List<Result> results = new ArrayList<>();
                parts.subList(1, parts.size()).forEach(p -> add(results, p));
                return verdict(results, address, domain);
            }
        }
        return SenderAuthentication.NONE;
    }

    private static SenderAuthentication verdict(List<Result> results, String address, String domain) {
        boolean pass = false;
        boolean fail = false;
        for (Result r : results) {
            if (r.method.equals("dmarc")) {
                String about = r.properties.getOrDefault("header.from", domain);
                if (!r.value.equals("pass")) {
                    // whatever else passed, the owner of the domain says that this is not its mail
                    fail = fail || r.value.equals("fail");
                } else {
                    pass = pass || domainOf(about).equals(domain);
                }
            } else if (r.value.equals("pass")) {
                pass = pass
                        || (r.method.equals("dkim") && signer(r).equals(domain))
                        || (r.method.equals("auth")
                                && r.properties.getOrDefault("smtp.auth", "").equals(address));
            }
        }
        return fail ? SenderAuthentication.FAIL : pass ? SenderAuthentication.PASS : SenderAuthentication.NONE;
    }

    private static String signer(Result r) {
        String d = r.properties.get("header.d");
        return d == null ? domainOf(r.properties.getOrDefault("header.i", "")) : d;
    }

    private static String domainOf(String value) {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    private static void add(List<Result> results, String part) {
        String[] tokens = part.replaceAll("\\s*=\\s*", "=").strip().split("\\s+");
        int equals = tokens[0].indexOf('=');
        if (equals < 1) {
            return;
        }
        String method = ascii(tokens[0].substring(0, equals)).replaceAll("\\s*/.*", "");
        Map<String, String> properties = new HashMap<>();
        for (int i = 1; i < tokens.length; i++) {
            int at = tokens[i].indexOf('=');
            if (at > 0) {
                // the first of a name counts: a second one would be somebody's trick
                properties.putIfAbsent(ascii(tokens[i].substring(0, at)), ascii(unquoted(tokens[i].substring(at + 1))));
            }
        }
        results.add(new Result(method, ascii(tokens[0].substring(equals + 1)), properties));
    }

    private static String unquoted(String s) {
        return s.length() > 1 && s.startsWith("\"") && s.endsWith("\"") ? s.substring(1, s.length() - 1) : s;
    }

    /** Parts between semicolons that are not in quotes. */
    private static List<String> parts(String field) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            quoted = (c == '"') != quoted;
            if (c == ';' && !quoted) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                // a blank in quotes must not part a value
                part.append(quoted && c == ' ' ? '_' : c);
            }
        }
        parts.add(part.toString().strip());
        return parts;
    }

    /** Comments may be nested, and stand anywhere but in quotes (RFC 5322 section 3.2.2). */
    private static String withoutComments(String field) {
        StringBuilder rest = new StringBuilder(field.length());
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '\\' && (depth > 0 || quoted)) {
                i++;
            } else if (depth == 0 && c == '"') {
                quoted = !quoted;
                rest.append(c);
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')' && depth > 0) {
                depth--;
                rest.append(' ');
            } else if (depth == 0) {
                rest.append(c);
            }
        }
        return rest.toString();
    }

    /** Lower case for ASCII letters alone, so that no other letter becomes one. */
    private static String ascii(String s) {
        return s.chars().allMatch(c -> c < 128) ? s.toLowerCase(Locale.ROOT) : s;
    }
}
