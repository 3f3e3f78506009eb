package org.peyk.kvkk.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.peyk.kvkk.Seeds;

import static org.assertj.core.api.Assertions.assertThatCode;

/** The targets of the profile {@code fuzz} hold for what is known: the test documents, changed a little at random. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class FuzzTargetsTest {
    private static final List<String> XML = List.of(
            "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>Kimlik no 100</w:t></w:r><w:r><w:t>00000146</w:t></w:r></w:p></w:body></w:document>",
            "<worksheet><sheetData><row r=\"999999999\"><c r=\"XFD9\" t=\"s\"><v>7</v></c></row></sheetData></worksheet>",
            "<a:p><a:t>x</a:t><p><v>1</v></p></a:p>",
            "<x",
            "",
            "<sst><si><rPh><t>a</t></rPh><t>10000000146</t></si></sst>");

    private static List<byte[]> documents() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/documents"))) {
            List<byte[]> all = new java.util.ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.add(Files.readAllBytes(file));
            }
            return all;
        }
    }

    @Test
    void changedDocuments() throws IOException {
        Random random = Seeds.random("changedDocuments");
        for (byte[] document : documents()) {
            for (int round = 0; round < 6; round++) {
                byte[] changed = document.clone();
                for (int i = 0; i <= round * 3; i++) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                assertThatCode(() -> ReaderFuzz.fuzzerTestOneInput(changed)).doesNotThrowAnyException();
                assertThatCode(() -> ScannerFuzz.fuzzerTestOneInput(changed)).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void everyPartWithEveryContent() {
        for (int kind = 0; kind < PartFuzz.kinds(); kind++) {
            for (String xml : XML) {
                byte[] content = (" " + xml).getBytes(StandardCharsets.UTF_8);
                content[0] = (byte) kind;
                assertThatCode(() -> PartFuzz.fuzzerTestOneInput(content)).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void everyOldProgramWithEveryContent() throws IOException {
        Random random = Seeds.random("everyOldProgramWithEveryContent");
        List<byte[]> documents = documents();
        for (int round = 0; round < 300; round++) {
            byte[] document = documents.get(random.nextInt(documents.size()));
            int from = random.nextInt(document.length);
            byte[] content = java.util.Arrays.copyOfRange(document, from, Math.min(document.length, from + 3_000));
            content[0] = (byte) (round % OleFuzz.programs());
            assertThatCode(() -> OleFuzz.fuzzerTestOneInput(content)).doesNotThrowAnyException();
        }
    }
}
