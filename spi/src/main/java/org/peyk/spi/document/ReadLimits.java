package org.peyk.spi.document;

import java.time.Duration;

/**
 * Bounds of one reading. Reaching one ends the reading with a note and what was read so far; it is never an exception.
 *
 * @param inputBytes size of the file itself
 * @param outputChars characters of text in all
 * @param pages pages of a document
 * @param rows rows of all tables and sheets
 * @param nesting files within files
 * @param ratio unpacked bytes per packed byte
 * @param time wall-clock time
 */
public record ReadLimits(
        long inputBytes, long outputChars, int pages, long rows, int nesting, int ratio, Duration time) {

    /** 50 MB in, 10 million characters out, 2,000 pages, 500,000 rows, 3 levels, ratio 200, 30 seconds. */
    public static final ReadLimits DEFAULT =
            new ReadLimits(50_000_000, 10_000_000, 2_000, 500_000, 3, 200, Duration.ofSeconds(30));

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException when one is not positive (nesting may be 0)
     */
    public ReadLimits {
        if (inputBytes < 1
                || outputChars < 1
                || pages < 1
                || rows < 1
                || nesting < 0
                || ratio < 1
                || time.isZero()
                || time.isNegative()) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }
}
