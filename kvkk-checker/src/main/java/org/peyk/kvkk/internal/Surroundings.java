package org.peyk.kvkk.internal;

import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.PersonalDataType;

/**
 * What a text stands in.
 *
 * @param cell whether it is a cell of a table
 * @param headed whether its column has a heading
 * @param headingCues the cues of that heading, one bit each
 * @param leftCues the cues of the cell to the left, one bit each
 * @param stated what the heading says that the cell tells of a person, or null
 */
record Surroundings(
        boolean cell,
        boolean headed,
        long headingCues,
        long leftCues,
        @Nullable PersonalDataType stated) {

    /** Running text. */
    static final Surroundings NONE = new Surroundings(false, false, 0, 0, null);

    /** Whether the column has a heading that speaks of no number. */
    boolean underOtherHeading() {
        return headed && (headingCues & (Cue.NUMBER.bit() | Cue.STUDENT_NO.bit())) == 0;
    }

    /** Whether the column is headed as surnames alone. */
    boolean underSurnames() {
        return (headingCues & Cue.SURNAME.bit()) != 0 && !underNames();
    }

    /** Whether the heading of the column holds a cue. */
    boolean under(Cue cue) {
        return (headingCues & cue.bit()) != 0;
    }

    /** Whether the column is headed as names. */
    boolean underNames() {
        return (headingCues & Cue.NAME.bit()) != 0;
    }
}
