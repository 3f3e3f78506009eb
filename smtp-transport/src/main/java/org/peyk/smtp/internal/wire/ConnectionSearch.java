package org.peyk.smtp.internal.wire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.smtp.SmtpRelay;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.TransportException;

/**
 * One session's search for a connection: one that lies idle and still answers, else a new one to the first relay that gives one, waiting for
 * one that starts slowly.
 */
final class ConnectionSearch {
    /** Looked at so often, as closing a session signals nobody. */
    private static final long LOOK_NANOS = 50_000_000;

    private final ConnectionPool pool;
    private final SmtpSession session;
    private final List<SmtpRelay> tried = new ArrayList<>();
    private final long deadline;
    private @Nullable TransportException first;

    ConnectionSearch(ConnectionPool pool, SmtpSession session) {
        this.pool = pool;
        this.session = session;
        this.deadline = System.nanoTime() + pool.config().pool().patience().toNanos();
    }

    SmtpConnection run() throws TransportException, InterruptedException {
        while (true) {
            SmtpConnection kept = kept();
            if (kept != null) {
                return kept;
            }
            Relays.Choice choice = pool.relays().choose(tried);
            if (choice == null) {
                throw first == null ? Failures.closed() : first;
            }
            SmtpRelay relay = choice.relay();
            if (relay == null) {
                await(choice.waitNanos());
                continue;
            }
            try {
                return pool.connect(relay, session);
            } catch (TransportException e) {
                // refused credentials or a wrong certificate are somebody's to look at, and a closed session is over
                if (e.scope() != FailureScope.SESSION || session.stopping() || Failures.isOurs(e)) {
                    throw e;
                }
                pool.relays().failed(relay);
                tried.add(relay);
                first = first == null ? e : first;
            }
        }
    }

    private void await(long nanos) throws TransportException, InterruptedException {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            throw Failures.busy();
        }
        pool.awaitChange(Math.min(Math.min(nanos, left), LOOK_NANOS));
        if (session.closed()) {
            throw Failures.closed();
        }
    }

    private @Nullable SmtpConnection kept() throws InterruptedException {
        for (SmtpConnection c = pool.pollIdle(); c != null; c = pool.pollIdle()) {
            session.guardedBy(c.guard());
            boolean good = !c.dead() && !c.wornOut();
            if (good && c.idleFor(pool.config().pool().checkAfter())) {
                good = session.stillAnswers(c);
            }
            if (good) {
                return c;
            }
            pool.discard(c);
            if (Thread.interrupted()) {
                throw new InterruptedException("asked to stop while a connection was being tried");
            }
        }
        return null;
    }
}
