package org.peyk.kvkk;

/** What must hold of a value, beyond its kind, for a {@link SeverityRule} to count it. */
public enum Circumstance {
    /** Nothing. */
    ANY,
    /** Nothing says that it belongs to an institution. */
    PRIVATE,
    /** An institution is named as its owner. */
    INSTITUTIONAL,
    /** A person's name stands in the same table row, or close by in the text. */
    BESIDE_NAME,
    /** The text speaks of students. */
    AMONG_STUDENTS,
    /** The text tells a prize, a selection or a task, for which the person is named without an office. */
    SINGLED_OUT
}
