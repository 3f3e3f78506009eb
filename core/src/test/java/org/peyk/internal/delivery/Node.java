package org.peyk.internal.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.peyk.DeliveryState;
import org.peyk.LedgerCounts;
import org.peyk.LedgerRow;
import org.peyk.MailRequest;
import org.peyk.RequestState;
import org.peyk.Samples;
import org.peyk.Sending;
import org.peyk.SendingConfig;
import org.peyk.SendingRoom;
import org.peyk.internal.lifecycle.Command;
import org.peyk.internal.lifecycle.Command.Standing;
import org.peyk.internal.store.LedgerViews;
import org.peyk.internal.store.RequestCommands;
import org.peyk.internal.store.Store;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.Requester;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.transport.Transport;

/** One process with a store, a source and transports, and a portal's ways to ask it for a sending. */
final class Node implements AutoCloseable {

    private static final ApprovalPlan PLAN = Samples.plan(Samples.step("dean", 1, 1, Samples.DEAN));

    final Store store;
    final Clock clock;
    final DeliveryHook hook;
    final RequestCommands commands;
    final DeliveryEngine engine;
    private final SendingConfig config;

    Node(Store store, Clock clock, SendingConfig config, ListSource source, List<? extends Transport> transports) {
        this(store, clock, config, source, transports, approving(), "node-1");
    }

    Node(
            Store store,
            Clock clock,
            SendingConfig config,
            ListSource source,
            List<? extends Transport> transports,
            SendGuard guard,
            String name) {
        this.store = store;
        this.clock = clock;
        this.config = config;
        this.hook = new DeliveryHook(clock);
        this.commands = new RequestCommands(store, clock, List.of(hook));
        this.engine = new DeliveryEngine(
                store, commands, hook, clock, config, List.of(source), List.copyOf(transports), guard, List.of(), name);
    }

    /** Quick work: no wait of the process itself is longer than some milliseconds. */
    static SendingConfig.Builder quick() {
        return SendingConfig.builder()
                .pollInterval(Duration.ofMillis(10))
                .heartbeat(Duration.ofMillis(200))
                .sessionBackoff(Duration.ofMillis(2))
                .sessionBackoffLimit(Duration.ofMillis(20))
                .sourceRetry(Duration.ofMillis(20))
                .grace(Duration.ofSeconds(2));
    }

    /** A guard that finds everything as it was approved. */
    static SendGuard approving() {
        return new SendGuard() {
            @Override
            public String digest(MailRequest request) {
                return Samples.digest(request.form());
            }

            @Override
            public Optional<Refusal> recheck(MailRequest request) {
                return Optional.empty();
            }
        };
    }

    /** How many sessions may send at once. */
    int connections() {
        return config.connections();
    }

    /** The public room over this node. */
    Sending sending() {
        return SendingRoom.of(store, commands, engine, clock, config);
    }

    Node started() {
        engine.start();
        return this;
    }

    /** A request that is approved and may be scheduled. */
    RequestId approved(String id, RequestForm form) {
        RequestId request = RequestId.of(id);
        commands.create(
                new Command.Create(
                        request, Requester.of(Samples.REQUESTER, Samples.FACULTY), form, Samples.digest(form)),
                Samples.REQUESTER,
                null);
        Command.Submission submission = new Command.Submission(List.of(), List.of(), 100, PLAN, Set.of());
        commands.execute(request, Samples.REQUESTER, r -> new Command.Submit(Samples.digest(form), submission));
        commands.execute(
                request,
                Samples.DEAN,
                r -> new Command.Approve(Samples.digest(form), List.of(new Standing("dean", null))));
        return request;
    }

    /** A request that is approved and scheduled for now. */
    RequestId scheduled(String id, RequestForm form) {
        RequestId request = approved(id, form);
        schedule(request);
        return request;
    }

    void schedule(RequestId request) {
        commands.execute(request, Samples.REQUESTER, r -> new Command.Schedule(null));
    }

    void pause(RequestId request) {
        commands.execute(request, Samples.REQUESTER, r -> new Command.Pause("BY_HAND", "dur"));
    }

    void resume(RequestId request) {
        commands.execute(request, Samples.REQUESTER, r -> new Command.Resume());
    }

    void cancel(RequestId request) {
        commands.execute(request, Samples.REQUESTER, r -> new Command.Cancel("vazgeçildi"));
    }

    RequestState state(RequestId request) {
        return commands.load(request).state();
    }

    LedgerCounts counts(RequestId request) {
        return engine.counts(request);
    }

    long count(RequestId request, DeliveryState state) {
        return counts(request).of(state);
    }

    List<LedgerRow> rows(RequestId request, DeliveryState state) {
        return store.read(c -> LedgerViews.rows(c, request, state, 0, 1000));
    }

    @Override
    public void close() {
        engine.close();
    }
}
