package org.peyk.spi.document;

import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PluginException;

/** A document could not be read at all: damaged, encrypted, or not what it says it is. */
public class DocumentException extends PluginException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param code a stable code
     * @param text what happened and what to do, without personal data
     * @param cause the cause, or null
     */
    public DocumentException(String code, LocalizedText text, @Nullable Throwable cause) {
        super(code, text, cause);
    }
}
