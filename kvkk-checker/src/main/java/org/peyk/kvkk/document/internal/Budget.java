package org.peyk.kvkk.document.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.document.ReadLimits;

/** What is left of a reading's bounds. Shared by a file and the files within it; used by one thread. */
final class Budget {
    /** Small files may grow this far whatever the ratio, for an almost empty part packs very well. */
    private static final long UNPACK_FLOOR = 1024 * 1024;

    /** Parts of real documents that have to be held at once; a workbook of the largest size has fewer texts. */
    private static final int MOST_KEPT = 3_000_000;

    private static final Duration LONGEST = Duration.ofDays(1);

    private final ReadLimits limits;
    private final long started = System.nanoTime();
    private final long nanos;
    private long packed;
    private long unpacked;
    private long chars;
    private long rows;
    private int pages;
    private int kept;
    private int ticks;
    private @Nullable LimitReached reached;

    Budget(ReadLimits limits) {
        this.limits = limits;
        this.nanos = (limits.time().compareTo(LONGEST) > 0 ? LONGEST : limits.time()).toNanos();
    }

    ReadLimits limits() {
        return limits;
    }

    /** The bound that was reached first, also when a parser swallowed the exception. */
    @Nullable
    LimitReached reached() {
        return reached;
    }

    LimitReached over(LocalizedText text) {
        LimitReached e = new LimitReached(text);
        if (reached == null) {
            reached = e;
        }
        return e;
    }

    /** Looks at the clock now and then; cheap enough for inner loops. */
    void tick() {
        if ((++ticks & 0xFF) == 0) {
            checkTime();
        }
    }

    void checkTime() {
        if (System.nanoTime() - started > nanos) {
            throw over(Notes.tooSlow(limits.time()));
        }
    }

    void page() {
        if (pages >= limits.pages()) {
            throw over(Notes.tooManyPages(limits.pages()));
        }
        pages++;
    }

    /** The number of the next table row, counted through the file. */
    long row() {
        if (rows >= limits.rows()) {
            throw over(Notes.tooManyRows(limits.rows()));
        }
        return rows++;
    }

    long charsLeft() {
        return limits.outputChars() - chars;
    }

    void chars(long count) {
        chars += count;
        if (chars > limits.outputChars()) {
            throw over(Notes.tooMuchText(limits.outputChars()));
        }
    }

    /** The size of a file about to be unpacked, of which the ratio counts. */
    void packed(long bytes) {
        packed += bytes;
    }

    void keep() {
        tick();
        if (++kept > MOST_KEPT) {
            throw over(Notes.tooComplex("> " + MOST_KEPT));
        }
    }

    void unpacked(long bytes) {
        unpacked += bytes;
        if (unpacked > Math.max(UNPACK_FLOOR, packed * limits.ratio())) {
            throw over(Notes.tooDense(limits.ratio()));
        }
    }
}
