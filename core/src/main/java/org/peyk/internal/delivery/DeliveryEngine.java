package org.peyk.internal.delivery;

import com.github.kagkarlsson.scheduler.task.Task;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.peyk.Activity;
import org.peyk.DeliveryReason;
import org.peyk.DeliveryState;
import org.peyk.LedgerCounts;
import org.peyk.MailRequest;
import org.peyk.RequestState;
import org.peyk.SendingConfig;
import org.peyk.internal.store.BatchKey;
import org.peyk.internal.store.ExpansionRows;
import org.peyk.internal.store.LedgerRows;
import org.peyk.internal.store.RequestCommands;
import org.peyk.internal.store.RequestRows;
import org.peyk.internal.store.Store;
import org.peyk.spi.RequestId;
import org.peyk.spi.recipient.RecipientSource;
import org.peyk.spi.transport.Transport;

/** The sending of one node: begins what is due, turns audiences into rows, sends batches, and ends what is done. */
public final class DeliveryEngine implements AutoCloseable {

    /** The scheduler keeps no more of a node's name. */
    public static final int NODE_NAME_LENGTH = 50;

    private final Store store;
    private final Clock clock;
    private final SendingConfig config;
    private final DeliveryHook hook;
    private final Sessions sessions;
    private final LedgerWriter writer;
    private final Schedulers schedulers;
    private final Completion completion;
    private final RequestRows requests;
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean stopping = new AtomicBoolean();

    /**
     * Puts the engine together; nothing happens before it is started.
     *
     * @param commands commands that call the hook
     * @param hook made before the commands
     * @param more short work of other rooms
     * @param node this process's name, unique among those on the store; at most {@link #NODE_NAME_LENGTH} characters
     */
    public DeliveryEngine(
            Store store,
            RequestCommands commands,
            DeliveryHook hook,
            Clock clock,
            SendingConfig config,
            List<RecipientSource> sources,
            List<Transport> transports,
            SendGuard guard,
            List<ScheduledWork> more,
            String node) {
        if (node.isBlank() || node.length() > NODE_NAME_LENGTH) {
            throw new IllegalArgumentException("node must be a name of at most " + NODE_NAME_LENGTH + " characters");
        }
        Clock moments = Moments.of(clock);
        this.store = store;
        this.clock = moments;
        this.config = config;
        this.hook = hook;
        this.sessions = new Sessions(transports, config.connections(), node);
        this.writer = new LedgerWriter(store, moments, config.grace(), node);
        this.completion = new Completion(store, commands);
        this.requests = new RequestRows(store);
        // a process that was started again must not be taken for its predecessor, whose results may still come
        String owner = node + "#" + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
        Dispatcher dispatcher = new Dispatcher(commands, guard, sessions, moments, config);
        Expander expander = new Expander(store, commands, moments, config, sources, sessions, guard, stopping::get);
        BatchRun batches = new BatchRun(
                store, commands, moments, config, sessions, writer, hook.running(), completion, stopping::get, owner);
        Work work = new Work(store, moments, this::wake);
        this.schedulers = new Schedulers(
                store,
                moments,
                config,
                node,
                shortWork(work, dispatcher, expander, more),
                List.<Task<?>>of(work.task(
                        WorkQueue.BATCH,
                        i -> WorkQueue.key(i).request(),
                        i -> batches.run(WorkQueue.key(i)),
                        this::batchDue)));
    }

    private List<Task<?>> shortWork(Work work, Dispatcher dispatcher, Expander expander, List<ScheduledWork> more) {
        List<Task<?>> all = new ArrayList<>();
        all.add(work.task(
                WorkQueue.DISPATCH, RequestId::new, i -> dispatcher.run(new RequestId(i)), this::dispatchDue));
        all.add(work.task(WorkQueue.EXPAND, RequestId::new, i -> expander.run(new RequestId(i)), this::expandDue));
        all.add(work.task(WorkQueue.COMPLETE, RequestId::new, this::complete, this::completeDue));
        for (ScheduledWork w : more) {
            all.add(work.task(
                    w.name(),
                    RequestId::new,
                    i -> w.run(new RequestId(i)),
                    (c, i, state, earliest) -> w.due(c, new RequestId(i), state, earliest)));
        }
        return all;
    }

