package org.peyk.smtp.internal.dkim;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The public half of a key as it stands in the DNS (RFC 6376 section 3.6.1, RFC 8463 section 4). */
public final class PublishedKey {
    /** What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
    private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final byte[] SAMPLE = "peyk".getBytes(StandardCharsets.US_ASCII);

    private PublishedKey() {}

    /**
     * Whether what one signs with the private key is verified with the published one.
     *
     * @param record the text of the record
     * @param key RSA or Ed25519
     * @return whether they belong together; false for a record that holds no key, such as one that was withdrawn
     */
    public static boolean belongsTo(String record, PrivateKey key) {
        Map<String, String> tags = tags(record);
        String type = tags.getOrDefault("k", "rsa");
        boolean rsa = key.getAlgorithm().equals("RSA");
        if (!type.equals(rsa ? "rsa" : "ed25519")
                || !tags.getOrDefault("v", "DKIM1").equals("DKIM1")) {
            return false;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(tags.getOrDefault("p", ""));
            Signature algorithm = Signature.getInstance(rsa ? "SHA256withRSA" : "Ed25519");
            algorithm.initSign(key);
            algorithm.update(SAMPLE);
            byte[] signature = algorithm.sign();
            algorithm.initVerify(rsa ? decode("RSA", bytes) : decode("Ed25519", withPrefix(bytes)));
            algorithm.update(SAMPLE);
            return algorithm.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // what cannot be read as a key verifies nothing
            return false;
        }
    }

    private static PublicKey decode(String algorithm, byte[] bytes) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(bytes));
    }

    private static byte[] withPrefix(byte[] raw) {
        byte[] whole = new byte[ED25519_PREFIX.length + raw.length];
        System.arraycopy(ED25519_PREFIX, 0, whole, 0, ED25519_PREFIX.length);
        System.arraycopy(raw, 0, whole, ED25519_PREFIX.length, raw.length);
        return whole;
    }

    private static Map<String, String> tags(String record) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String tag : record.split(";")) {
            int equals = tag.indexOf('=');
            if (equals > 0) {
                tags.put(
                        tag.substring(0, equals).strip(),
                        tag.substring(equals + 1).replaceAll("\\s", ""));
            }
        }
        return tags;
    }
}
