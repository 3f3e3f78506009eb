package org.peyk;

import java.time.Duration;

/**
 * What counts as asking for the same twice. Immutable.
 *
 * @param window how long a request that was handed in is looked at; zero switches the search off
 * @param flagFrom from which similarity on another request is named in a finding that asks nothing, above 0 and at most 1
 * @param justifyFrom from which similarity on the finding asks for a reason, at least {@code flagFrom}; above 1 for never. A text of only a
 *     few words, and an outage, a condolence or an emergency, whose wording is set or which cannot wait, is named and never asked about
 */
public record DuplicateRule(Duration window, double flagFrom, double justifyFrom) {

    private static final Duration LONGEST = Duration.ofDays(366);

    /** A week; named from one half, and asked about from four fifths. */
    public static final DuplicateRule DEFAULT = new DuplicateRule(Duration.ofDays(7), 0.5, 0.8);

    /** Nothing is looked for, and nothing written down to be found. */
    public static final DuplicateRule OFF = new DuplicateRule(Duration.ZERO, 1, 2);

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException when the window is negative or longer than a year, or a share is out of its range
     */
    public DuplicateRule {
        if (window.isNegative() || window.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("window must be between zero and 366 days");
        }
        if (!(flagFrom > 0 && flagFrom <= 1)) {
            throw new IllegalArgumentException("flagFrom must be above 0 and at most 1");
        }
        if (!(justifyFrom >= flagFrom)) {
            throw new IllegalArgumentException("justifyFrom must be at least flagFrom");
        }
    }

    /**
     * The same over another time.
     *
     * @param value how long
     * @return the rule
     */
    public DuplicateRule within(Duration value) {
        return new DuplicateRule(value, flagFrom, justifyFrom);
    }

    /**
     * The same without asking for reasons.
     *
     * @return the rule
     */
    public DuplicateRule onlyNaming() {
        return new DuplicateRule(window, flagFrom, 2);
    }

    /**
     * Whether anything is looked for.
     *
     * @return whether the window is longer than zero
     */
    public boolean on() {
        return !window.isZero();
    }
}
