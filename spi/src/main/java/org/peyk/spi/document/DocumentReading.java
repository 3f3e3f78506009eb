package org.peyk.spi.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A whole reading, kept in memory.
 *
 * @param info what the document says about itself
 * @param blocks the visible blocks, in reading order
 * @param segments all pieces of text, also hidden ones
 * @param notes what the reading did not do as hoped
 */
public record DocumentReading(DocumentInfo info, List<Block> blocks, List<Segment> segments, List<ReadingNote> notes) {

    /** Copies the lists. */
    public DocumentReading {
        blocks = List.copyOf(blocks);
        segments = List.copyOf(segments);
        notes = List.copyOf(notes);
    }

    /**
     * Whether everything in the file was read.
     *
     * @return false when a note says that there may be more
     */
    public boolean complete() {
        return notes.stream().noneMatch(n -> n.kind().incomplete());
    }

    /**
     * The visible text.
     *
     * @return the blocks' texts, separated by empty lines
     */
    public String visibleText() {
        StringBuilder b = new StringBuilder();
        for (Block block : blocks) {
            String text = block.text();
            if (!text.isBlank()) {
                b.append(b.isEmpty() ? "" : "\n\n").append(text);
            }
        }
        return b.toString();
    }

    /** Collects a reading. Not thread-safe. */
    public static final class Collector implements ReadingHandler {
        private DocumentInfo info = DocumentInfo.of("application/octet-stream");
        private final List<Block> blocks = new ArrayList<>();
        private final List<Segment> segments = new ArrayList<>();
        private final List<ReadingNote> notes = new ArrayList<>();

        /** Starts empty. */
        public Collector() {}

        @Override
        public void info(DocumentInfo value) {
            this.info = value;
        }

        @Override
        public void block(Block block) {
            blocks.add(block);
        }

        @Override
        public void segment(Segment segment) {
            segments.add(segment);
        }

        @Override
        public void note(ReadingNote note) {
            notes.add(note);
        }

        /**
         * What was collected so far.
         *
         * @return the reading
         */
        public DocumentReading reading() {
            return new DocumentReading(info, blocks, segments, notes);
        }
    }

    @Override
    public String toString() {
        return "DocumentReading[" + info.mediaType() + ", " + segments.size() + " segments, " + notes.size()
                + " notes]";
    }
}
