package org.peyk.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.ByteSource;
import org.peyk.spi.Channel;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.Sha256;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryFeed;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.EnhancedStatusCode;
import org.peyk.spi.transport.Envelope;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.GateAnswer;
import org.peyk.spi.transport.OutboundMessage;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.PreflightProblem;
import org.peyk.spi.transport.RenderedMessage;
import org.peyk.spi.transport.ServerReply;
import org.peyk.spi.transport.Transport;
import org.peyk.spi.transport.TransportCapabilities;
import org.peyk.spi.transport.TransportException;
import org.peyk.spi.transport.TransportSession;

/**
 * A transport that sends nothing and remembers everything: what it took is the truth to which a ledger can be compared. It answers as it is
 * told to, by default with acceptance. Thread-safe.
 */
public final class RecordingTransport implements Transport {

    private static final int DEFAULT_SESSIONS = 100;

    private final Channel channel;
    private final int maxSessions;
    private final List<Delivery> accepted = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> times = new ConcurrentHashMap<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile Answers answers = d -> Answer.accept();
    private volatile Answers before = d -> Answer.accept();
    private volatile @Nullable TransportException refusesToOpen;
    private volatile BooleanSupplier alive = () -> true;

    /** A transport for mail. */
    public RecordingTransport() {
        this(Channel.MAIL, DEFAULT_SESSIONS);
    }

    /**
     * A transport for a channel.
     *
     * @param channel which
     * @param maxSessions how many sessions may be open at once
     */
    public RecordingTransport(Channel channel, int maxSessions) {
        this.channel = channel;
        this.maxSessions = maxSessions;
    }

    /** Decides how a delivery is answered. Called on the session's thread; may block. */
    @FunctionalInterface
    public interface Answers {
        /**
         * The answer to one delivery.
         *
         * @param delivery what is handed over
         * @return the answer
         * @throws InterruptedException when the thread is asked to stop
         */
        Answer to(Delivery delivery) throws InterruptedException;
    }

    /**
     * How a delivery is answered.
     *
     * @param taken whether the message counts as taken, whatever is reported
     * @param outcome what is reported; null when the session breaks before it could report
     * @param breaks whether the session ends with this delivery
     */
    public record Answer(boolean taken, @Nullable DeliveryOutcome outcome, boolean breaks) {

        /**
         * Takes it and says so.
         *
         * @return the answer
         */
        public static Answer accept() {
            ServerReply reply = new ServerReply(250, new EnhancedStatusCode(2, 0, 0), "2.0.0 Ok", Phase.FINAL);
            return new Answer(true, new DeliveryOutcome.Accepted(reply), false);
        }

        /**
         * Does not take it, for now.
         *
         * @param scope what the failure is about
         * @param retryAfter how long to wait at least, or null
         * @return the answer
         */
        public static Answer defer(FailureScope scope, @Nullable Duration retryAfter) {
            ServerReply reply = new ServerReply(450, new EnhancedStatusCode(4, 2, 0), "4.2.0 Later", Phase.FINAL);
            return new Answer(false, new DeliveryOutcome.Deferred(reply, scope, retryAfter), false);
        }

        /**
         * Does not take it, for good.
         *
         * @param scope what the failure is about
         * @return the answer
         */
        public static Answer refuse(FailureScope scope) {
            ServerReply reply = new ServerReply(550, new EnhancedStatusCode(5, 1, 1), "5.1.1 Unknown", Phase.FINAL);
            return new Answer(false, new DeliveryOutcome.Refused(reply, scope), false);
        }

        /**
         * Gives no complete reply.
         *
         * @param taken whether it was taken all the same
         * @return the answer
         */
        public static Answer inDoubt(boolean taken) {
            ServerReply reply = ServerReply.none("connection lost", Phase.FINAL);
            return new Answer(taken, new DeliveryOutcome.InDoubt(reply), true);
        }

        /**
         * Breaks the transport's own rules: the session throws and nothing is reported.
         *
         * @param taken whether it was taken all the same
         * @return the answer
         */
        public static Answer crash(boolean taken) {
            return new Answer(taken, null, true);
        }

        /**
         * The same, and the session ends after it.
         *
         * @return the answer
         */
        public Answer thenBreak() {
            return new Answer(taken, outcome, true);
        }
    }

    /**
     * Sets how deliveries are answered after their end was sent.
     *
     * @param value decides
     * @return this
     */
    public RecordingTransport answering(Answers value) {
        this.answers = value;
        return this;
    }

