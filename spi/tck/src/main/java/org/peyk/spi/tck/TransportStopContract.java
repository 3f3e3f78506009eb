package org.peyk.spi.tck;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peyk.spi.tck.RemoteSide.Behaviour;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryOutcome.Accepted;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.PreflightProblem;
import org.peyk.spi.transport.Transport;
import org.peyk.spi.transport.TransportException;
import org.peyk.spi.transport.TransportSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

/** How a transport stops: interrupted, closed, or with nobody on the other side. */
public interface TransportStopContract extends TransportFixture {

    /**
     * A thread that waits for work is answered an interrupt.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void answersAnInterruptWhileItWaitsForWork() throws Exception {
        List<Delivery> deliveries = deliveries(message(), 0, 2);
        RecordingFeed feed = RecordingFeed.with(deliveries).open().build();
        try (Transport transport = transport()) {
            SessionRun run = SessionRun.start(this, transport, feed);
            assertThat(feed.awaitIdle(patience())).as("waits for more").isTrue();
            run.interrupt();
            assertThat(run.endWithin(bound())).as("what run() threw").get().isInstanceOf(InterruptedException.class);
        }
        Books.allAccepted(feed, deliveries);
        Books.balance(remote(), feed, deliveries);
    }

    /**
     * A thread that waits for the answer to an end is answered an interrupt within the bound, and the message is not lost from sight.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void answersAnInterruptWhileItWaitsForAReply() throws Exception {
        if (remote().behaviours().contains(Behaviour.TAKE_AND_STAY_SILENT)) {
            silent((transport, run) -> {
                run.interrupt();
                assertThat(run.endWithin(bound()))
                        .as("what run() threw")
                        .get()
                        .isInstanceOf(InterruptedException.class);
            });
        }
    }

    /**
     * Closing the session from another thread wakes the one that waits for an answer.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void closingTheSessionWakesIt() throws Exception {
        if (remote().behaviours().contains(Behaviour.TAKE_AND_STAY_SILENT)) {
            silent((transport, run) -> {
                close(run.session());
                endsClosed(run.endWithin(bound()));
            });
        }
    }

    /**
     * Closing the transport closes its sessions, and so wakes the threads that wait in them.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void closingTheTransportWakesItsSessions() throws Exception {
        if (remote().behaviours().contains(Behaviour.TAKE_AND_STAY_SILENT)) {
            silent((transport, run) -> {
                close(transport);
                endsClosed(run.endWithin(bound()));
            });
        }
    }

    /**
     * Closing twice is harmless, for a session and for a transport.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void closesTwice() throws Exception {
        Crowd.within(patience(), () -> {
            Transport transport = transport();
            TransportSession session = transport.open();
            for (AutoCloseable closeable : List.of(session, session, transport, transport, session)) {
                assertThatCode(closeable::close).as("close()").doesNotThrowAnyException();
            }
            return transport;
        });
        assertThat(remote().acceptedMessageIds())
                .as("messages the other side took")
                .isEmpty();
    }

    /**
     * A session that was closed, or whose transport was, sends nothing any more and says that it cannot.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void sendsNothingAfterClose() throws Exception {
        for (boolean whole : new boolean[] {false, true}) {
            List<Delivery> deliveries = deliveries(message(), whole ? 10 : 0, 2);
            RecordingFeed feed = RecordingFeed.of(deliveries);
            Throwable thrown = Crowd.within(patience(), () -> {
                try (Transport transport = transport()) {
                    TransportSession session = transport.open();
                    close(whole ? transport : session);
                    Throwable refusal = catchThrowable(() -> session.run(feed));
                    feed.over();
                    return refusal;
                }
            });
            assertThat(thrown)
                    .as("what run() of a closed session threw")
                    .isInstanceOfAny(TransportException.class, IllegalStateException.class);
            assertThat(feed.outcomes()).as("outcomes").noneMatch(Accepted.class::isInstance);
            Books.balance(remote(), feed, deliveries);
        }
    }

    /**
     * When the other side takes no sessions, opening one says so, and so does the preflight check.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void saysWhenNobodyAnswers() throws Exception {
        if (!remote().behaviours().contains(Behaviour.REFUSE_SESSIONS)) {
            return;
        }
        remote().behave(Behaviour.REFUSE_SESSIONS);
        try (Transport transport = impatientTransport()) {
            Throwable thrown = catchThrowable(() -> Crowd.within(patience(), transport::open));
            assertThat(thrown).as("what open() threw").isInstanceOf(TransportException.class);
            TransportException failure = (TransportException) thrown;
            Wrong.showsNothing("the failure of open()", failure, List.of(sender().address()));
            assertThat(failure.scope()).as("scope").isEqualTo(FailureScope.SESSION);
            assertThat(Crowd.within(patience(), transport::check))
                    .as("problems that check() finds")
                    .anyMatch(PreflightProblem::fatal);
        }
    }

    /**
     * The preflight check finds nothing fatal when all is well, and sends nothing.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void findsNothingFatalWhenAllIsWell() throws Exception {
        try (Transport transport = transport()) {
            assertThat(Crowd.within(patience(), transport::check))
                    .as("problems that check() finds")
                    .noneMatch(PreflightProblem::fatal);
        }
        assertThat(remote().acceptedMessageIds())
                .as("messages the other side took")
                .isEmpty();
    }

    private void silent(SessionRun.Stop stop) throws Exception {
        List<Delivery> deliveries = deliveries(message(), 0, 3);
        remote().behave(Behaviour.TAKE_AND_STAY_SILENT, recipient(1));
        RecordingFeed feed = RecordingFeed.of(deliveries);
        try (Transport transport = transport()) {
            SessionRun run = SessionRun.start(this, transport, feed);
            Crowd.await(
                    "the other side has the message it stays silent about",
                    patience(),
                    () -> remote().acceptedMessageIds().contains(messageId(1)));
            stop.stop(transport, run);
        }
        Books.outcome(Accepted.class, feed, deliveries.get(0));
        Books.inDoubt(feed, deliveries.get(1));
        Books.balance(remote(), feed, deliveries);
    }

    private void close(AutoCloseable closeable) throws Exception {
        Duration limit = bound();
        Crowd.within(limit, () -> {
            closeable.close();
            return closeable;
        });
    }

    private static void endsClosed(Optional<Exception> failure) {
        failure.ifPresent(f -> assertThat(f)
                .as("what run() threw when it was closed")
                .isInstanceOfAny(TransportException.class, InterruptedException.class));
    }
}
