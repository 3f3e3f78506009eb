package org.peyk.smtp.internal.wire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.peyk.smtp.SmtpTransport;
import org.peyk.smtp.testserver.Mails;
import org.peyk.smtp.testserver.ScriptedSmtpServer;
import org.peyk.smtp.testserver.TestFeed;
import org.peyk.spi.transport.DeliveryOutcome.Accepted;
import org.peyk.spi.transport.GateAnswer;
import org.peyk.spi.transport.TransportSession;

import static org.assertj.core.api.Assertions.assertThat;

/** A connection costs the thread that uses it, and where that is a virtual one, none of the operating system's. */
@Timeout(240)
class SmtpThreadsTest {
    private static final int CONNECTIONS = 60;

    /** Threads of the operating system in this process, without those of the test's server. */
    private static Set<Thread> threads() {
        Set<Thread> all = new HashSet<>(Thread.getAllStackTraces().keySet());
        all.removeIf(t -> t.getName().startsWith("scripted-smtp"));
        return all;
    }

    @Test
    void connectionsThatAreAllAtWorkCostOneThreadEachAtMost() throws Exception {
        CountDownLatch atTheGate = new CountDownLatch(CONNECTIONS);
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(CONNECTIONS);
        AtomicReference<Throwable> failed = new AtomicReference<>();
        List<TestFeed> feeds = new ArrayList<>();
        for (int i = 1; i <= CONNECTIONS; i++) {
            feeds.add(new TestFeed(Mails.deliveries(i, 1)).gate(d -> {
                atTheGate.countDown();
                try {
                    open.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return GateAnswer.PROCEED;
            }));
        }
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain();
                SmtpTransport transport = SmtpTransport.builder()
                        .url("smtp://127.0.0.1:" + server.port() + "?starttls=plain&slow-start=0s&connections="
                                + CONNECTIONS)
                        .build()) {
            Set<Thread> before = threads();
            for (TestFeed feed : feeds) {
                BlockingThreads.start("sending", () -> {
                    try (TransportSession session = transport.open()) {
                        session.run(feed);
                    } catch (Exception | AssertionError e) {
                        failed.set(e);
                    } finally {
                        done.countDown();
                    }
                });
            }
            assertThat(atTheGate.await(60, TimeUnit.SECONDS))
                    .as("all are at work; " + failed.get())
                    .isTrue();
            assertThat(server.openConnections()).isEqualTo(CONNECTIONS);
            Set<Thread> now = threads();
            now.removeAll(before);
            List<String> ours = now.stream()
                    .map(Thread::getName)
                    .filter(n -> n.startsWith("peyk-smtp"))
                    .toList();
            assertThat(ours).as("one looks after all connections").containsExactly("peyk-smtp-watchdog");
            long theirs =
                    now.stream().filter(t -> t.getName().equals("sending")).count();
            assertThat(theirs).isEqualTo(BlockingThreads.areVirtual() ? 0 : CONNECTIONS);
            open.countDown();
            assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(failed.get()).isNull();
        assertThat(feeds)
                .allSatisfy(f -> assertThat(f.outcomes().values()).hasSize(1).allMatch(Accepted.class::isInstance));
    }

    @Test
    void virtualThreadsAreUsedFromTheVersionThatHasThem() {
        assertThat(BlockingThreads.areVirtual()).isEqualTo(Runtime.version().feature() >= 21);
    }
}
