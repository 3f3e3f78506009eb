package org.peyk.examples.sms.smpp;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.examples.sms.smsc.ShortMessageCentre;
import org.peyk.spi.tck.RecordingFeed;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryOutcome.Accepted;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.TransportException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Encrypted, and to the right centre only. */
class SmppTlsTest {

    private static final char[] PASSWORD = "degistir".toCharArray();

    @TempDir
    private Path directory;

    @Test
    void sendsOverAnEncryptedLineWhoseCertificateIsTheHosts() throws Exception {
        SSLContext tls = context(keys("ip:127.0.0.1"));
        try (ShortMessageCentre centre = ShortMessageCentre.start("peyk", "parola", tls.getServerSocketFactory());
                SmppTransport transport = transport(centre, tls)) {
            List<Delivery> deliveries = Post.deliveries(Post.TWO_PARTS, 0, 3);
            RecordingFeed feed = RecordingFeed.of(deliveries);
            assertThat(Post.send(transport, feed)).isTrue();
            for (Delivery delivery : deliveries) {
                Post.outcome(Accepted.class, feed, delivery);
            }
            assertThat(centre.taken()).hasSize(3);
        }
    }

    @Test
    void aCertificateOfAnotherHostGetsNoPassword() throws Exception {
        SSLContext tls = context(keys("dns:baska.example"));
        try (ShortMessageCentre centre = ShortMessageCentre.start("peyk", "parola", tls.getServerSocketFactory());
                SmppTransport transport = transport(centre, tls)) {
            TransportException e = catchThrowableOfType(TransportException.class, transport::open);
            assertThat(e.code()).isEqualTo("SMPP-CONNECT");
            assertThat(e.scope()).isEqualTo(FailureScope.SESSION);
            assertThat(centre.binds()).isZero();
        }
    }

    private static SmppTransport transport(ShortMessageCentre centre, SSLContext tls) {
        return new SmppTransport(SmppConfig.builder(centre.host(), centre.port(), "peyk", "parola", "UNIVERSITE")
                .tls(tls)
                .responseTimeout(Duration.ofSeconds(20))
                .build());
    }

    /** A key that its own certificate vouches for, for one name. */
    private Path keys(String name) throws Exception {
        Path store = directory.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "smsc",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=smsc",
                        "-ext",
                        "san=" + name,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
        return store;
    }

    private static SSLContext context(Path keys) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("smsc", store.getCertificate("smsc"));
        TrustManagerFactory others = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        others.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), others.getTrustManagers(), null);
        return context;
    }
}
