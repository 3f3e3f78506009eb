package org.peyk.internal.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.peyk.DeliveryReason;
import org.peyk.ErrorCode;
import org.peyk.MailRequest;
import org.peyk.PeykException;
import org.peyk.RefusedException;
import org.peyk.RequestState;
import org.peyk.SendingConfig;
import org.peyk.StoreException;
import org.peyk.internal.lifecycle.Command;
import org.peyk.internal.store.BatchKey;
import org.peyk.internal.store.ClaimedRow;
import org.peyk.internal.store.ExclusionRows;
import org.peyk.internal.store.LedgerRows;
import org.peyk.internal.store.RequestCommands;
import org.peyk.internal.store.Store;
import org.peyk.spi.InDoubtPolicy;
import org.peyk.spi.RequestId;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.TransportException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one batch through one session, as far as it goes at this moment. */
final class BatchRun {

    private static final Logger LOG = LoggerFactory.getLogger(BatchRun.class);

    private final Store store;
    private final RequestCommands commands;
    private final Clock clock;
    private final SendingConfig config;
    private final Sessions sessions;
    private final LedgerWriter writer;
    private final RunningRequests running;
    private final Completion completion;
    private final SessionBackoff backoff;
    private final BooleanSupplier stopping;
    private final String owner;
    private final Set<BatchKey> underWay = ConcurrentHashMap.newKeySet();

    BatchRun(
            Store store,
            RequestCommands commands,
            Clock clock,
            SendingConfig config,
            Sessions sessions,
            LedgerWriter writer,
            RunningRequests running,
            Completion completion,
            BooleanSupplier stopping,
            String owner) {
        this.store = store;
        this.commands = commands;
        this.clock = clock;
        this.config = config;
        this.sessions = sessions;
        this.writer = writer;
        this.running = running;
        this.completion = completion;
        this.backoff = new SessionBackoff(config);
        this.stopping = stopping;
        this.owner = owner;
    }

    /**
     * Sends what is due.
     *
     * @return when to go on at the earliest, if something is left
     */
    Instant run(BatchKey key) {
        if (!underWay.add(key)) {
            // a jump of the clock made this node take its own work for dead; the work knows better
            return clock.instant().plus(config.heartbeat());
        }
        try {
            return taken(key);
        } finally {
            underWay.remove(key);
        }
    }

    private Instant taken(BatchKey key) {
        MailRequest request = commands.load(key.request());
        Instant now = clock.instant();
        boolean resend = request.form().inDoubtPolicy() == InDoubtPolicy.RESEND;
        int doubted =
                store.write(c -> LedgerRows.takeOver(c, key, resend ? now.plus(config.inDoubtHold()) : null, now));
        if (doubted > 0) {
            LOG.warn(
                    "batch {} of request {} was taken over with {} messages in doubt",
                    key.batch(),
                    key.request(),
                    doubted);
        }
        if (!sendable(request.state())) {
            return now;
        }
        Instant earliest = now;
        Instant notAfter = request.times().end();
        if (notAfter != null && !now.isBefore(notAfter)) {
            store.run(c -> LedgerRows.cancel(c, key.request(), key, DeliveryReason.TOO_LATE, now));
        } else {
            earliest = session(key, request, notAfter);
        }
        completion.check(key.request());
        return earliest;
    }

    /** A finished request still sends what a person sends again. */
    static boolean sendable(@Nullable RequestState state) {
        return state == RequestState.SENDING || state == RequestState.SENT;
    }

    private Instant session(BatchKey key, MailRequest request, @Nullable Instant notAfter) {
        Instant now = clock.instant();
        LedgerRows.Left left = store.read(c -> LedgerRows.left(c, key));
        boolean due = left.open() > 0 && (left.due() == null || !left.due().isAfter(now));
        RequestRun run = running.run(
                key.request(),
                () -> new RequestRun(
                        request.state() == RequestState.SENDING,
                        !store.read(c -> LedgerRows.anyAnswered(c, key.request()))));
        if (!due || stopping.getAsBoolean()) {
            return now;
        }
        if (run.stopped()) {
            // another session is just about to pause the request
            return now.plus(config.sessionBackoff());
        }
        Pace pace = sessions.pace(key.channel());
        Instant held = pace.heldUntil(now);
        if (held != null) {
            return held;
        }
        try (Sessions.Lent lent = sessions.lend(key.channel(), config.pollInterval(), now)) {
            if (lent == null) {
                return busy(pace);
            }
            return send(key, request, notAfter, run, pace, lent);
        } catch (TransportException e) {
            return failed(key, run, e);
        } catch (InterruptedException e) {
            // the process is about to end; the account is in order, and the thread's pool ends with it
            LOG.debug("interrupted");
            return clock.instant();
        } catch (RuntimeException e) {
            if (e instanceof PeykException) {
                throw e;
            }
            LOG.warn(
                    "the transport for {} failed ({})",
                    key.channel(),
                    e.getClass().getName());
            return clock.instant().plus(backoff.failed(key));
        } finally {
            pause(key.request(), run);
        }
    }

