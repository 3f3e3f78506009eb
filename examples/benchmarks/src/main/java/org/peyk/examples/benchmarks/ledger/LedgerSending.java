package org.peyk.examples.benchmarks.ledger;

import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.peyk.DeliveryState;
import org.peyk.DuplicateRule;
import org.peyk.LedgerCounts;
import org.peyk.MailProcess;
import org.peyk.MailRequest;
import org.peyk.SendingConfig;
import org.peyk.examples.benchmarks.Engine;
import org.peyk.policy.GroupAuthorityPolicy;
import org.peyk.policy.StaticDirectory;
import org.peyk.spi.Audience;
import org.peyk.spi.Content;
import org.peyk.spi.Detail;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.Requester;
import org.peyk.spi.UnitId;
import org.peyk.spi.directory.Role;
import org.peyk.spi.event.EventType;
import org.peyk.spi.event.ProcessEvent;
import org.peyk.spi.event.ProcessListener;
import org.peyk.spi.transport.Transport;
import org.peyk.testing.RecordingTransport;

/** The whole process: a request is approved and sent, with a durable row for each person before and after each message. */
final class LedgerSending implements Sending {
    private static final PersonId REQUESTER = PersonId.of("requester");
    private static final PersonId APPROVER = PersonId.of("approver");
    private static final UnitId UNIT = UnitId.of("unit");
    private static final Role APPROVES = Role.of("APPROVES");
    private static final int LARGEST_BATCH = 500;

    private final Engine engine;
    private final int window;

    LedgerSending(Engine engine, int window) {
        this.engine = engine;
        this.window = window;
    }

    @Override
    public String name() {
        return engine.label() + ", window " + window;
    }

    @Override
    public Took send(Post post) throws Exception {
        Moments moments = new Moments();
        try (MailProcess process = process(post.transport(), post, moments)) {
            process.start();
            return send(process, post, moments);
        }
    }

    /** A process that sends to so many people. It closes the transport. */
    MailProcess process(Transport transport, Post post, ProcessListener listener) {
        // so small that each connection has several batches also when there are few people
        int batch = Math.max(1, Math.min(LARGEST_BATCH, post.messages() / (4 * post.connections())));
        return MailProcess.builder()
                .store(engine.dataSource())
                .clock(Clock.systemUTC())
                .node("benchmark")
                .discoverPlugins(false)
                .directory(StaticDirectory.builder()
                        .person(REQUESTER, "İsteyen", UNIT, null)
                        .person(APPROVER, "Onaylayan", UNIT, null)
                        .role(APPROVER, APPROVES)
                        .build())
                .policy(GroupAuthorityPolicy.builder()
                        .forGroup(Everybody.GROUP, APPROVES)
                        .always(APPROVES)
                        .build())
                .recipientSource(new Everybody(post.messages()))
                .transport(transport)
                .sending(SendingConfig.builder()
                        .connections(post.connections())
                        .intentWindow(window)
                        .batchSize(batch)
                        .build())
                .duplicates(DuplicateRule.OFF)
                .listener(listener)
                .build();
    }

    static RequestId order(MailProcess process, Post post) {
        RequestForm form = RequestForm.builder(Purpose.INFORMATION)
                .detail(Detail.CONTACT, "dahili 2145")
                .content(Content.of(Post.text()))
                .audience(Audience.of(Everybody.ALL).expecting(post.messages()))
                .sender(Post.FROM)
                .build();
        RequestId id =
                process.requests().create(Requester.of(REQUESTER, UNIT), form).id();
        MailRequest submitted = process.requests().submit(REQUESTER, id);
        process.requests().approve(APPROVER, id, submitted.digest());
        process.requests().schedule(REQUESTER, id, null);
        return id;
    }

    /** How long it takes to lay down who gets one; nothing is sent. */
    double expand(Post post) throws InterruptedException {
        Moments moments = new Moments();
        try (MailProcess process = process(new RecordingTransport(), post, moments)) {
            process.start();
            RequestId id = order(process, post);
            moments.await(moments.read, id);
            process.requests().pause(REQUESTER, id, "measured");
            return (moments.expanded - moments.started) / 1e9;
        }
    }

    private static Took send(MailProcess process, Post post, Moments moments) throws InterruptedException {
        RequestId id = order(process, post);
        moments.await(moments.done, id);
        LedgerCounts counts = process.sending().progress(id).counts();
        if (counts.of(DeliveryState.SENT) != post.messages() || !counts.balanced()) {
            throw new IllegalStateException("not all were sent: " + counts);
        }
        return new Took((moments.sent - moments.started) / 1e9, (moments.sent - moments.expanded) / 1e9);
    }

    /** When each part began and ended. */
    private static final class Moments implements ProcessListener {
        private final CountDownLatch read = new CountDownLatch(1);
        private final CountDownLatch done = new CountDownLatch(1);
        private volatile long started;
        private volatile long expanded;
        private volatile long sent;
        private volatile EventType last = EventType.CREATED;

        @Override
        public void onEvent(ProcessEvent event) {
            long now = System.nanoTime();
            last = event.type();
            switch (event.type()) {
                case SENDING_STARTED -> started = now;
                case EXPANDED -> {
                    expanded = now;
                    read.countDown();
                }
                case SENT -> {
                    sent = now;
                    done.countDown();
                }
                default -> {}
            }
        }

        void await(CountDownLatch moment, RequestId id) throws InterruptedException {
            if (!moment.await(10, TimeUnit.MINUTES)) {
                throw new IllegalStateException("request " + id + " did not end after " + last);
            }
        }
    }
}
