package org.peyk.report;

import java.util.OptionalDouble;
import org.peyk.spi.LocalizedText;

/**
 * One of the process's measures: a share of requests.
 *
 * @param name what is measured
 * @param meaning which requests are counted, in one sentence
 * @param numerator requests that meet it
 * @param denominator requests it applies to
 */
public record Measure(LocalizedText name, LocalizedText meaning, long numerator, long denominator) {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException when a count is negative or more meet it than it applies to
     */
    public Measure {
        if (numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException("numerator must be between 0 and denominator");
        }
    }

    /**
     * The share that meets it.
     *
     * @return between 0 and 1; empty when it applies to no request
     */
    public OptionalDouble share() {
        return denominator == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) numerator / denominator);
    }
}
