package org.peyk.spi.directory;

import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PluginException;

/** A directory could not be asked; whatever depended on the answer is refused. */
public class DirectoryException extends PluginException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param code a stable code
     * @param text what happened and what to do, without personal data
     * @param cause the cause, or null
     */
    public DirectoryException(String code, LocalizedText text, @Nullable Throwable cause) {
        super(code, text, cause);
    }
}
