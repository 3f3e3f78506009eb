package org.peyk.smtp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;

/**
 * A private key in a PEM file, read when the settings are checked.
 *
 * @param domain the signing domain
 * @param selector names the key
 * @param file the file
 */
record PemKey(String domain, String selector, Path file) {
    private static final ConfigProblem UNREADABLE = new ConfigProblem(
            "SMTP-CFG-DKIM",
            LocalizedText.of(
                    "DKIM anahtar dosyası okunamıyor ya da içinde PKCS #8 biçiminde, şifresiz bir RSA ya da Ed25519 anahtarı yok"
                            + " (dönüştürmek için: openssl pkcs8 -topk8 -nocrypt).",
                    "The DKIM key file cannot be read or holds no RSA or Ed25519 key in PKCS #8 form without encryption"
                            + " (to convert: openssl pkcs8 -topk8 -nocrypt)."));

    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    /**
     * The keys of all files behind those that are there.
     *
     * @param problems what is wrong with the files is added here
     */
    static List<DkimKey> readAll(List<PemKey> files, List<DkimKey> others, List<ConfigProblem> problems) {
        List<DkimKey> keys = new ArrayList<>(others);
        for (PemKey file : files) {
            DkimKey key = file.read();
            if (key == null) {
                problems.add(UNREADABLE);
            } else {
                keys.add(key);
            }
        }
        return keys;
    }

    /** The key, or null when the file cannot be read or holds none. */
    private @Nullable DkimKey read() {
        try {
            Matcher pem = PKCS8.matcher(Files.readString(file, StandardCharsets.US_ASCII));
            if (!pem.find()) {
                return null;
            }
            byte[] der = Base64.getMimeDecoder().decode(pem.group(1));
            for (String algorithm : List.of("RSA", "Ed25519")) {
                PrivateKey key = parse(algorithm, der);
                if (key != null) {
                    return new DkimKey(domain, selector, key);
                }
            }
            return null;
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable PrivateKey parse(String algorithm, byte[] der) {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            // of another algorithm, or none at all
            return null;
        }
    }
}