    /** All sessions are in use: the next one that is free was waited for already, unless fewer are allowed for a while. */
    private Instant busy(Pace pace) {
        Instant now = clock.instant();
        return pace.slowed(now) ? now.plus(config.pollInterval()) : now;
    }

    private Instant send(
            BatchKey key,
            MailRequest request,
            @Nullable Instant notAfter,
            RequestRun run,
            Pace pace,
            Sessions.Lent lent)
            throws TransportException, InterruptedException {
        List<ClaimedRow> rows = store.write(c -> {
            Instant now = clock.instant();
            LedgerRows.resendDue(c, key, now);
            // who was put on a list since the audience was read does not get it any more
            ExclusionRows.skip(c, key, ExclusionRows.applying(request.form().purpose(), config.audience()), now);
            return LedgerRows.claim(c, key, owner, now);
        });
        OutcomeRules rules =
                new OutcomeRules(config, request.form().inDoubtPolicy(), notAfter, ThreadLocalRandom.current());
        BatchFeed feed = new BatchFeed(
                rows,
                writer,
                new DeliveryMaker(request, config),
                rules,
                run,
                pace,
                clock,
                notAfter,
                stopping,
                config.intentWindow());
        try {
            lent.session().run(feed);
            if (!feed.sessionFailed()) {
                lent.keep();
            }
        } finally {
            settle(key, feed.end());
            if (feed.progress()) {
                backoff.worked(key);
            }
        }
        Instant held = pace.heldUntil(clock.instant());
        if (held != null) {
            return held;
        }
        boolean idle = !rows.isEmpty() && !feed.progress();
        return feed.sessionFailed() || idle ? clock.instant().plus(backoff.failed(key)) : clock.instant();
    }

    /** Waits until every result is stored, and gives back what was not sent. */
    private void settle(BatchKey key, CompletableFuture<Boolean> stored) {
        boolean kept;
        try {
            kept = await(stored);
        } catch (ExecutionException e) {
            kept = false;
        }
        if (!kept) {
            throw new StoreException(ErrorCode.STORE_UNAVAILABLE, null);
        }
        store.run(c -> LedgerRows.unclaim(c, key, owner, clock.instant()));
    }

    /** An interrupt does not end this: results that are waiting are worth the grace time. */
    private static boolean await(CompletableFuture<Boolean> stored) throws ExecutionException {
        for (; ; ) {
            try {
                return stored.get();
            } catch (InterruptedException e) {
                LOG.debug("interrupted while results were being stored");
            }
        }
    }

    private Instant failed(BatchKey key, RequestRun run, TransportException e) {
        if (e.scope() == FailureScope.ACCOUNT) {
            LOG.warn("the sending account was refused ({}); request {} is paused", e.code(), key.request());
            run.stopFor(DeliveryReason.ACCOUNT.name());
        }
        if (e.scope() == FailureScope.RATE) {
            Instant now = clock.instant();
            Instant until = now.plus(config.rateWait());
            sessions.pace(key.channel()).slowDown(until, now);
            return until;
        }
        LOG.info("a session for {} failed ({})", key.channel(), e.code());
        return clock.instant().plus(backoff.failed(key));
    }

    /** Pauses the request when one of its sessions met something that somebody must look at. */
    private void pause(RequestId request, RequestRun run) {
        String remark = run.takePause();
        if (remark == null) {
            return;
        }
        DeliveryReason reason = DeliveryReason.valueOf(remark);
        String note = reason.label().tr() + " / " + reason.label().en();
        try {
            commands.execute(request, null, r -> new Command.Pause(remark, note));
        } catch (RefusedException e) {
            if (e.code() != ErrorCode.STATE) {
                throw e;
            }
            LOG.debug("request {} was stopped already", request);
        } finally {
            // also when it could not be stored: the next run meets the same trouble, and asks again
            running.end(request, run);
        }
    }
}
