package org.peyk.spi.tck;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.DocumentException;
import org.peyk.spi.document.DocumentInfo;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.DocumentReader;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.document.ReadingHandler;
import org.peyk.spi.document.ReadingNote;
import org.peyk.spi.document.Segment;

import static org.assertj.core.api.Assertions.assertThat;

/** What came of giving a reader a file: a reading, or a declared failure. */
record Reading(DocumentReading found, @Nullable Exception failure) {

    /** Reads; whatever is not declared comes out as it is. */
    static Reading of(DocumentReader reader, DocumentInput input, ReadLimits limits, Duration within) throws Exception {
        return Crowd.within(within, () -> {
            DocumentReading.Collector collector = new DocumentReading.Collector();
            InfoOnce handler = new InfoOnce(collector);
            try {
                reader.read(input, limits, handler);
            } catch (DocumentException | IOException e) {
                return new Reading(collector.reading(), e);
            }
            return new Reading(collector.reading(), null);
        });
    }

    /** A reading without failure. */
    static DocumentReading whole(DocumentReader reader, DocumentInput input, ReadLimits limits, Duration within)
            throws Exception {
        Reading reading = of(reader, input, limits, within);
        assertThat(reading.failure())
                .as("failure of reading " + input.fileName())
                .isNull();
        return reading.found();
    }

    boolean complete() {
        return failure == null && found.complete();
    }

    boolean limited() {
        return failure == null && found.notes().stream().anyMatch(n -> n.kind() == ReadingNote.Kind.LIMIT_REACHED);
    }

    Optional<DocumentException> refusal() {
        return failure instanceof DocumentException e ? Optional.of(e) : Optional.empty();
    }

    /** Hands on what it is told, and holds the reader to telling the information once. */
    private static final class InfoOnce implements ReadingHandler {
        private final ReadingHandler next;
        private boolean told;

        InfoOnce(ReadingHandler next) {
            this.next = next;
        }

        @Override
        public void info(DocumentInfo info) {
            assertThat(told).as("information told before").isFalse();
            told = true;
            next.info(info);
        }

        @Override
        public void block(Block block) {
            next.block(block);
        }

        @Override
        public void segment(Segment segment) {
            next.segment(segment);
        }

        @Override
        public void note(ReadingNote note) {
            next.note(note);
        }
    }
}
