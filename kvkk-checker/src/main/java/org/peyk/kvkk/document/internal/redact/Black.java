package org.peyk.kvkk.document.internal.redact;

/** The letter that stands for one that is gone. */
final class Black {
    static final char INK = '\u2588';

    private Black() {}
}
