package org.peyk.spi.recipient;

import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PluginException;

/** A source could not be read. */
public class RecipientSourceException extends PluginException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param code a stable code
     * @param text what happened and what to do, without personal data
     * @param cause the cause, or null
     */
    public RecipientSourceException(String code, LocalizedText text, @Nullable Throwable cause) {
        super(code, text, cause);
    }
}
