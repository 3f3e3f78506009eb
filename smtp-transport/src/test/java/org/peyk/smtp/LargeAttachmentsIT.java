package org.peyk.smtp;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peyk.smtp.testserver.DiscardingSmtpServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Five megabytes for each of five hundred people go through a process that has 64 MB, and it needs no more at the end than at the beginning. */
@Timeout(400)
class LargeAttachmentsIT {
    private static final int ATTACHMENT = 5 << 20;
    private static final long ROOM = 4L << 20;

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "{0} messages, window {1}, each text its own: {2}")
    @CsvSource({"500, 0, false", "500, 4, false", "100, 0, true"})
    void littleMemoryIsEnough(int messages, int window, boolean personal) throws Exception {
        Path file = directory.resolve("attachment");
        byte[] bytes = new byte[ATTACHMENT];
        new Random(5).nextBytes(bytes);
        Files.write(file, bytes);
        try (DiscardingSmtpServer server = new DiscardingSmtpServer()) {
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            LargeAttachmentsChild.class.getName(),
                            String.valueOf(server.port()),
                            file.toString(),
                            String.valueOf(messages),
                            String.valueOf(window),
                            String.valueOf(personal))
                    .redirectErrorStream(true)
                    .start();
            try {
                String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
                assertThat(child.exitValue()).as(said).isZero();
                assertThat(server.messages()).isEqualTo(messages);
                assertThat(server.bytes()).isGreaterThan(messages * (ATTACHMENT * 4L / 3));
                List<Long> used = said.lines()
                        .filter(l -> l.matches("\\d+"))
                        .map(Long::parseLong)
                        .toList();
                assertThat(used).hasSize(5);
                assertThat(used.get(4)).as("in use on the way: " + used).isLessThan(used.get(0) + ROOM);
            } finally {
                child.destroyForcibly();
            }
        }
    }
}
