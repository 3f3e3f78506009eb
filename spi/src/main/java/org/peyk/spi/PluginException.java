package org.peyk.spi;

import org.jspecify.annotations.Nullable;

/**
 * Something a plugin could not do, in words a person can act on. Code and sentences hold no address, name or text of a mail.
 */
public abstract class PluginException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient @Nullable LocalizedText text;

    /**
     * For subclasses.
     *
     * @param code a stable code, such as {@code SMTP-AUTH}
     * @param text what happened and what to do
     * @param cause the cause, or null
     */
    protected PluginException(String code, LocalizedText text, @Nullable Throwable cause) {
        super(code + ": " + text.en(), cause);
        this.code = code;
        this.text = text;
    }

    /**
     * The stable code.
     *
     * @return the code
     */
    public String code() {
        return code;
    }

    /**
     * What happened and what to do.
     *
     * @return the sentence in both languages
     */
    public LocalizedText text() {
        LocalizedText t = text;
        return t != null ? t : new LocalizedText(String.valueOf(getMessage()), String.valueOf(getMessage()));
    }
}
