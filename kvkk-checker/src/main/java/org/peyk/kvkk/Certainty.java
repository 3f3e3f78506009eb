package org.peyk.kvkk;

/** How sure the scanner is that a value is what it says. */
public enum Certainty {
    /** The value proves itself: its check digits are right, or its form can be nothing else. */
    VERIFIED,
    /** The value has no check digits, but its surroundings say what it is: a label, a column heading, a list of its like. */
    CONTEXTUAL,
    /** Form and surroundings disagree: a wrong check digit beside a label, or right digits beside a label of something else. */
    PROBABLE,
    /** The value is partly masked by its author. */
    MASKED
}
