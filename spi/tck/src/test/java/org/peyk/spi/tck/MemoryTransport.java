package org.peyk.spi.tck;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.peyk.spi.Channel;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PluginInfo;
import org.peyk.spi.transport.Envelope;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.OutboundMessage;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.PreflightProblem;
import org.peyk.spi.transport.RenderedMessage;
import org.peyk.spi.transport.ServerReply;
import org.peyk.spi.transport.Transport;
import org.peyk.spi.transport.TransportCapabilities;
import org.peyk.spi.transport.TransportException;
import org.peyk.spi.transport.TransportSession;

/** A transport to a {@link MemoryRemote}: right in everything, but for one defect. */
final class MemoryTransport implements Transport {
    static final long LARGEST = 8_000_000;

    private static final Pattern MAIL =
            Pattern.compile("(?=.{1,254}$)[\\w.+-]{1,64}@[a-z0-9-]+(\\.[a-z0-9-]+)+", Pattern.DOTALL);
    private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{7,14}");
    private static final LocalizedText NOBODY =
            new LocalizedText("Sunucu yanıt vermiyor.", "The server does not answer.");

    private final MemoryRemote remote;
    private final Channel channel;
    private final boolean pipelining;
    private final long timeoutMillis;
    private final TransportDefect defect;
    private final MemoryRendering rendering;
    private final Set<MemorySession> sessions = ConcurrentHashMap.newKeySet();
    private final AtomicInteger opened = new AtomicInteger();
    private boolean closed;

    MemoryTransport(
            MemoryRemote remote, Channel channel, boolean pipelining, long timeoutMillis, TransportDefect defect) {
        this.remote = remote;
        this.channel = channel;
        this.pipelining = pipelining;
        this.timeoutMillis = timeoutMillis;
        this.defect = defect;
        this.rendering = new MemoryRendering(channel, defect);
    }

    @Override
    public PluginInfo info() {
        return new PluginInfo("memory", defect == TransportDefect.INFO_CHANGES ? "" + System.nanoTime() : "1");
    }

    @Override
    public Channel channel() {
        if (defect == TransportDefect.WRONG_CHANNEL) {
            return channel == Channel.MAIL ? Channel.SMS : Channel.MAIL;
        }
        return channel;
    }

    @Override
    public TransportCapabilities capabilities() {
        return new TransportCapabilities(
                4, LARGEST, pipelining || defect == TransportDefect.SAYS_IT_PIPELINES, channel == Channel.MAIL);
    }

    @Override
    public TransportSession open() throws TransportException {
        if (closed) {
            throw failure("MEMORY-CLOSED", null);
        }
        if (opened.incrementAndGet() > 1 && defect == TransportDefect.ONE_SESSION_EVER) {
            throw failure("MEMORY-BUSY", null);
        }
        try {
            MemorySession session = new MemorySession(this, remote.connect());
            sessions.add(session);
            return session;
        } catch (IOException e) {
            if (defect == TransportDefect.OPENS_WITH_NOBODY) {
                return new MemorySession(this, new MemoryLine(remote));
            }
            throw failure("MEMORY-CONNECT", e);
        }
    }

    static TransportException failure(String code, Throwable cause) {
        return new TransportException(
                code, NOBODY, FailureScope.SESSION, ServerReply.none("no answer", Phase.CONNECT), cause);
    }

    @Override
    public RenderedMessage render(OutboundMessage message, Envelope envelope) throws TransportException {
        return rendering.render(message, envelope);
    }

    @Override
    public boolean accepts(String address) {
        if (defect == TransportDefect.ACCEPTS_ANYTHING) {
            return true;
        }
        if (defect == TransportDefect.ACCEPTS_NOTHING) {
            return address == null;
        }
        return (channel == Channel.MAIL ? MAIL : PHONE).matcher(address).matches();
    }

    @Override
    public List<PreflightProblem> check() {
        if (defect == TransportDefect.CHECK_SENDS) {
            remote.take("<check@universite.example>", "Deneme".getBytes(StandardCharsets.UTF_8));
        }
        boolean answers = true;
        try {
            remote.connect().close();
        } catch (IOException e) {
            answers = false;
        }
        if (defect == TransportDefect.CHECK_IS_ALWAYS_FATAL
                || (!answers && defect != TransportDefect.CHECK_FINDS_NOTHING)) {
            return List.of(new PreflightProblem("MEMORY-CONNECT", true, NOBODY));
        }
        return List.of();
    }

    @Override
    public void close() {
        if (closed && defect == TransportDefect.CLOSES_ONCE) {
            throw new IllegalStateException("closed already");
        }
        closed = true;
        if (defect != TransportDefect.FORGETS_ITS_SESSIONS) {
            sessions.forEach(MemorySession::close);
        }
    }

    MemoryRemote remote() {
        return remote;
    }

    boolean pipelining() {
        return pipelining || defect == TransportDefect.PIPELINES_AND_DOES_NOT_SAY_SO;
    }

    long timeoutMillis() {
        return timeoutMillis;
    }

    TransportDefect defect() {
        return defect;
    }
}
