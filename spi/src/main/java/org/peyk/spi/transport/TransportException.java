package org.peyk.spi.transport;

import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PluginException;

/** A session could not be opened, or ended before its feed did. Deliveries already taken have their outcomes reported first. */
public class TransportException extends PluginException {
    private static final long serialVersionUID = 1L;

    private final FailureScope scope;
    private final transient @Nullable ServerReply reply;

    /**
     * Makes the exception.
     *
     * @param code a stable code
     * @param text what happened and what to do, without personal data
     * @param scope {@link FailureScope#SESSION} to try again later, {@link FailureScope#ACCOUNT} when somebody must act first
     * @param reply what the other side answered, or null
     * @param cause the cause, or null
     */
    public TransportException(
            String code,
            LocalizedText text,
            FailureScope scope,
            @Nullable ServerReply reply,
            @Nullable Throwable cause) {
        super(code, text, cause);
        this.scope = scope;
        this.reply = reply;
    }

    /**
     * What the failure is about.
     *
     * @return the scope
     */
    public FailureScope scope() {
        return scope;
    }

    /**
     * What the other side answered.
     *
     * @return the reply, or null when there was none
     */
    public @Nullable ServerReply reply() {
        return reply;
    }
}
