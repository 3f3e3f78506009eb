package org.peyk.spi.document;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peyk.spi.ByteSource;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.check.Place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DocumentTypesTest {
    private static final LocalizedText WHY = LocalizedText.of("Neden", "Reason");

    @Test
    void blocksReadAsText() {
        List<Span> spans = List.of(new Span("Bahar ", null, true, false), Span.of("şenliği"));
        assertThat(new Block.Heading(1, spans).text()).isEqualTo("Bahar şenliği");
        assertThat(new Block.Paragraph(spans).text()).isEqualTo("Bahar şenliği");
        assertThat(new Block.Paragraph(List.of()).text()).isEmpty();
        List<List<Span>> items = List.of(spans, List.of(Span.of("konser")));
        assertThat(new Block.ItemList(false, items).text()).isEqualTo("- Bahar şenliği\n- konser");
        assertThat(new Block.ItemList(true, items).text()).isEqualTo("1. Bahar şenliği\n2. konser");
        assertThat(new Block.Table(1, List.of(List.of("Ad", "No"), List.of("Ece", "1"))).text())
                .isEqualTo("Ad | No\nEce | 1");
        assertThat(new Block.Image("afiş").text()).isEqualTo("afiş");
        assertThat(new Block.Image(null).text()).isEmpty();
    }

    @Test
    void aReadingIsCollectedInOrder() {
        DocumentReading.Collector collector = new DocumentReading.Collector();
        assertThat(collector.reading().info().mediaType()).isEqualTo("application/octet-stream");
        DocumentInfo info = DocumentInfo.of("text/plain");
        Block first = new Block.Paragraph(List.of(Span.of("bir")));
        Block blank = new Block.Paragraph(List.of(Span.of("  ")));
        Block second = new Block.Paragraph(List.of(Span.of("iki")));
        Segment segment = Segment.of("bir", Place.inFile("a.txt", List.of(), false));
        ReadingNote note = new ReadingNote(ReadingNote.Kind.REMARK, WHY);
        collector.info(info);
        List.of(first, blank, second).forEach(collector::block);
        collector.segment(segment);
        collector.note(note);
        DocumentReading reading = collector.reading();
        collector.note(note);

        assertThat(reading)
                .isEqualTo(new DocumentReading(info, List.of(first, blank, second), List.of(segment), List.of(note)));
        assertThat(reading.visibleText()).isEqualTo("bir\n\niki");
    }

    @ParameterizedTest
    @EnumSource
    void aReadingIsCompleteUnlessANoteSaysOtherwise(ReadingNote.Kind kind) {
        DocumentReading reading = new DocumentReading(
                DocumentInfo.of("text/plain"), List.of(), List.of(), List.of(new ReadingNote(kind, WHY)));
        boolean harmless = kind == ReadingNote.Kind.REMARK || kind == ReadingNote.Kind.IMAGE_NOT_SCANNED;
        assertThat(reading.complete()).isEqualTo(harmless);
    }

    @Test
    void aFileIsKnownByItsFirstBytes() throws Exception {
        DocumentInput input = new DocumentInput("a.txt", "", ByteSource.of(new byte[] {1, 2, 3}));
        assertThat(input.head(2)).containsExactly(1, 2);
        assertThat(input.head(10)).containsExactly(1, 2, 3);
        assertThat(input.head(0)).isEmpty();
    }

    @Test
    void limitsArePositive() {
        Duration second = Duration.ofSeconds(1);
        assertThatCode(() -> new ReadLimits(1, 1, 1, 1, 0, 1, second)).doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> new ReadLimits(0, 1, 1, 1, 0, 1, second));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReadLimits(1, 0, 1, 1, 0, 1, second));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReadLimits(1, 1, 0, 1, 0, 1, second));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReadLimits(1, 1, 1, 0, 0, 1, second));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReadLimits(1, 1, 1, 1, -1, 1, second));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReadLimits(1, 1, 1, 1, 0, 0, second));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReadLimits(1, 1, 1, 1, 0, 1, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReadLimits(1, 1, 1, 1, 0, 1, second.negated()));
    }
}
