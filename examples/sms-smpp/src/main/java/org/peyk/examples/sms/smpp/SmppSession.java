package org.peyk.examples.sms.smpp;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.peyk.examples.sms.text.SmsPlan;
import org.peyk.examples.sms.text.SmsText;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryFeed;
import org.peyk.spi.transport.DeliveryId;
import org.peyk.spi.transport.DeliveryOutcome.Deferred;
import org.peyk.spi.transport.DeliveryOutcome.Refused;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.GateAnswer;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.ServerReply;
import org.peyk.spi.transport.TransportException;
import org.peyk.spi.transport.TransportSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session that keeps a window of messages under way. The gate is asked before a message's first part leaves, so nobody gets a beginning
 * without its end because of us. An interrupt is answered within {@link #GRACE}, a close at once.
 */
final class SmppSession implements TransportSession {

    /** How long answers are waited for when the thread is asked to stop; each that comes is one message less in doubt. */
    static final Duration GRACE = Duration.ofSeconds(2);

    /** How long an answer that was read before the connection ended may take to be understood. */
    private static final Duration LAST_ANSWERS = Duration.ofMillis(250);

    private static final Duration WORKERS_END = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(SmppSession.class);

    private final SmppConfig config;
    private final SmppLink link;
    private final @Nullable ReceiptBook book;
    private final ExecutorService workers;
    private final LinkedBlockingQueue<Note> notes;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Map<DeliveryId, Flight> inFlight = new LinkedHashMap<>();
    private volatile boolean closed;
    private volatile boolean running;

    /**
     * A flight that came to its end; without one, the connection did.
     *
     * @param flight the flight, or null
     */
    record Note(@Nullable Flight flight) {}

    /** The session is of no more use. */
    private static final class Lost extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean connected;

        Lost(boolean connected) {
            this.connected = connected;
        }
    }

    SmppSession(SmppConfig config, SmppLink link, @Nullable ReceiptBook book, LinkedBlockingQueue<Note> notes) {
        this.config = config;
        this.link = link;
        this.book = book;
        this.notes = notes;
        this.workers = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "peyk-smpp");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void run(DeliveryFeed feed) throws TransportException, InterruptedException {
        if (closed || !link.bound()) {
            throw SmppProblem.CLOSED.failure(FailureScope.SESSION);
        }
        running = true;
        try {
            serve(feed);
        } catch (Lost e) {
            abandon(feed, e.connected ? GRACE : LAST_ANSWERS);
            throw SmppProblem.LOST.failure(FailureScope.SESSION);
        } catch (InterruptedException | RuntimeException e) {
            abandon(feed, GRACE);
            throw e;
        } finally {
            running = false;
        }
    }

    private void serve(DeliveryFeed feed) throws Lost, InterruptedException {
        while (true) {
            Delivery delivery = null;
            if (inFlight.isEmpty()) {
                delivery = feed.take();
                if (delivery == null) {
                    return;
                }
            } else if (inFlight.size() < config.window()) {
                delivery = feed.poll();
            }
            if (delivery == null) {
                settle(feed);
            } else {
                start(feed, delivery);
            }
        }
    }

    private void start(DeliveryFeed feed, Delivery delivery) throws Lost, InterruptedException {
        ServerReply nothing = ServerReply.none("no mobile number in E.164 form", Phase.RECIPIENT);
        if (!MobileNumbers.isE164(delivery.envelope().recipient())) {
            feed.report(delivery, new Refused(nothing, FailureScope.RECIPIENT));
            return;
        }
        SmsPlan plan = plan(delivery);
        if (plan == null) {
            ServerReply unfit = ServerReply.none("no text, or more parts than are allowed", Phase.CONTENT);
            feed.report(delivery, new Refused(unfit, FailureScope.CONTENT));
            return;
        }
        if (mayLeave(feed, delivery)) {
            int number = ConcatenationNumber.of(delivery.envelope().messageId());
            Flight flight =
                    new Flight(config, link, book, delivery, plan.parts(number), stopped, f -> notes.add(new Note(f)));
            inFlight.put(delivery.id(), flight);
            workers.execute(flight);
        }
    }

    private @Nullable SmsPlan plan(Delivery delivery) {
        String text = delivery.message().body().smsText();
        if (text == null || text.isBlank()) {
            return null;
        }
        SmsPlan plan = SmsText.plan(text, config.nationalTables(), config.reference());
        return plan.segments() > config.maxParts() ? null : plan;
    }

    private boolean mayLeave(DeliveryFeed feed, Delivery delivery) throws Lost, InterruptedException {
        boolean settled = false;
        try {
            while (inFlight.size() >= feed.window()) {
                settle(feed);
            }
            GateAnswer answer = feed.gate(delivery);
            while (answer == GateAnswer.SETTLE_FIRST) {
                while (!inFlight.isEmpty()) {
                    settle(feed);
                }
                answer = feed.gate(delivery);
            }
            settled = true;
            return answer == GateAnswer.PROCEED;
        } finally {
            if (!settled) {
                ServerReply heldBack = ServerReply.none("held back", Phase.CONTENT);
                feed.report(delivery, new Deferred(heldBack, FailureScope.SESSION, null));
            }
        }
    }

    /** Waits for one flight to end, and reports all that have. */
    private void settle(DeliveryFeed feed) throws Lost, InterruptedException {
        Note note = notes.take();
        while (note != null) {
            if (!report(feed, note)) {
                throw new Lost(note.flight() != null);
            }
            note = notes.poll();
        }
    }

    /** Reports what a note tells of; false when the session is over with it. */
    private boolean report(DeliveryFeed feed, Note note) {
        Flight flight = note.flight();
        if (flight == null) {
            return false;
        }
        if (inFlight.remove(flight.delivery().id()) == null) {
            return true;
        }
        feed.report(flight.delivery(), flight.outcome());
        return !Flight.breaks(flight.outcome());
    }

    /** Ends the connection and reports everything that was under way, with what is known of it by then. */
    private void abandon(DeliveryFeed feed, Duration patience) {
        boolean interrupted = awaitAnswers(feed, patience);
        closed = true;
        stopped.countDown();
        link.close();
        workers.shutdownNow();
        try {
            // one that does not end in time is reported with what it knows
            if (!workers.awaitTermination(WORKERS_END.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("answers of a session that ended are still waited for");
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        for (Flight flight : List.copyOf(inFlight.values())) {
            inFlight.remove(flight.delivery().id());
            feed.report(flight.delivery(), flight.outcome());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the waiting was cut short by another interrupt. */
    private boolean awaitAnswers(DeliveryFeed feed, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!inFlight.isEmpty()) {
                Note note = notes.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (note == null) {
                    return false;
                }
                if (note.flight() == null) {
                    // nothing more comes but what was read already
                    end = Math.min(end, System.nanoTime() + LAST_ANSWERS.toNanos());
                } else {
                    report(feed, note);
                }
            }
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Whether it was closed. */
    boolean ended() {
        return closed;
    }

    @Override
    public void close() {
        boolean first = !closed;
        closed = true;
        stopped.countDown();
        if (first && !running) {
            link.unbind();
        } else {
            link.close();
        }
        workers.shutdown();
    }
}
