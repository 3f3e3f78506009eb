package org.peyk.smtp;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;

/**
 * Trusts a server by its key: the SHA-256 of the SubjectPublicKeyInfo must be one of those given. Where certificates are named besides, they
 * must vouch for it too; else the key alone decides, and neither names nor dates in its certificate are looked at (as for DANE-EE, RFC 7671
 * section 5.1).
 */
final class PinnedTrust implements Supplier<SSLContext> {
    private static final int DIGEST_BYTES = 32;

    private final List<String> pins;
    private final @Nullable PemTrust besides;

    PinnedTrust(List<String> pins, @Nullable PemTrust besides) {
        this.pins = List.copyOf(pins);
        this.besides = besides;
    }

    @Override
    public SSLContext get() {
        try {
            PemTrust pem = besides;
            TrustManager[] managers = pem == null ? new TrustManager[] {new Pinned(null)} : pem.managers(Pinned::new);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform's TLS cannot be set up", e);
        }
    }

    /** What is wrong with what was given; empty when it can be used. */
    List<ConfigProblem> problems() {
        if (pins.stream().allMatch(p -> digest(p) != null)) {
            return List.of();
        }
        return List.of(
                new ConfigProblem(
                        "SMTP-CFG-PIN",
                        LocalizedText.of(
                                "Sabitlenen anahtar (pin), sunucunun açık anahtarının SHA-256 özeti olmalı: sha256/ ve Base64 ya da 64 onaltılık basamak.",
                                "A pin must be the SHA-256 of the server's public key: sha256/ and Base64, or 64 hexadecimal digits.")));
    }

    /** In Base64 with or without {@code sha256/} or {@code sha256//} before it, or in hexadecimal digits with or without colons. */
    private static byte @Nullable [] digest(String pin) {
        String text = pin.strip();
        try {
            byte[] digest;
            if (text.matches("(?i)([0-9a-f]{2}:?){" + DIGEST_BYTES + "}")) {
                digest = HexFormat.of().parseHex(text.replace(":", "").toLowerCase(Locale.ROOT));
            } else {
                digest = Base64.getDecoder().decode(text.replaceFirst("^(?i:sha256)//?", ""));
            }
            return digest.length == DIGEST_BYTES ? digest : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void requirePinned(X509Certificate[] chain) throws CertificateException {
        byte[] key;
        try {
            key = MessageDigest.getInstance("SHA-256")
                    .digest(chain[0].getPublicKey().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new CertificateException("SHA-256 is missing", e);
        }
        for (String pin : pins) {
            byte[] digest = digest(pin);
            if (digest != null && MessageDigest.isEqual(digest, key)) {
                return;
            }
        }
        throw new CertificateException("the server's key is none of the pinned ones");
    }

    /** Asks for the key, and before that whoever has to vouch for it. */
    private final class Pinned extends X509ExtendedTrustManager {
        private final @Nullable X509ExtendedTrustManager before;

        Pinned(@Nullable X509ExtendedTrustManager before) {
            this.before = before;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            if (before != null) {
                before.checkServerTrusted(chain, authType, socket);
            }
            requirePinned(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
                throws CertificateException {
            if (before != null) {
                before.checkServerTrusted(chain, authType, engine);
            }
            requirePinned(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            if (before != null) {
                before.checkServerTrusted(chain, authType);
            }
            requirePinned(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            throw nobody();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
                throws CertificateException {
            throw nobody();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw nobody();
        }

        private static CertificateException nobody() {
            return new CertificateException("this side is no server");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return before == null ? new X509Certificate[0] : before.getAcceptedIssuers();
        }
    }
}
