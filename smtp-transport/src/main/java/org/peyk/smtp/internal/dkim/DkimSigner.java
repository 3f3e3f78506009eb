package org.peyk.smtp.internal.dkim;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * Signs headers (RFC 6376, RFC 8463): relaxed canonical form of header and body, RSA-SHA256 or Ed25519-SHA256. Two things in a header are
 * covered: the fields that are there, and that no second field of those that people and programs go by is added. May be used by several
 * threads at once.
 */
public final class DkimSigner {
    private static final int LEAST_RSA_BITS = 2048;
    private static final int LINE = 72;

    /** Fields that mean something to readers or receivers and that relays leave alone (RFC 6376 section 5.4.1, RFC 8058 section 4). */
    private static final Set<String> SIGNED = Set.of(
            "from",
            "reply-to",
            "subject",
            "date",
            "to",
            "message-id",
            "in-reply-to",
            "references",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "auto-submitted",
            "precedence",
            "feedback-id");

    /** Named once more than they occur, so that the signature breaks when another one is added (RFC 6376 section 8.15). */
    private static final List<String> OVERSIGNED = List.of(
            "from",
            "to",
            "cc",
            "reply-to",
            "subject",
            "date",
            "message-id",
            "mime-version",
            "content-type",
            "content-transfer-encoding");

    private final String domain;
    private final String selector;
    private final PrivateKey key;
    private final boolean ed25519;

    /**
     * Makes a signer.
     *
     * @param domain the signing domain, in ASCII
     * @param selector under which the public key is published at that domain
     * @param key a usable key, see {@link #usable}
     */
    public DkimSigner(String domain, String selector, PrivateKey key) {
        this.domain = domain;
        this.selector = selector;
        this.key = key;
        this.ed25519 = isEd25519(key);
    }

    /**
     * Whether a key can sign: Ed25519, or RSA with 2048 bits or more, which is what receivers take and RFC 8301 asks for.
     *
     * @param key a private key
     * @return whether a trial signature came about
     */
    public static boolean usable(PrivateKey key) {
        boolean fits =
                isEd25519(key) || (key instanceof RSAKey rsa && rsa.getModulus().bitLength() >= LEAST_RSA_BITS);
        if (!fits) {
            return false;
        }
        try {
            new DkimSigner("trial.invalid", "trial", key).signature("trial");
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean isEd25519(PrivateKey key) {
        return key instanceof EdECKey ed && ed.getParams().getName().equals("Ed25519");
    }

    /**
     * Signs.
     *
     * @param header whole lines with CRLF line ends, perhaps with the empty line that ends the header
     * @param bodySha256 see {@link RelaxedBody#sha256(byte[])}
     * @param now the time of the signature
     * @return a header field with its line end, to be put before the header
     * @throws GeneralSecurityException when the key cannot sign
     */
    public String sign(String header, byte[] bodySha256, Instant now) throws GeneralSecurityException {
        List<RelaxedHeader> fields = RelaxedHeader.all(header);
        List<String> names = new ArrayList<>();
        StringBuilder input = new StringBuilder(header.length() + 512);
        // from the last to the first, as a verifier takes fields of the same name
        for (int i = fields.size() - 1; i >= 0; i--) {
            RelaxedHeader field = fields.get(i);
            if (SIGNED.contains(field.name()) || field.name().startsWith("list-")) {
                names.add(field.name());
                input.append(field.line()).append("\r\n");
            }
        }
        names.addAll(OVERSIGNED);
        String unsigned = "DKIM-Signature: v=1; a=" + (ed25519 ? "ed25519-sha256" : "rsa-sha256")
                + "; c=relaxed/relaxed;\r\n\td=" + domain
                + ";\r\n\ts=" + selector + "; t=" + now.getEpochSecond()
                + ";\r\n\th=" + joined(names)
                + ";\r\n\tbh=" + Base64.getEncoder().encodeToString(bodySha256)
                + ";\r\n\tb=";
        input.append(RelaxedHeader.of(unsigned).line());
        return unsigned + folded(signature(input.toString())) + "\r\n";
    }

    /** The signature of a canonical header. For Ed25519 the digest is what is signed (RFC 8463 section 3). */
    String signature(String canonical) throws GeneralSecurityException {
        byte[] bytes = canonical.getBytes(StandardCharsets.UTF_8);
        Signature signature = Signature.getInstance(ed25519 ? "Ed25519" : "SHA256withRSA");
        signature.initSign(key);
        signature.update(ed25519 ? RelaxedBody.sha256().digest(bytes) : bytes);
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    private static String joined(List<String> names) {
        StringBuilder list = new StringBuilder();
        int column = 0;
        for (String name : names) {
            if (list.length() > 0) {
                list.append(':');
            }
            if (column + name.length() > LINE) {
                list.append("\r\n\t");
                column = 0;
            }
            list.append(name);
            column += name.length() + 1;
        }
        return list.toString();
    }

    private static String folded(String base64) {
        StringBuilder lines = new StringBuilder(base64.length() + 32);
        for (int from = 0; from < base64.length(); from += LINE) {
            lines.append(from == 0 ? "" : "\r\n\t").append(base64, from, Math.min(base64.length(), from + LINE));
        }
        return lines.toString();
    }

    /**
     * Shows no key.
     *
     * @return domain and selector
     */
    @Override
    public String toString() {
        return "DkimSigner[" + selector + "._domainkey." + domain + "]";
    }
}
