package org.peyk.kvkk.internal;

/** Counts the steps that the detectors take, so that tests can hold them to a multiple of the text's length. */
final class Work {

    private long steps;

    void step() {
        steps++;
    }

    void steps(int count) {
        steps += count;
    }

    void clear() {
        steps = 0;
    }

    long total() {
        return steps;
    }
}
