package org.peyk.kvkk.internal;

/**
 * What the surroundings call a value.
 *
 * @param cues the cues, one bit each; a heading may name several
 * @param distance folded characters between label and value; 0 for a column heading
 */
record Label(long cues, int distance) {

    static final Label NONE = new Label(0, Integer.MAX_VALUE);

    boolean is(Cue cue) {
        return (cues & cue.bit()) != 0;
    }

    boolean isAny(Cue first, Cue second) {
        return (cues & (first.bit() | second.bit())) != 0;
    }

    /** Whether it is called a number of a person that is neither identity nor student number. */
    boolean isOtherId() {
        return (cues & Cue.OTHER_IDS) != 0;
    }

    boolean isNone() {
        return cues == 0;
    }
}
