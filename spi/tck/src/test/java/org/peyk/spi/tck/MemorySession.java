package org.peyk.spi.tck;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryFeed;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.DeliveryOutcome.Accepted;
import org.peyk.spi.transport.DeliveryOutcome.Deferred;
import org.peyk.spi.transport.DeliveryOutcome.InDoubt;
import org.peyk.spi.transport.DeliveryOutcome.Refused;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.GateAnswer;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.ServerReply;
import org.peyk.spi.transport.TransportException;
import org.peyk.spi.transport.TransportSession;

/** A session of a {@link MemoryTransport}. */
final class MemorySession implements TransportSession {
    private final MemoryTransport transport;
    private final TransportDefect defect;
    private final Deque<Delivery> inFlight = new ArrayDeque<>();
    private volatile MemoryLine line;
    private volatile boolean closed;
    private int runs;
    private @Nullable Delivery current;
    private Phase phase = Phase.RECIPIENT;
    private @Nullable Delivery late;
    private @Nullable DeliveryOutcome lateOutcome;

    MemorySession(MemoryTransport transport, MemoryLine line) {
        this.transport = transport;
        this.defect = transport.defect();
        this.line = line;
    }

    private boolean is(TransportDefect other) {
        return defect == other;
    }

    @Override
    public void run(DeliveryFeed feed) throws TransportException, InterruptedException {
        if (closed && !is(TransportDefect.SENDS_AFTER_CLOSE)) {
            throw MemoryTransport.failure("MEMORY-CLOSED", null);
        }
        if (++runs > 1 && is(TransportDefect.SERVES_ONE_FEED)) {
            throw MemoryTransport.failure("MEMORY-USED", null);
        }
        if (is(TransportDefect.SENDS_A_PROBE)) {
            transport.remote().take("<probe@universite.example>", new byte[0]);
        }
        try {
            serve(feed);
        } catch (IOException e) {
            abandon(feed);
            throw MemoryTransport.failure("MEMORY-DROPPED", e);
        } catch (InterruptedException e) {
            abandon(feed);
            if (!is(TransportDefect.SWALLOWS_AN_INTERRUPT)) {
                throw e;
            }
        } catch (RuntimeException e) {
            abandon(feed);
            throw e;
        }
    }

    private void serve(DeliveryFeed feed) throws IOException, InterruptedException {
        while (true) {
            Delivery delivery = inFlight.isEmpty() ? feed.take() : feed.poll();
            flushLate(feed);
            if (delivery == null) {
                if (inFlight.isEmpty()) {
                    return;
                }
                settle(feed);
            } else {
                current = delivery;
                phase = Phase.RECIPIENT;
                send(feed, delivery);
                current = null;
                if (!transport.pipelining()) {
                    settleAll(feed);
                }
            }
        }
    }

    private void send(DeliveryFeed feed, Delivery delivery) throws IOException, InterruptedException {
        String address = delivery.envelope().recipient();
        if (!transport.accepts(address)) {
            if (is(TransportDefect.THROWS_AT_AN_ADDRESS)) {
                throw new IllegalArgumentException("not an address");
            }
            ServerReply local = ServerReply.none("not an address of this channel", Phase.RECIPIENT);
            report(feed, delivery, new Refused(local, FailureScope.RECIPIENT));
            return;
        }
        byte[] message = render(feed, delivery);
        if (message == null) {
            return;
        }
        MemoryLine.Answer answer = line.recipient(address);
        if (answer.code() != 250) {
            refusedRecipient(feed, delivery, answer);
            return;
        }
        phase = Phase.CONTENT;
        line.content();
        end(feed, delivery, message);
    }

    private byte @Nullable [] render(DeliveryFeed feed, Delivery delivery) throws IOException {
        String text = delivery.message().body().text();
        ServerReply local = ServerReply.none("cannot be sent", Phase.CONTENT);
        if (is(TransportDefect.ASCII_ONLY)
                && !StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            report(feed, delivery, new Refused(local, FailureScope.CONTENT));
            return null;
        }
        try (InputStream in = transport
                .render(delivery.message(), delivery.envelope())
                .bytes()
                .open()) {
            byte[] bytes = in.readAllBytes();
            if (bytes.length > MemoryTransport.LARGEST && !is(TransportDefect.IGNORES_ITS_LARGEST_SIZE)) {
                report(feed, delivery, new Refused(local, FailureScope.CONTENT));
                return null;
            }
            if (is(TransportDefect.SENDS_ANOTHER_BODY)) {
                bytes[bytes.length - 5] ^= 1;
            }
            return bytes;
        } catch (TransportException e) {
            report(feed, delivery, new Deferred(local, FailureScope.CONTENT, null));
            return null;
        }
    }