    private @Nullable Instant dispatchDue(Connection c, String instance, @Nullable RequestState state, Instant earliest)
            throws SQLException {
        if (state != RequestState.SCHEDULED) {
            return null;
        }
        Instant sendAt = requests.find(c, new RequestId(instance))
                .map(MailRequest::sendAt)
                .orElse(null);
        return sendAt == null || sendAt.isBefore(earliest) ? earliest : sendAt;
    }

    private @Nullable Instant expandDue(Connection c, String instance, @Nullable RequestState state, Instant earliest)
            throws SQLException {
        boolean left = state == RequestState.SENDING
                && !ExpansionRows.totals(c, new RequestId(instance)).recorded();
        return left ? earliest : null;
    }

    private Instant complete(String instance) {
        completion.check(new RequestId(instance));
        return clock.instant().plus(config.sourceRetry());
    }

    private @Nullable Instant completeDue(Connection c, String instance, @Nullable RequestState state, Instant earliest)
            throws SQLException {
        RequestId id = new RequestId(instance);
        boolean left =
                state == RequestState.SENDING && ExpansionRows.totals(c, id).recorded() && !LedgerRows.anyOpen(c, id);
        return left ? earliest : null;
    }

    private @Nullable Instant batchDue(Connection c, String instance, @Nullable RequestState state, Instant earliest)
            throws SQLException {
        BatchKey key = WorkQueue.key(instance);
        if (state == RequestState.PAUSED) {
            return null;
        }
        if (!BatchRun.sendable(state)) {
            LedgerRows.cancel(c, key.request(), key, DeliveryReason.REQUEST_CANCELLED, clock.instant());
            return null;
        }
        LedgerRows.Left left = LedgerRows.left(c, key);
        if (left.open() == 0) {
            return null;
        }
        Instant due = left.due();
        return due == null || due.isBefore(earliest) ? earliest : due;
    }

    private void wake() {
        if (started.get() && !stopping.get()) {
            schedulers.wake();
        }
    }

    /** Starts. What another process of this name, or any on an embedded store, had begun is carried on at once. */
    public void start() {
        if (!started.compareAndSet(false, true)) {
            throw new IllegalStateException("an engine is started once");
        }
        writer.start();
        sessions.start();
        schedulers.start();
        hook.onWork(this::wake);
        wake();
    }

    /** What the ledger of a request adds up to. */
    public LedgerCounts counts(RequestId request) {
        return Completion.counts(store, request);
    }

    /** Messages accepted per second in the last minute on this node. */
    public double perSecond(RequestId request) {
        return hook.running().perSecond(request);
    }

    /** Whether it was started, and not closed. */
    public boolean working() {
        return started.get() && !stopping.get();
    }

    /** Whether results cannot be stored at the moment; nothing leaves until they can. */
    public boolean stuck() {
        return writer.stuck();
    }

    /** What this node has done since it was made. */
    public Activity activity() {
        return new Activity(
                writer.results(DeliveryState.SENT),
                writer.results(DeliveryState.DEFERRED),
                writer.results(DeliveryState.FAILED),
                writer.results(DeliveryState.IN_DOUBT),
                sessions.used(),
                writer.commits(),
                writer.waiting());
    }

    /** Transactions of intents and results committed so far. */
    public long ledgerCommits() {
        return writer.commits();
    }

    /** Stops: nothing more leaves, open transactions end or are in doubt within the grace time, and results are stored. */
    @Override
    public void close() {
        if (!stopping.compareAndSet(false, true)) {
            return;
        }
        hook.onWork(() -> {});
        if (started.get()) {
            writer.hurry();
            schedulers.stop();
            writer.close();
        }
        sessions.close();
    }
}
