package org.peyk.examples.kvkkscan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class KvkkScanTest {

    @TempDir
    Path folder;

    private record Run(int code, String out, String err) {}

    private static Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = KvkkScan.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void theExitCodeIsTheVerdict() throws IOException {
        String clear = file("a.txt", "Toplantı saat 14.00'te, salon 3.");
        String review = file("b.txt", "Görüşmek için 0532 123 45 67");
        String block = file("c.txt", "Ayşe Yılmaz, kimlik no 10000000146");
        assertThat(run(clear).code()).isZero();
        assertThat(run(clear, review).code()).isEqualTo(1);
        assertThat(run(folder.toString()).code()).isEqualTo(2);
        assertThat(run(block, folder.resolve("yok.txt").toString()).code()).isEqualTo(KvkkScan.ERROR);
    }

    @Test
    void theReportSpeaksBothLanguagesAndMasks() throws IOException {
        String block = file("c.txt", "Ayşe Yılmaz, kimlik no 10000000146");
        assertThat(run(block).out()).contains("gönderilemez", "ENGEL", "KVKK-TCKN", "10*******46");
        assertThat(run("--lang", "en", block).out()).contains("blocked", "BLOCK", "10*******46");
        assertThat(run(block).out() + run("--json", block).out()).doesNotContain("10000000146");
    }

    @Test
    void jsonIsForPrograms() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(run("--json", file("c.txt", "kimlik no 10000000146")).out());
        assertThat(json.path("verdict").asText()).isEqualTo("block");
        JsonNode finding = json.path("files").path(0).path("findings").path(0);
        assertThat(finding.path("code").asText()).isEqualTo("KVKK-TCKN");
        assertThat(finding.path("rule").asText()).isEqualTo("tckn-valid");
    }

    @Test
    void whatCannotBeReadIsNotClear() throws IOException {
        Path broken = Files.write(folder.resolve("x.bin"), new byte[] {0, 1, 2, 3});
        assertThat(run(broken.toString()).code()).isEqualTo(1);
    }

    @Test
    void aBlackenedCopyScansClear() throws IOException {
        String list =
                file("liste.csv", "Ad Soyad;Kimlik;Puan;Oda\nAyşe Yılmaz;10000000146;61;204\nIşık Deneme;;70;205\n");
        Path copy = folder.resolve("kopya.csv");
        assertThat(run("--redact", copy.toString(), list).code()).isZero();
        assertThat(Files.readString(copy))
                .contains("Ad Soyad;Kimlik;Puan;Oda", ";204")
                .doesNotContain("10000000146");
        assertThat(run(copy.toString()).code()).isZero();
        String picture = Files.write(folder.resolve("x.bin"), new byte[] {0, 1}).toString();
        Run refused = run("--redact", copy.toString(), picture);
        assertThat(refused.code()).isEqualTo(KvkkScan.ERROR);
        assertThat(refused.err()).contains("KVKK-REDACT-2", "okunamadığı");
    }

    @Test
    void aBlackenedWorkbookScansClear() throws IOException {
        Path workbook = folder.resolve("liste.xlsx");
        try (InputStream in = KvkkScanTest.class.getResourceAsStream("/liste.xlsx")) {
            Files.write(workbook, Objects.requireNonNull(in).readAllBytes());
        }
        assertThat(run(workbook.toString()).code()).isEqualTo(2);
        Path copy = folder.resolve("kopya.xlsx");
        assertThat(run("--redact", copy.toString(), workbook.toString()).code()).isZero();
        assertThat(run(copy.toString()).code()).isZero();
    }

    @Test
    void aLabelledSetIsPredictedUnmasked() throws IOException {
        Files.writeString(folder.resolve("ek.txt"), "IBAN TR330006100519786457841326");
        String corpus = file(
                "set.jsonl",
                "{\"id\":\"a-1\",\"subject\":\"Duyuru\",\"body\":\"<p>TC 100<b>00000146</b></p>\",\"bodyType\":\"html\",\"attachments\":[\"ek.txt\"]}\n");
        Run run = run("--jsonl", corpus, "--attachments", folder.toString());
        JsonNode line = new ObjectMapper().readTree(run.out());
        assertThat(run.code()).isZero();
        assertThat(line.path("id").asText()).isEqualTo("a-1");
        assertThat(line.path("verdict").asText()).isEqualTo("block");
        assertThat(line.path("findings").findValuesAsText("text"))
                .contains("10000000146", "TR330006100519786457841326");
        assertThat(line.path("findings").findValuesAsText("where")).contains("body", "attachment:ek.txt");
    }

    @Test
    void wrongUseIsExplained() {
        assertThat(run().code()).isEqualTo(KvkkScan.ERROR);
        assertThat(run("--neden", "x").err()).contains("--neden").contains("exit code");
        assertThat(run("--lang", "de", "a.txt").code()).isEqualTo(KvkkScan.ERROR);
    }

    @Test
    void theInstitutionsOwnValuesAreOrdinary() throws IOException {
        String text = file("d.txt", "Santral 0312 297 10 00, IBAN TR330006100519786457841326");
        assertThat(run(text).code()).isEqualTo(2);
        assertThat(run("--iban", "TR330006100519786457841326", "--phone-prefix", "0312 297", text)
                        .code())
                .isZero();
    }

    @Test
    void theRulesAreADocumentThatMayBeChanged() throws IOException {
        Run defaults = run("--rules-default");
        assertThat(defaults.code()).isZero();
        String text = file("e.txt", "Görüşmek için 0532 123 45 67");
        String same = file("ayni.json", defaults.out());
        assertThat(run("--rules", same, text).code()).isEqualTo(1);
        String strict = file(
                "siki.json",
                defaults.out()
                        .replace(
                                "{\"id\":\"mobile\",\"type\":\"MOBILE_PHONE\",\"certainty\":\"VERIFIED\",\"severity\":\"JUSTIFY\"}",
                                "{\"id\":\"mobile\",\"type\":\"MOBILE_PHONE\",\"certainty\":\"VERIFIED\",\"audienceFrom\":500,\"severity\":\"BLOCK\"}"));
        assertThat(run("--rules", strict, text).code()).isEqualTo(2);
        assertThat(run("--rules", strict, "--audience", "499", text).code()).isZero();
    }

    @Test
    void mistakesInRulesAreListedAtOnce() throws IOException {
        Run run = run("--rules", file("bozuk.json", "{\"rules\": [{\"id\": \"a\"}]}"), "x.txt");
        assertThat(run.code()).isEqualTo(KvkkScan.ERROR);
        assertThat(run.err()).contains("/format: eksik", "/name: eksik", "/rules/0/type", "/rules/0/severity");
    }
}
