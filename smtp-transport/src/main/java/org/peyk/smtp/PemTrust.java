package org.peyk.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
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
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
