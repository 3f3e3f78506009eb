package org.peyk.spi.mailbox;

import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PluginException;

/** A mailbox could not be read; the next poll tries again from the same cursor. */
public class MailboxException extends PluginException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param code a stable code
     * @param text what happened and what to do, without personal data
     * @param cause the cause, or null
     */
    public MailboxException(String code, LocalizedText text, @Nullable Throwable cause) {
        super(code, text, cause);
    }
}
