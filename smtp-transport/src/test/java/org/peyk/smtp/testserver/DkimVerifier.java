package org.peyk.smtp.testserver;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Verifies DKIM signatures (RFC 6376 section 6, RFC 8463) as a receiver does, from the bytes of a message alone. Shares nothing with the
 * signer, so that a mistake in one of them shows.
 */
public final class DkimVerifier {
    private final Map<String, PublicKey> dns;

    /** Knows the keys of names such as {@code selector._domainkey.domain}. */
    public DkimVerifier(Map<String, PublicKey> dns) {
        this.dns = dns;
    }

    /** What is found for each signature from the top: {@code pass}, or why not. */
    public List<String> verify(byte[] message) throws GeneralSecurityException {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        List<String> fields = List.of(text.substring(0, end).split("\r\n(?![ \t])"));
        String body = text.substring(end + 4);
        List<String> found = new ArrayList<>();
        for (String field : fields) {
            if (name(field).equals("dkim-signature")) {
                found.add(verify(field, fields, body));
            }
        }
        return found;
    }

    /** The tags of a signature field. */
    public static Map<String, String> tags(String field) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String tag : field.substring(field.indexOf(':') + 1).split(";")) {
            String[] pair = tag.split("=", 2);
            if (tags.put(pair[0].strip(), pair[1].replaceAll("[ \t\r\n]", "")) != null) {
                throw new IllegalArgumentException("a tag stands twice");
            }
        }
        return tags;
    }

    private String verify(String field, List<String> fields, String body) throws GeneralSecurityException {
        Map<String, String> tags = tags(field);
        if (!"1".equals(tags.get("v")) || !"relaxed/relaxed".equals(tags.get("c")) || tags.containsKey("l")) {
            return "unsupported";
        }
        PublicKey key = dns.get(tags.get("s") + "._domainkey." + tags.get("d"));
        if (key == null) {
            return "no key";
        }
        byte[] bodyHash = sha256(relaxedBody(body).getBytes(StandardCharsets.ISO_8859_1));
        if (!MessageDigest.isEqual(bodyHash, Base64.getDecoder().decode(tags.get("bh")))) {
            return "body";
        }
        List<String> names =
                List.of(tags.getOrDefault("h", "").toLowerCase(Locale.ROOT).split(":"));
        if (!names.contains("from")) {
            return "from not signed";
        }
        List<String> left = new ArrayList<>(fields);
        StringBuilder input = new StringBuilder();
        for (String wanted : names) {
            for (int i = left.size() - 1; i >= 0; i--) {
                if (name(left.get(i)).equals(wanted)) {
                    input.append(relaxedField(left.remove(i))).append("\r\n");
                    break;
                }
            }
        }
        input.append(relaxedField(field.replaceFirst("(?s)([;\\s]b=)[^;]*", "$1")));
        byte[] signed = input.toString().getBytes(StandardCharsets.ISO_8859_1);
        boolean edwards = "ed25519-sha256".equals(tags.get("a"));
        Signature signature = Signature.getInstance(edwards ? "Ed25519" : "SHA256withRSA");
        signature.initVerify(key);
        signature.update(edwards ? sha256(signed) : signed);
        return signature.verify(Base64.getDecoder().decode(tags.get("b"))) ? "pass" : "signature";
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String name(String field) {
        return field.substring(0, field.indexOf(':')).strip().toLowerCase(Locale.ROOT);
    }

    private static String relaxedField(String field) {
        String value = field.substring(field.indexOf(':') + 1)
                .replace("\r\n", "")
                .replaceAll("[ \t]+", " ")
                .replaceAll("^ | $", "");
        return name(field) + ":" + value;
    }

    private static String relaxedBody(String body) {
        String lines = body.replaceAll("[ \t]+", " ").replace(" \r\n", "\r\n").replaceAll("(?:\r\n)+\\z", "");
        return lines.isEmpty() ? "" : lines + "\r\n";
    }
}
