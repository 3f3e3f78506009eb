package org.peyk.examples.quickstart;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs the program as its reader would. */
class QuickstartIT {

    private static final Path JAR = Path.of("target/quickstart.jar").toAbsolutePath();
    private static final long PATIENCE_SECONDS = 180;
    private static final String UNMASKED = "[\\p{L}\\p{N}]{2,}@[\\p{L}\\p{N}]";

    @TempDir
    private Path directory;

    private record Run(int code, String out, String err) {}

    @Test
    void theStoryIsToldTwiceInOneDirectoryFirstInTurkishThenInEnglish() throws Exception {
        Run turkish = run();
        assertThat(turkish.err()).isEmpty();
        assertThat(turkish.out())
                .contains(
                        "Onaya sunulmadı (PEYK-201)",
                        "• Yer:",
                        "• Düzenleyen:",
                        "Evrak sayısı (EBYS)",
                        "Onaya sunulmadı (PEYK-202)",
                        "(gizli sayfa)",
                        "Neden bu onay?",
                        "Verilmiş onay düştü; durum: Onay bekliyor",
                        "kabul edilmez (PEYK-301)",
                        "durum: Onaylandı",
                        "%100  1.951/1.951",
                        "durum: Gönderildi",
                        "Otomatik yanıt: sayıldı",
                        "Mühendislik Fakültesi Dekanlığı birimine yönlendirildi",
                        "Planlanan 1.951 = toplam 1.951",
                        "olayın zinciri doğrulandı",
                        "✓ Tamam:")
                .doesNotContain("TUTMADI")
                .doesNotContainPattern(UNMASKED);
        assertThat(turkish.code()).isZero();
        assertThatThePageIsWhole("tr");

        Run english = run("--lang", "en");
        assertThat(english.err()).isEmpty();
        assertThat(english.out())
                .contains(
                        "Not submitted (PEYK-201)",
                        "Why this approval?",
                        "The approval given is void; state: In approval",
                        "refused (PEYK-301)",
                        "100%  1,951/1,951",
                        "Planned 1,951 = sum 1,951",
                        "✓ Done:")
                .doesNotContain("DO NOT HOLD")
                .doesNotContainPattern(UNMASKED);
        assertThat(english.code()).isZero();
        assertThatThePageIsWhole("en");
    }

    @Test
    void anUnknownOptionIsRefusedInOneLine() throws Exception {
        Run run = run("--hızlı");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement().asString().contains("diye bir seçenek yok", "There is no option");
    }

    @Test
    void helpNamesTheOptions() throws Exception {
        Run run = run("--lang", "en", "--help");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("--lang tr|en", "target/report.html");
    }

    private void assertThatThePageIsWhole(String language) throws IOException {
        Path page = directory.resolve("target/report.html");
        assertThat(page).isRegularFile();
        String html = Files.readString(page);
        assertThat(html).startsWith("<!DOCTYPE html>").contains("lang=\"" + language + "\"");
        assertThat(html.stripTrailing()).endsWith("</html>");
        assertThat(html).doesNotContainPattern(UNMASKED);
        Files.delete(page);
    }

    private Run run(String... args) throws IOException, InterruptedException {
        assertThat(JAR).as("the program is built before this test").isRegularFile();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(args));
        // a pipe that nobody reads would stop the program
        File out = directory.resolve("out.txt").toFile();
        File err = directory.resolve("err.txt").toFile();
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out)
                .redirectError(err)
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("the program ends by itself")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Run(process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
    }
}
