package org.peyk.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.peyk.spi.LocalizedText;

/** Trusts the certificates of a PEM file, and no others. */
final class PemTrust implements Supplier<SSLContext> {
    private final Path file;

    PemTrust(Path file) {
        this.file = file;
    }

    @Override
    public SSLContext get() {
        try {
            return read();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the trusted certificates can no longer be read", e);
        }
    }

    /** What is wrong with the file; empty when it can be used. */
    List<ConfigProblem> problems(String code) {
        try {
            read();
            return List.of();
        } catch (IOException | GeneralSecurityException e) {
            return List.of(new ConfigProblem(
                    code,
                    LocalizedText.of(
                            "Güvenilen sertifika dosyası okunamıyor ya da içinde PEM biçiminde sertifika yok.",
                            "The file of trusted certificates cannot be read or holds no certificate in PEM form.")));
        }
    }

    private SSLContext read() throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, read(x509 -> x509), null);
        return context;
    }

    /** What decides about certificates, each with something around it. */
    TrustManager[] managers(UnaryOperator<X509ExtendedTrustManager> around) {
        try {
            return read(around);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the trusted certificates can no longer be read", e);
        }
    }

    private TrustManager[] read(UnaryOperator<X509ExtendedTrustManager> around)
            throws IOException, GeneralSecurityException {
        Collection<? extends Certificate> certificates;
        try (InputStream in = Files.newInputStream(file)) {
            certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
        }
        if (certificates.isEmpty()) {
            throw new IOException("no certificate");
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int i = 0;
        for (Certificate certificate : certificates) {
            store.setCertificateEntry("trusted-" + i++, certificate);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        List<TrustManager> managers = new ArrayList<>();
        for (TrustManager manager : factory.getTrustManagers()) {
            if (!(manager instanceof X509ExtendedTrustManager x509)) {
                throw new GeneralSecurityException("the platform's trust manager is of an unknown kind");
            }
            managers.add(around.apply(new ValidNow(x509)));
        }
        return managers.toArray(TrustManager[]::new);
    }

    /** The platform does not ask whether a certificate that is itself trusted has expired. */
    private static final class ValidNow extends X509ExtendedTrustManager {
        private final X509ExtendedTrustManager platform;

        ValidNow(X509ExtendedTrustManager platform) {
            this.platform = platform;
        }

        private static void requireValid(X509Certificate[] chain) throws CertificateException {
            for (X509Certificate certificate : chain) {
                certificate.checkValidity();
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            requireValid(chain);
            platform.checkServerTrusted(chain, authType, socket);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
                throws CertificateException {
            requireValid(chain);
            platform.checkServerTrusted(chain, authType, engine);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            requireValid(chain);
            platform.checkServerTrusted(chain, authType);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            platform.checkClientTrusted(chain, authType, socket);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
                throws CertificateException {
            platform.checkClientTrusted(chain, authType, engine);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            platform.checkClientTrusted(chain, authType);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return platform.getAcceptedIssuers();
        }
    }
}
