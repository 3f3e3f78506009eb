package org.peyk.spi.tck;

import java.util.ArrayList;
import java.util.List;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.check.Place;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.document.ReadingHandler;
import org.peyk.spi.document.ReadingNote;
import org.peyk.spi.document.Segment;
import org.peyk.spi.document.Span;

/** Tells a handler the pieces of a {@link LineReader}'s file, within its limits. */
final class LineSink {
    private final ReaderDefect defect;
    private final String file;
    private final ReadLimits limits;
    private final ReadingHandler handler;
    private final long start = System.nanoTime();
    private final List<Segment> kept = new ArrayList<>();
    private long characters;
    private long rows;
    private int lines;
    private boolean over;

    LineSink(ReaderDefect defect, String file, ReadLimits limits, ReadingHandler handler) {
        this.defect = defect;
        this.file = file;
        this.limits = limits;
        this.handler = handler;
    }

    private boolean is(ReaderDefect other) {
        return defect == other;
    }

    /** Whether a limit is reached. */
    boolean over() {
        boolean late = System.nanoTime() - start > limits.time().toNanos() && !is(ReaderDefect.ANY_TIME);
        return over || late || (lines > limits.pages() && is(ReaderDefect.COUNTS_LINES_AS_PAGES));
    }

    /** Takes one line; false when it is none of the format. */
    boolean take(String line) {
        lines++;
        if (line.length() < 2 || line.charAt(1) != ' ') {
            return false;
        }
        String text = line.substring(2);
        switch (line.charAt(0)) {
            case 'P' -> visible(text);
            case 'H' -> hidden(text);
            case 'R' -> row(text);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void visible(String text) {
        if (is(ReaderDefect.NOTES_REPEAT_TEXT)) {
            handler.note(new ReadingNote(ReadingNote.Kind.REMARK, LocalizedText.of(text, text)));
        }
        block(new Block.Paragraph(List.of(Span.of(text))));
        segment(Segment.of(text, place(false)));
    }

    private void hidden(String text) {
        if (is(ReaderDefect.SHOWS_HIDDEN)) {
            block(new Block.Paragraph(List.of(Span.of(text))));
        }
        if (!is(ReaderDefect.SKIPS_HIDDEN)) {
            segment(Segment.of(text, place(!is(ReaderDefect.CALLS_HIDDEN_VISIBLE))));
        }
    }

    private void row(String text) {
        if (is(ReaderDefect.SKIPS_TABLES)) {
            return;
        }
        if (rows >= limits.rows() && !is(ReaderDefect.ANY_NUMBER_OF_ROWS)) {
            over = true;
            return;
        }
        String[] cells = text.split("\\|", -1);
        block(new Block.Table(0, List.of(List.of(cells))));
        for (int column = 0; column < cells.length; column++) {
            int shown = is(ReaderDefect.ROWS_WITHOUT_COLUMNS) ? -1 : column;
            segment(new Segment(cells[column], place(false), rows, shown, null));
        }
        rows++;
    }

    private Place place(boolean hidden) {
        String name = is(ReaderDefect.FORGETS_THE_FILE) ? "" : file;
        return Place.inFile(name, List.of("satır " + lines), hidden);
    }

    private void block(Block block) {
        if (!over && !is(ReaderDefect.SEGMENTS_ONLY)) {
            try {
                handler.block(block);
            } catch (IllegalStateException e) {
                if (!is(ReaderDefect.GOES_ON_AFTER_THE_HANDLERS_EXCEPTION)) {
                    throw e;
                }
            }
        }
    }

    private void segment(Segment segment) {
        characters += segment.text().length();
        over |= characters > limits.outputChars() && !is(ReaderDefect.ANY_NUMBER_OF_CHARACTERS);
        kept.add(segment);
        boolean drops = is(ReaderDefect.DROPS_ALL_AT_THE_LIMIT) && limits.outputChars() < 1000;
        if (!over && !drops && !is(ReaderDefect.BLOCKS_ONLY)) {
            handler.segment(segment);
        }
    }
}
