package org.peyk.kvkk.internal;

/** Capitalised words that fill a field. They are a name when a person's number stands beside them. */
final class NameCandidate {

    private final Hit hit;
    private boolean confirmed;

    NameCandidate(Hit hit) {
        this.hit = hit;
    }

    /** The words as the hit they would be. */
    Hit hit() {
        return hit;
    }

    boolean confirmed() {
        return confirmed;
    }

    void confirm() {
        confirmed = true;
    }
}
