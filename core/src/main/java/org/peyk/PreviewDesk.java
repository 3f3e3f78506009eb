package org.peyk;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peyk.internal.delivery.DeliveryMaker;
import org.peyk.spi.Channel;
import org.peyk.spi.RequestForm;
import org.peyk.spi.Sender;
import org.peyk.spi.transport.Envelope;
import org.peyk.spi.transport.RenderedMessage;
import org.peyk.spi.transport.Transport;
import org.peyk.spi.transport.TransportException;

/** Lets the transport that will send a request show what it would send. */
final class PreviewDesk {

    /** Stands where the ledger's own Message-ID will be; it belongs to no message. */
    private static final String MESSAGE_ID = "<onizleme.preview@peyk.invalid>";

    private final Map<Channel, Transport> transports;
    private final SendingConfig config;
    private final Clock clock;

    PreviewDesk(Map<Channel, Transport> transports, SendingConfig config, Clock clock) {
        this.transports = Map.copyOf(transports);
        this.config = config;
        this.clock = clock;
    }

    RenderedMessage show(MailRequest request, Channel channel, @Nullable Locale language, String recipient) {
        RequestForm form = request.form();
        Sender sender = form.sender();
        if (sender == null || form.content().versionFor(language).isEmpty()) {
            throw new PeykException(ErrorCode.INCOMPLETE, null);
        }
        Transport transport = transports.get(channel);
        if (transport == null) {
            throw new PeykException(ErrorCode.NO_TRANSPORT, null);
        }
        if (!transport.accepts(recipient)) {
            throw new PeykException(ErrorCode.ADDRESS_MALFORMED, null);
        }
        String returnPath = config.returnPath() == null ? sender.address() : config.returnPath();
        Envelope envelope = new Envelope(recipient, null, returnPath, MESSAGE_ID, clock.instant(), List.of());
        try {
            return transport.render(new DeliveryMaker(request, config).message(language), envelope);
        } catch (TransportException e) {
            throw new PeykException(ErrorCode.PLUGIN_FAILED, e.text(), e);
        }
    }

    /** Digest of the body of a mail, which does not depend on who gets it. */
    String bodyOf(MailRequest request, Locale language) {
        Sender sender = Objects.requireNonNull(request.form().sender(), "sender");
        return show(request, Channel.MAIL, language, sender.address()).bodySha256();
    }
}
