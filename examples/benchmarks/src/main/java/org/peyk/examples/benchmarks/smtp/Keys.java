package org.peyk.examples.benchmarks.smtp;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A certificate for the loopback address that lives as long as the measurement, made by the JDK's own tool.
 *
 * @param file with key and certificate
 * @param password of the file
 */
public record Keys(Path file, String password) implements AutoCloseable {

    /**
     * Makes them.
     *
     * @return in a file of their own
     * @throws IOException when the tool could not be run
     * @throws InterruptedException when the thread is asked to stop
     */
    public static Keys make() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("peyk-benchmark");
        Path file = directory.resolve("keys.p12");
        String password = UUID.randomUUID().toString();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "sink",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-ext",
                        "bc:c",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        password)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed: " + said);
        }
        return new Keys(file, password);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        Path directory = file.getParent();
        if (directory != null) {
            Files.deleteIfExists(directory);
        }
    }
}