    private void refusedRecipient(DeliveryFeed feed, Delivery delivery, MemoryLine.Answer answer)
            throws IOException, InterruptedException {
        if (is(TransportDefect.GATE_FOR_A_REFUSED_RECIPIENT)) {
            feed.gate(delivery);
        }
        String text = is(TransportDefect.SHOWS_THE_ADDRESS)
                ? answer.text()
                : answer.text().replaceAll("<.*>", "<…>");
        ServerReply reply = new ServerReply(answer.code(), null, text, Phase.RECIPIENT);
        if (answer.code() == 421) {
            FailureScope scope =
                    is(TransportDefect.SHUTDOWN_HITS_THE_RECIPIENT) ? FailureScope.RECIPIENT : FailureScope.SESSION;
            report(feed, delivery, new Deferred(reply, scope, null));
            throw new MemoryLine.Dropped();
        }
        boolean good = answer.code() >= 500
                ? !is(TransportDefect.REFUSED_IS_DEFERRED)
                : is(TransportDefect.DEFERRED_IS_REFUSED);
        report(
                feed,
                delivery,
                good ? new Refused(reply, FailureScope.RECIPIENT) : new Deferred(reply, FailureScope.RECIPIENT, null));
    }

    private void dropped(DeliveryFeed feed, Delivery delivery) {
        ServerReply reply = ServerReply.none("connection dropped", phase);
        if (is(TransportDefect.DROP_IS_ALWAYS_DOUBT)) {
            report(feed, delivery, new InDoubt(ServerReply.none("connection dropped", Phase.FINAL)));
        } else if (is(TransportDefect.DROP_IN_CONTENT_IS_REFUSED) && phase == Phase.CONTENT) {
            report(feed, delivery, new Refused(reply, FailureScope.CONTENT));
        } else if (!is(TransportDefect.DROP_IS_UNREPORTED)) {
            report(feed, delivery, new Deferred(reply, FailureScope.SESSION, null));
        }
    }

    private void end(DeliveryFeed feed, Delivery delivery, byte[] message) throws IOException, InterruptedException {
        boolean early = is(TransportDefect.ASKS_THE_GATE_AFTER_THE_END);
        if (early) {
            line.end(delivery.envelope().messageId(), message);
        }
        GateAnswer answer = is(TransportDefect.ASKS_NO_GATE) ? GateAnswer.PROCEED : ask(feed, delivery);
        if (answer == GateAnswer.WITHDRAW) {
            withdrawn(feed, delivery, message);
            return;
        }
        inFlight.add(delivery);
        current = null;
        if (!early && !is(TransportDefect.REPORTS_WITHOUT_SENDING)) {
            line.end(delivery.envelope().messageId(), message);
        }
        if (is(TransportDefect.SENDS_TWICE)) {
            transport.remote().take(delivery.envelope().messageId(), message);
        }
    }

    private GateAnswer ask(DeliveryFeed feed, Delivery delivery) throws IOException, InterruptedException {
        if (!is(TransportDefect.IGNORES_THE_WINDOW)) {
            while (inFlight.size() >= feed.window()) {
                settle(feed);
            }
        }
        try {
            GateAnswer answer = feed.gate(delivery);
            while (answer == GateAnswer.SETTLE_FIRST && !is(TransportDefect.IGNORES_THE_WINDOW)) {
                settleAll(feed);
                answer = feed.gate(delivery);
            }
            return answer;
        } catch (InterruptedException e) {
            if (is(TransportDefect.SENDS_THOUGH_THE_GATE_WAS_INTERRUPTED)) {
                return GateAnswer.PROCEED;
            }
            heldBack(feed, delivery);
            throw e;
        } catch (RecordingFeed.GateFailure e) {
            if (is(TransportDefect.SENDS_THOUGH_THE_GATE_FAILED)) {
                return GateAnswer.PROCEED;
            }
            heldBack(feed, delivery);
            if (is(TransportDefect.HIDES_THE_GATES_FAILURE)) {
                reconnect();
                return GateAnswer.WITHDRAW;
            }
            throw e;
        }
    }

    private void heldBack(DeliveryFeed feed, Delivery delivery) {
        ServerReply reply = ServerReply.none("held back", Phase.CONTENT);
        report(feed, delivery, new Deferred(reply, FailureScope.SESSION, null));
    }

    private void withdrawn(DeliveryFeed feed, Delivery delivery, byte[] message)
            throws IOException, InterruptedException {
        if (is(TransportDefect.SENDS_WITHDRAWN)) {
            line.end(delivery.envelope().messageId(), message);
        }
        if (is(TransportDefect.REPORTS_WITHDRAWN)) {
            heldBack(feed, delivery);
        }
        current = null;
        settleAll(feed);
        if (is(TransportDefect.STOPS_AT_WITHDRAWN)) {
            throw new MemoryLine.Dropped();
        }
        reconnect();
    }

