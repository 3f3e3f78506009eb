package org.peyk.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Keys made while the tests run, by the JDK's own keytool. */
final class TestKeys {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final SSLContext server;
    private final Path store;
    private final Path certificate;

    private TestKeys(SSLContext server, Path store, Path certificate) {
        this.server = server;
        this.store = store;
        this.certificate = certificate;
    }

    /** For this machine, valid now. */
    static TestKeys valid(Path dir) throws Exception {
        return make(dir, "dns:localhost,ip:127.0.0.1", List.of("-validity", "30"));
    }

    /** Valid once, but no longer. */
    static TestKeys expired(Path dir) throws Exception {
        return make(dir, "dns:localhost,ip:127.0.0.1", List.of("-startdate", "-30d", "-validity", "10"));
    }

    /** For another machine. */
    static TestKeys ofAnother(Path dir) throws Exception {
        return make(dir, "dns:other.example", List.of("-validity", "30"));
    }

    /** Signed by an authority of our own; the certificate to trust is that of the authority. */
    static TestKeys signed(Path dir, boolean expired) throws Exception {
        Path folder = Files.createTempDirectory(dir, "ca");
        String store = folder.resolve("key.p12").toString();
        List<String> common = List.of("-storetype", "PKCS12", "-storepass", new String(PASSWORD), "-keystore", store);
        keytool(
                common,
                "-genkeypair",
                "-alias",
                "ca",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=ca",
                "-ext",
                "bc:c");
        keytool(
                common,
                "-genkeypair",
                "-alias",
                "test",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=test");
        Path request = folder.resolve("request.pem");
        Path signed = folder.resolve("signed.pem");
        Path authority = folder.resolve("ca.pem");
        keytool(common, "-certreq", "-alias", "test", "-file", request.toString());
        keytool(
                common,
                "-gencert",
                "-rfc",
                "-alias",
                "ca",
                "-infile",
                request.toString(),
                "-outfile",
                signed.toString(),
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-startdate",
                "-30d",
                "-validity",
                expired ? "10" : "60");
        keytool(common, "-exportcert", "-rfc", "-alias", "ca", "-file", authority.toString());
        keytool(common, "-importcert", "-noprompt", "-alias", "test", "-file", signed.toString());
        KeyStore keys = load(Path.of(store));
        keys.deleteEntry("ca");
        return new TestKeys(context(keys), Path.of(store), authority);
    }

    private static void keytool(List<String> common, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(common);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output;
        try (InputStream in = process.getInputStream()) {
            output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("keytool failed: " + output);
        }
    }

    private static KeyStore load(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    private static TestKeys make(Path dir, String names, List<String> validity) throws Exception {
        Path store = Files.createTempDirectory(dir, "key").resolve("key.p12");
        List<String> arguments = new ArrayList<>(List.of(
                "-genkeypair",
                "-alias",
                "test",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=test",
                "-ext",
                "san=" + names));
        arguments.addAll(validity);
        keytool(
                List.of("-storetype", "PKCS12", "-storepass", new String(PASSWORD), "-keystore", store.toString()),
                arguments.toArray(String[]::new));
        KeyStore keys = load(store);
        Path pem = store.resolveSibling("certificate.pem");
        Files.writeString(
                pem,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getCertificate("test").getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        return new TestKeys(context(keys), store, pem);
    }

    private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    SSLContext server() {
        return server;
    }

    /** The key store, PKCS 12. */
    Path store() {
        return store;
    }

    /** SHA-256 of the public key, as a pin has it. */
    byte[] keyDigest() throws IOException, GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256")
                .digest(load(store).getCertificate("test").getPublicKey().getEncoded());
    }

    /** The key in PEM form, beside the store. */
    Path key() throws IOException, GeneralSecurityException {
        Path pem = store.resolveSibling("key.pem");
        Files.writeString(
                pem,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(
                                        load(store).getKey("test", PASSWORD).getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        return pem;
    }

    /** The certificate in PEM form. */
    Path certificate() {
        return certificate;
    }
}