    /**
     * Sets how deliveries are answered before their end is sent: an acceptance lets them go on, anything else is reported without asking the
     * gate.
     *
     * @param value decides
     * @return this
     */
    public RecordingTransport answeringEarly(Answers value) {
        this.before = value;
        return this;
    }

    /**
     * Sets whether the process that uses this transport still lives. The sessions it has opened take nothing more once it does not, as the
     * connections of a dead process do; sessions that are opened after this call follow the new value.
     *
     * @param value whether it lives
     * @return this
     */
    public RecordingTransport alive(BooleanSupplier value) {
        this.alive = value;
        return this;
    }

    /**
     * Sets whether sessions can be opened.
     *
     * @param scope what a failure is about, or null when sessions open
     * @return this
     */
    public RecordingTransport refusingToOpen(@Nullable FailureScope scope) {
        this.refusesToOpen = scope == null
                ? null
                : new TransportException(
                        "RECORDING-CLOSED",
                        LocalizedText.of("Bağlantı kurulamadı.", "No connection."),
                        scope,
                        null,
                        null);
        return this;
    }

    /**
     * What was taken, in order.
     *
     * @return the deliveries; one that was taken twice is there twice
     */
    public List<Delivery> accepted() {
        return List.copyOf(accepted);
    }

    /**
     * How often a message was taken.
     *
     * @param messageId its Message-ID
     * @return 0 when it was not
     */
    public int times(String messageId) {
        AtomicInteger n = times.get(messageId);
        return n == null ? 0 : n.get();
    }

    /**
     * How many sessions were opened so far.
     *
     * @return the number
     */
    public int sessionsOpened() {
        return opened.get();
    }

    /**
     * How many sessions could not be opened so far.
     *
     * @return the number
     */
    public int sessionsRefused() {
        return refused.get();
    }

    /**
     * How many sessions are open now.
     *
     * @return the number
     */
    public int sessionsOpen() {
        return open.get();
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public TransportCapabilities capabilities() {
        return new TransportCapabilities(maxSessions, Long.MAX_VALUE, false, true);
    }

    @Override
    public TransportSession open() throws TransportException {
        TransportException refusal = refusesToOpen;
        if (refusal != null) {
            refused.incrementAndGet();
            throw refusal;
        }
        opened.incrementAndGet();
        open.incrementAndGet();
        return new Session();
    }

    private final class Session implements TransportSession {
        private final BooleanSupplier lives = alive;
        private volatile boolean closed;

        @Override
        public void run(DeliveryFeed feed) throws TransportException, InterruptedException {
            for (Delivery d = feed.take(); d != null; d = feed.take()) {
                Answer early = before.to(d);
                if (!(early.outcome() instanceof DeliveryOutcome.Accepted)) {
                    finish(feed, d, early);
                } else if (feed.gate(d) == GateAnswer.PROCEED) {
                    if (!lives.getAsBoolean()) {
                        throw new IllegalStateException("the process of this session is dead");
                    }
                    finish(feed, d, answers.to(d));
                }
            }
        }

        private void finish(DeliveryFeed feed, Delivery d, Answer answer) throws TransportException {
            if (answer.taken()) {
                accepted.add(d);
                times.computeIfAbsent(d.envelope().messageId(), k -> new AtomicInteger())
                        .incrementAndGet();
            }
            DeliveryOutcome outcome = answer.outcome();
            if (outcome == null) {
                throw new IllegalStateException("the session crashed, as it was told to");
            }
            feed.report(d, outcome);
            if (answer.breaks()) {
                throw new TransportException(
                        "RECORDING-LOST",
                        LocalizedText.of("Bağlantı koptu.", "The connection was lost."),
                        FailureScope.SESSION,
                        null,
                        null);
            }
        }

        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                open.decrementAndGet();
            }
        }
    }

    @Override
    public RenderedMessage render(OutboundMessage message, Envelope envelope) {
        String text = message.body().text();
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return new RenderedMessage("text/plain", ByteSource.of(bytes), Sha256.hex(bytes), 1);
    }

    @Override
    public boolean accepts(String address) {
        if (channel == Channel.SMS) {
            return address.matches("\\+[0-9]{8,15}");
        }
        int at = address.indexOf('@');
        return at > 0
                && at == address.lastIndexOf('@')
                && at < address.length() - 1
                && address.codePoints()
                        .noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c) || c == '<' || c == '>');
    }

    @Override
    public List<PreflightProblem> check() {
        return new ArrayList<>();
    }

    @Override
    public void close() {
        // sessions are closed by those who opened them
    }
}