    private void reconnect() throws IOException {
        line.close();
        line = transport.remote().connect();
    }

    private void settleAll(DeliveryFeed feed) throws IOException, InterruptedException {
        while (!inFlight.isEmpty()) {
            settle(feed);
        }
    }

    private void settle(DeliveryFeed feed) throws IOException, InterruptedException {
        MemoryLine.Answer answer =
                is(TransportDefect.REPORTS_WITHOUT_SENDING) ? new MemoryLine.Answer(250, "2.0.0 taken") : answer();
        Delivery delivery = inFlight.remove();
        if (answer == null || answer.code() == 0) {
            ServerReply reply = ServerReply.none(answer == null ? "no answer" : answer.text(), Phase.FINAL);
            if (is(TransportDefect.GARBAGE_IS_ACCEPTED)) {
                report(feed, delivery, new Accepted(new ServerReply(250, null, reply.text(), Phase.FINAL)));
            } else if (is(TransportDefect.GARBAGE_IS_DEFERRED)) {
                report(feed, delivery, new Deferred(reply, FailureScope.SESSION, null));
            } else {
                report(feed, delivery, new InDoubt(reply));
            }
            throw new MemoryLine.Dropped();
        }
        report(feed, delivery, outcome(answer));
    }

    private DeliveryOutcome outcome(MemoryLine.Answer answer) {
        ServerReply reply = new ServerReply(answer.code(), null, answer.text(), Phase.FINAL);
        if (answer.code() < 300) {
            return new Accepted(reply);
        }
        if (is(TransportDefect.REFUSAL_AFTER_THE_END_IS_DOUBT)) {
            return new InDoubt(reply);
        }
        return answer.code() < 500
                ? new Deferred(reply, FailureScope.RECIPIENT, null)
                : new Refused(reply, FailureScope.CONTENT);
    }

    private MemoryLine.@Nullable Answer answer() throws IOException, InterruptedException {
        long millis = is(TransportDefect.IMPATIENT) ? 5 : transport.timeoutMillis();
        if (is(TransportDefect.WAITS_FOR_EVER)) {
            millis = 60_000;
        }
        if (!is(TransportDefect.SLEEPS_THROUGH_AN_INTERRUPT)) {
            return line.answer(millis);
        }
        while (true) {
            try {
                return line.answer(millis);
            } catch (InterruptedException e) {
                // the defect: goes on waiting
            }
        }
    }

    /** Whatever is in flight when the session breaks is in doubt. */
    private void abandon(DeliveryFeed feed) {
        flushLate(feed);
        while (!inFlight.isEmpty()) {
            Delivery delivery = inFlight.remove();
            MemoryLine.Answer answer = line.ready();
            if (answer != null && answer.code() != 0) {
                report(feed, delivery, outcome(answer));
                continue;
            }
            ServerReply reply = ServerReply.none("connection dropped", Phase.FINAL);
            if (is(TransportDefect.LOST_ANSWER_IS_DEFERRED)) {
                ServerReply before = ServerReply.none("connection dropped", Phase.CONTENT);
                report(feed, delivery, new Deferred(before, FailureScope.SESSION, null));
            } else if (is(TransportDefect.LOST_ANSWER_IS_ACCEPTED)) {
                report(feed, delivery, new Accepted(new ServerReply(250, null, "taken", Phase.FINAL)));
            } else {
                if (is(TransportDefect.SENDS_AGAIN_WHEN_IN_DOUBT)) {
                    transport.remote().take(delivery.envelope().messageId(), new byte[0]);
                }
                report(feed, delivery, new InDoubt(reply));
            }
        }
        if (current != null) {
            dropped(feed, current);
        }
        line.close();
    }

    private void report(DeliveryFeed feed, Delivery delivery, DeliveryOutcome outcome) {
        if (delivery.equals(current)) {
            current = null;
        }
        if (is(TransportDefect.FORGETS_THE_LAST_REPORT) || is(TransportDefect.REPORTS_LATE)) {
            flushLate(feed);
            late = delivery;
            lateOutcome = outcome;
            return;
        }
        feed.report(delivery, outcome);
        if (is(TransportDefect.REPORTS_TWICE)) {
            feed.report(delivery, outcome);
        }
    }

    private void flushLate(DeliveryFeed feed) {
        if (late != null && lateOutcome != null) {
            feed.report(late, lateOutcome);
        }
        late = null;
        lateOutcome = null;
    }

    @Override
    public void close() {
        closed = true;
        if (!is(TransportDefect.SLEEPS_THROUGH_CLOSE) && !is(TransportDefect.SENDS_AFTER_CLOSE)) {
            line.close();
        }
    }
}
