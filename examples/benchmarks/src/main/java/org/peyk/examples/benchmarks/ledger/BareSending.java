package org.peyk.examples.benchmarks.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.peyk.smtp.SmtpTransport;
import org.peyk.spi.transport.OutboundMessage;
import org.peyk.spi.transport.TransportSession;

/** The transport alone: as many sessions as there are connections, and no ledger. */
final class BareSending implements Sending {

    @Override
    public String name() {
        return "no ledger";
    }

    @Override
    public Took send(Post post) throws Exception {
        AtomicInteger given = new AtomicInteger();
        OutboundMessage message = post.message();
        ExecutorService threads = Executors.newFixedThreadPool(post.connections());
        try (SmtpTransport transport = post.transport()) {
            long begin = System.nanoTime();
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < post.connections(); i++) {
                all.add(threads.submit(() -> {
                    try (TransportSession session = transport.open()) {
                        session.run(new Feed(
                                () -> {
                                    int n = given.getAndIncrement();
                                    return n < post.messages() ? n : -1;
                                },
                                message));
                    }
                    return null;
                }));
            }
            for (Future<?> f : all) {
                f.get();
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new Took(seconds, seconds);
        } finally {
            threads.shutdownNow();
        }
    }
}
