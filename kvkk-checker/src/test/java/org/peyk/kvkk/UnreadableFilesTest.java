package org.peyk.kvkk;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Severity;
import org.peyk.spi.document.DocumentInfo;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadingNote;
import org.peyk.spi.document.ReadingNote.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** What was not read is never a pass. */
class UnreadableFilesTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 0, 0, 0, 0, 0};

    private static DocumentReading noted(Kind... kinds) {
        List<ReadingNote> notes = Stream.of(kinds)
                .map(k -> new ReadingNote(k, new LocalizedText("Okuma notu 10000000146", "Reading note 10000000146")))
                .toList();
        return new DocumentReading(DocumentInfo.of("application/octet-stream"), List.of(), List.of(), notes);
    }

    private static List<Finding> check(byte[] bytes, Kind... kinds) throws Exception {
        CheckedRequest request = new CheckedRequest();
        request.file("ek.bin", noted(kinds), bytes);
        return request.findings(new KvkkCheck());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatIsIncompleteAsksForAReason(Kind kind) throws Exception {
        List<Finding> findings = check(new byte[] {1, 2, 3}, kind);
        if (kind.incomplete()) {
            assertThat(findings).hasSize(1).allSatisfy(f -> {
                assertThat(f.code()).isEqualTo(FindingCodes.UNREADABLE);
                assertThat(f.severity()).isEqualTo(Severity.JUSTIFY);
                assertThat(f.place().describe(Locale.ENGLISH)).isEqualTo("attachment ek.bin");
                assertThat(f.rule()).startsWith("unreadable-");
                assertThat(f.message().tr()).contains("Okuma notu 10*******46");
                assertThat(f.message().en()).contains("Reading note 10*******46");
            });
        } else if (kind == Kind.IMAGE_NOT_SCANNED) {
            assertThat(findings).hasSize(1).allSatisfy(f -> {
                assertThat(f.code()).isEqualTo(FindingCodes.IMAGE);
                assertThat(f.severity()).isEqualTo(Severity.INFO);
            });
        } else {
            assertThat(findings).isEmpty();
        }
    }

    @Test
    void notesOfOneKindAreOneFinding() throws Exception {
        assertThat(check(new byte[] {1}, Kind.DAMAGED, Kind.DAMAGED, Kind.LIMIT_REACHED))
                .extracting(f -> f.rule() + " " + f.count())
                .containsExactly("unreadable-damaged 2", "unreadable-limit 1");
    }

    @Test
    void aPictureIsKnownByItsContent() throws Exception {
        assertThat(check(PNG, Kind.UNKNOWN_TYPE)).extracting(Finding::code).containsExactly(FindingCodes.IMAGE);
        assertThat(check("PNG".getBytes(java.nio.charset.StandardCharsets.US_ASCII), Kind.UNKNOWN_TYPE))
                .extracting(Finding::code)
                .containsExactly(FindingCodes.UNREADABLE);
    }

    @Test
    void whatWasReadBeforeTheEndIsStillScanned() throws Exception {
        CheckedRequest request = new CheckedRequest();
        DocumentReading part = Scans.paragraphs(List.of("10000000146"));
        request.file(
                "ek.pdf",
                new DocumentReading(
                        part.info(),
                        List.of(),
                        part.segments(),
                        noted(Kind.LIMIT_REACHED).notes()));
        assertThat(request.findings(new KvkkCheck()))
                .extracting(Finding::code)
                .containsExactly(FindingCodes.TCKN, FindingCodes.UNREADABLE);
    }
}
