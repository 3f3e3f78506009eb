package org.peyk.spi.tck;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.peyk.spi.transport.Transport;
import org.peyk.spi.transport.TransportException;
import org.peyk.spi.transport.TransportSession;

import static org.assertj.core.api.Assertions.assertThat;

/** A session at work on a thread of its own, as in the library: opened, run and closed there. */
final class SessionRun {

    /** Something done to a session that waits, until it has ended. */
    @FunctionalInterface
    interface Stop {
        void stop(Transport transport, SessionRun run) throws Exception;
    }

    private final CompletableFuture<TransportSession> opened = new CompletableFuture<>();
    private final Duration patience;
    private final Crowd.Running<Optional<Exception>> running;

    private SessionRun(Duration patience, Transport transport, List<RecordingFeed> feeds) {
        this.patience = patience;
        this.running = Crowd.start(() -> run(transport, feeds));
    }

    /** Opens a session and gives it the feeds, one after the other. */
    static SessionRun start(TransportFixture fixture, Transport transport, RecordingFeed... feeds) {
        return new SessionRun(fixture.patience(), transport, List.of(feeds));
    }

    private Optional<Exception> run(Transport transport, List<RecordingFeed> feeds) {
        try (TransportSession session = transport.open()) {
            opened.complete(session);
            for (RecordingFeed feed : feeds) {
                try {
                    session.run(feed);
                } finally {
                    feed.over();
                }
            }
            return Optional.empty();
        } catch (TransportException | InterruptedException | RuntimeException e) {
            opened.completeExceptionally(e);
            return Optional.of(e);
        }
    }

    TransportSession session() throws InterruptedException, ExecutionException, TimeoutException {
        return opened.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    void interrupt() {
        running.interrupt();
    }

    /** What the run ended with; empty for a normal end. */
    Optional<Exception> end() throws Exception {
        return endWithin(patience);
    }

    Optional<Exception> endWithin(Duration limit) throws Exception {
        return running.result(limit);
    }

    /** Ends as it does when nothing goes wrong with the connection. */
    void endsWell() throws Exception {
        assertThat(end()).as("what run() threw").isEmpty();
    }

    /** Ends either well or by saying that the session is of no more use. */
    Optional<Exception> endsWellOrBroken() throws Exception {
        Optional<Exception> failure = end();
        failure.ifPresent(f -> assertThat(f)
                .as("what run() threw after a failure of the connection")
                .isInstanceOf(TransportException.class));
        return failure;
    }
}
