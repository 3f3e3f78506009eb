package org.peyk.smtp.internal.message;

import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.ServerReply;
import org.peyk.spi.transport.TransportException;

/** A message cannot be put on the wire as it was given. Found before anything is sent. */
public final class MessageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient LocalizedText text;
    private final FailureScope scope;
    private final boolean lasting;

    private MessageException(
            String code, LocalizedText text, FailureScope scope, boolean lasting, @Nullable Throwable cause) {
        super(code + ": " + text.en(), cause);
        this.code = code;
        this.text = text;
        this.scope = scope;
        this.lasting = lasting;
    }

    static MessageException recipient(String tr, String en) {
        return new MessageException("SMTP-RECIPIENT", LocalizedText.of(tr, en), FailureScope.RECIPIENT, true, null);
    }

    static MessageException sender(String tr, String en) {
        return new MessageException("SMTP-SENDER", LocalizedText.of(tr, en), FailureScope.ACCOUNT, true, null);
    }

    static MessageException content(String tr, String en) {
        return new MessageException("SMTP-CONTENT", LocalizedText.of(tr, en), FailureScope.CONTENT, true, null);
    }

    static MessageException unsigned(Throwable cause) {
        return new MessageException(
                "SMTP-DKIM",
                LocalizedText.of(
                        "İleti DKIM anahtarıyla imzalanamadı; imzasız gönderilmedi.",
                        "The message could not be signed with the DKIM key; it was not sent without a signature."),
                FailureScope.ACCOUNT,
                false,
                cause);
    }

    static MessageException unreadable(String tr, String en, @Nullable Throwable cause) {
        return new MessageException(
                "SMTP-ATTACHMENT", LocalizedText.of(tr, en), FailureScope.CONTENT, cause == null, cause);
    }

    /**
     * The recipient's address goes beyond ASCII, and the server does not take such.
     *
     * @return the exception
     */
    public static MessageException notInternational() {
        return recipient(
                "Alıcı adresi Türkçe ya da başka ASCII dışı harf içeriyor; posta sunucusu böyle adresleri (SMTPUTF8) almıyor.",
                "The recipient's address goes beyond ASCII, and the mail server does not take such addresses (SMTPUTF8).");
    }

    /**
     * The message is larger than allowed.
     *
     * @param size its size in bytes
     * @param limit the limit of the settings or of the server
     * @return the exception
     */
    public static MessageException tooLarge(long size, long limit) {
        return content(
                "İleti " + size + " bayt; izin verilen en çok " + limit + " bayt.",
                "The message has " + size + " bytes; at most " + limit + " are allowed.");
    }

    /**
     * What this means for one delivery.
     *
     * @return refused, or deferred when a file could not be read at this moment
     */
    public DeliveryOutcome outcome() {
        Phase phase = scope == FailureScope.RECIPIENT
                ? Phase.RECIPIENT
                : scope == FailureScope.ACCOUNT ? Phase.SENDER : Phase.CONTENT;
        ServerReply reply = ServerReply.none("not sent: " + text.en(), phase);
        return lasting ? new DeliveryOutcome.Refused(reply, scope) : new DeliveryOutcome.Deferred(reply, scope, null);
    }

    /**
     * The same for who asked for a rendering.
     *
     * @return the exception to throw
     */
    public TransportException toTransportException() {
        return new TransportException(code, text, scope, null, getCause());
    }
}
