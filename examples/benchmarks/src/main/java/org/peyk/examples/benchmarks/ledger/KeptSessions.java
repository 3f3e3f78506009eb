package org.peyk.examples.benchmarks.ledger;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.peyk.smtp.SmtpTransport;
import org.peyk.spi.transport.OutboundMessage;
import org.peyk.spi.transport.TransportSession;

/** Sessions that stay open between messages, for those that send one message at a time from some thread. */
final class KeptSessions implements AutoCloseable {
    private final SmtpTransport transport;
    private final BlockingQueue<TransportSession> free;
    private final OutboundMessage message;
    private final CountDownLatch left;

    KeptSessions(Post post) throws Exception {
        this.transport = post.transport();
        this.free = new ArrayBlockingQueue<>(post.connections());
        this.message = post.message();
        this.left = new CountDownLatch(post.messages());
        for (int i = 0; i < post.connections(); i++) {
            free.add(transport.open());
        }
    }

    void send(int number) throws Exception {
        TransportSession session = free.take();
        try {
            session.run(Feed.one(number, message));
        } finally {
            free.add(session);
        }
        left.countDown();
    }

    /** Waits until as many were sent as there are people. */
    void await() throws InterruptedException {
        if (!left.await(10, TimeUnit.MINUTES)) {
            throw new IllegalStateException(left.getCount() + " messages were not sent");
        }
    }

    @Override
    public void close() {
        free.forEach(TransportSession::close);
        transport.close();
    }
}
