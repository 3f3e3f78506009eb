package org.peyk.examples.sms.smpp;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.jsmpp.bean.BindType;
import org.jspecify.annotations.Nullable;
import org.peyk.examples.sms.text.SmsText;
import org.peyk.spi.ByteSource;
import org.peyk.spi.Channel;
import org.peyk.spi.PluginInfo;
import org.peyk.spi.Sha256;
import org.peyk.spi.transport.Envelope;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.OutboundMessage;
import org.peyk.spi.transport.PreflightProblem;
import org.peyk.spi.transport.RenderedMessage;
import org.peyk.spi.transport.Transport;
import org.peyk.spi.transport.TransportCapabilities;
import org.peyk.spi.transport.TransportException;
import org.peyk.spi.transport.TransportSession;

/** Hands short messages to a centre over SMPP 3.4. Opening a session may take the connect and the response time-out. */
public final class SmppTransport implements Transport {

    /** No text of a part has more octets in UTF-8 than this: a part has at most 160 characters of at most three octets. */
    private static final long MOST_OCTETS_OF_PART = 160L * 3;

    private final SmppConfig config;
    private final @Nullable ReceiptBook book;
    private final Set<SmppSession> sessions = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * A transport that asks for no receipts.
     *
     * @param config how the centre is reached
     */
    public SmppTransport(SmppConfig config) {
        this(config, null);
    }

    /**
     * A transport that asks for receipts.
     *
     * @param config how the centre is reached
     * @param book where receipts are kept; null for none
     */
    public SmppTransport(SmppConfig config, @Nullable ReceiptBook book) {
        this.config = config;
        this.book = book;
    }

    @Override
    public PluginInfo info() {
        return new PluginInfo("sms-smpp", PluginInfo.of(SmppTransport.class).version());
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public TransportCapabilities capabilities() {
        return new TransportCapabilities(
                config.sessions(), config.maxParts() * MOST_OCTETS_OF_PART, config.window() > 1, false);
    }

    @Override
    public TransportSession open() throws TransportException, InterruptedException {
        if (closed) {
            throw SmppProblem.CLOSED.failure(FailureScope.SESSION);
        }
        sessions.removeIf(SmppSession::ended);
        LinkedBlockingQueue<SmppSession.Note> notes = new LinkedBlockingQueue<>();
        SmppSession session = new SmppSession(config, link(notes), book, notes);
        sessions.add(session);
        if (closed) {
            session.close();
        }
        return session;
    }

    private SmppLink link(LinkedBlockingQueue<SmppSession.Note> notes) throws TransportException, InterruptedException {
        boolean receives = book != null && !config.transmitterOnly();
        return SmppLink.open(
                config,
                receives ? BindType.BIND_TRX : BindType.BIND_TX,
                new ReceiptListener(book),
                () -> notes.add(new SmppSession.Note(null)));
    }

    /** The text as people read it, in UTF-8. Into what octets it is put depends on the coding, which {@code segments} is counted by. */
    @Override
    public RenderedMessage render(OutboundMessage message, Envelope envelope) throws TransportException {
        String text = message.body().smsText();
        if (text == null || text.isBlank()) {
            throw SmppProblem.NO_TEXT.failure(FailureScope.CONTENT);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int segments =
                SmsText.plan(text, config.nationalTables(), config.reference()).segments();
        return new RenderedMessage("text/plain", ByteSource.of(bytes), Sha256.hex(bytes), segments);
    }

    /** Numbers of mobile telephones in E.164 form alone; {@link MobileNumberSource} brings what people wrote into it. */
    @Override
    public boolean accepts(String address) {
        return MobileNumbers.isE164(address);
    }

    @Override
    public List<PreflightProblem> check() throws InterruptedException {
        try {
            link(new LinkedBlockingQueue<>()).unbind();
            return List.of();
        } catch (TransportException e) {
            return List.of(new PreflightProblem(e.code(), true, e.text()));
        }
    }

    @Override
    public void close() {
        closed = true;
        sessions.forEach(SmppSession::close);
        sessions.clear();
    }
}
