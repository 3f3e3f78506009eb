package org.peyk.smtp;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.smtp.testserver.Act;
import org.peyk.smtp.testserver.Mails;
import org.peyk.smtp.testserver.ScriptedSmtpServer;
import org.peyk.smtp.testserver.Step;
import org.peyk.smtp.testserver.TestFeed;
import org.peyk.spi.transport.DeliveryId;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.DeliveryOutcome.Accepted;
import org.peyk.spi.transport.DeliveryOutcome.InDoubt;
import org.peyk.spi.transport.GateAnswer;
import org.peyk.spi.transport.TransportException;
import org.peyk.spi.transport.TransportSession;

import static org.assertj.core.api.Assertions.assertThat;

/** Four sessions, faults at every step by the seed, and in the end each account agrees with the server's. */
@Timeout(600)
class SmtpChaosTest {
    private static final int SESSIONS = 4;
    private static final int EACH = 60;

    /** The server that is spoken to. */
    ScriptedSmtpServer server() throws IOException {
        return ScriptedSmtpServer.plain();
    }

    /** How it is spoken to, beside the usual. */
    SmtpTransportBuilder adjusted(SmtpTransportBuilder usual) {
        return usual;
    }

    /** How it is spoken to. */
    SmtpExtensions extensions() {
        return SmtpExtensions.DEFAULT;
    }

    /** How many may be in flight in a session. */
    int window() {
        return 1;
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void theBooksBalance(long offset) throws Exception {
        long seed = System.nanoTime() + offset;
        try (ScriptedSmtpServer server = server();
                SmtpTransport transport = adjusted(SmtpTransport.builder()
                                .url("smtp://127.0.0.1:" + server.port() + "?starttls=plain&connections=" + SESSIONS)
                                .extensions(e -> extensions())
                                .messagesPerConnection(7)
                                .timeouts(t -> t.withGreeting(Duration.ofMillis(300))
                                        .withCheck(Duration.ofMillis(300))
                                        .withCommand(Duration.ofMillis(300))
                                        .withData(Duration.ofMillis(300))
                                        .withEnd(Duration.ofMillis(300))))
                        .build()) {
            server.script(faults(new Random(seed)));
            List<CompletableFuture<TestFeed>> all = new ArrayList<>();
            for (int i = 0; i < SESSIONS; i++) {
                int number = i;
                all.add(CompletableFuture.supplyAsync(() -> send(transport, number, new Random(seed + number))));
            }
            int accepted = 0;
            for (CompletableFuture<TestFeed> one : all) {
                TestFeed feed = one.get(500, TimeUnit.SECONDS);
                accepted += check(server, feed, seed);
            }
            assertThat(accepted).as("seed " + seed).isBetween(SESSIONS * EACH / 10, SESSIONS * EACH);
            assertThat(server.violations()).as("seed " + seed).isEmpty();
        }
    }

    private static int check(ScriptedSmtpServer server, TestFeed feed, long seed) {
        Map<String, Long> taken = server.taken().stream()
                .collect(Collectors.groupingBy(ScriptedSmtpServer.Taken::recipient, Collectors.counting()));
        int accepted = 0;
        for (Map.Entry<DeliveryId, DeliveryOutcome> entry : feed.outcomes().entrySet()) {
            long copies =
                    taken.getOrDefault(Mails.recipient((int) entry.getKey().value()), 0L);
            String what = "seed " + seed + ", " + entry;
            if (entry.getValue() instanceof Accepted) {
                assertThat(copies).as(what).isEqualTo(1);
                accepted++;
            } else if (entry.getValue() instanceof InDoubt) {
                assertThat(copies).as(what).isLessThanOrEqualTo(1);
            } else {
                assertThat(copies).as(what).isZero();
            }
        }
        for (DeliveryId id : feed.withdrawn()) {
            assertThat(taken).as("seed " + seed + ", withdrawn").doesNotContainKey(Mails.recipient((int) id.value()));
        }
        assertThat(feed.outcomes().size() + feed.withdrawn().size())
                .as("seed " + seed)
                .isEqualTo(EACH);
        return accepted;
    }

    private TestFeed send(SmtpTransport transport, int number, Random random) {
        TestFeed feed = new TestFeed(Mails.deliveries(number * EACH, EACH))
                .window(window())
                .gate(d -> random.nextInt(20) == 0 ? GateAnswer.WITHDRAW : GateAnswer.PROCEED);
        while (!feed.left().isEmpty()) {
            try (TransportSession session = transport.open()) {
                session.run(feed);
            } catch (TransportException e) {
                assertThat(e.code()).startsWith("SMTP-");
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        return feed;
    }

    private static ScriptedSmtpServer.Script faults(Random random) {
        List<Act> acts = List.of(
                Act.close(),
                Act.reset(),
                Act.stall(),
                Act.reply("ok thanks"),
                Act.say("250 cut", Act.Then.CLOSE),
                Act.replyAndClose("421 4.3.2 closing"),
                Act.reply("451 4.2.0 not now"),
                Act.reply("550 5.1.1 nobody"));
        return (step, moment) -> {
            synchronized (random) {
                if (random.nextInt(25) != 0 || step == Step.EHLO || step == Step.QUIT) {
                    return null;
                }
                Act act = acts.get(random.nextInt(acts.size()));
                if (step == Step.BODY && act.then() == Act.Then.GO_ON) {
                    return new Act(act.bytes(), Act.Then.CLOSE, act.drip(), false);
                }
                boolean honest = act.bytes().length > 0 && (act.bytes()[0] == '4' || act.bytes()[0] == '5');
                return honest || step != Step.END || random.nextBoolean() ? act.notTaking() : act.taking();
            }
        };
    }
}
