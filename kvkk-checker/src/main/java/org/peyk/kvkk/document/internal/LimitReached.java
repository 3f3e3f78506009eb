package org.peyk.kvkk.document.internal;

import org.peyk.spi.LocalizedText;

/** Ends a reading at one of its bounds. Unchecked, so that no parser between takes it for damage and carries on. */
public final class LimitReached extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LocalizedText text;

    LimitReached(LocalizedText text) {
        super(text.en(), null, false, false);
        this.text = text;
    }

    LocalizedText text() {
        return text;
    }
}
