package org.peyk;

import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;

/** Something the library could not do, with a stable code and a sentence in Turkish and English. Holds no personal data. */
public class PeykException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String tr;
    private final String en;

    /**
     * Makes the exception.
     *
     * @param code the code
     * @param text what happened and what to do
     * @param cause the cause, or null
     */
    public PeykException(ErrorCode code, LocalizedText text, @Nullable Throwable cause) {
        super(code.code() + ": " + text.en(), cause);
        this.code = code;
        this.tr = text.tr();
        this.en = text.en();
    }

    /**
     * Makes the exception with the code's general sentence.
     *
     * @param code the code
     * @param cause the cause, or null
     */
    public PeykException(ErrorCode code, @Nullable Throwable cause) {
        this(code, code.text(), cause);
    }

    /**
     * The stable code.
     *
     * @return the code
     */
    public ErrorCode code() {
        return code;
    }

    /**
     * What happened and what to do.
     *
     * @return the sentence in both languages
     */
    public LocalizedText text() {
        return new LocalizedText(tr, en);
    }
}
