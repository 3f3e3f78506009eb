package org.peyk.examples.sms.smpp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.peyk.examples.sms.smsc.Reaction;
import org.peyk.examples.sms.smsc.Reaction.Kind;
import org.peyk.examples.sms.smsc.ShortMessageCentre;
import org.peyk.spi.tck.RecordingFeed;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.DeliveryOutcome.Accepted;
import org.peyk.spi.transport.DeliveryOutcome.InDoubt;

import static org.assertj.core.api.Assertions.assertThat;

/** A centre that does anything at any time: whatever the transport says of a message is true. */
class SmppChaosTest {

    private static final int MESSAGES = 60;
    private static final int[] STATUSES = {0x01, 0x08, 0x0B, 0x14, 0x45, 0x58, 0x65, 0x401};

    @RepeatedTest(3)
    void theBooksBalance() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed of SmppChaosTest: " + seed);
        Random random = new Random(seed);
        try (ShortMessageCentre centre = ShortMessageCentre.start("peyk", "parola");
                SmppTransport transport = new SmppTransport(
                        SmppConfig.builder(centre.host(), centre.port(), "peyk", "parola", "UNIVERSITE")
                                .responseTimeout(Duration.ofSeconds(2))
                                .throttleWait(Duration.ofMillis(5))
                                .window(5)
                                .build())) {
            centre.follow(s -> reaction(random));
            List<Delivery> all = new ArrayList<>();
            for (int n = 0; n < MESSAGES; n++) {
                String text =
                        List.of(Post.ONE_PART, Post.TWO_PARTS, Post.THREE_PARTS).get(random.nextInt(3));
                all.addAll(Post.deliveries(text, n, 1));
            }
            List<Delivery> left = all;
            AtomicInteger accepted = new AtomicInteger();
            int sessions = 0;
            while (!left.isEmpty()) {
                assertThat(++sessions).as("seed %s", seed).isLessThanOrEqualTo(MESSAGES);
                RecordingFeed feed = RecordingFeed.with(left)
                        .window(1 + random.nextInt(5))
                        .withdraw(d -> d.id().value() % 17 == 3)
                        .build();
                Post.send(transport, feed);
                for (Delivery delivery : left) {
                    feed.outcome(delivery).ifPresent(o -> accepted.addAndGet(check(centre, delivery, o, seed)));
                }
                left = feed.left();
            }
            assertThat(accepted).as("seed %s", seed).hasPositiveValue();
        }
    }

    /** What was said is compared at once: nobody sends again, so nothing can change behind it. */
    private static int check(ShortMessageCentre centre, Delivery delivery, DeliveryOutcome outcome, long seed) {
        long taken = centre.taken().stream()
                .filter(m -> m.number().equals(delivery.envelope().recipient()))
                .count();
        String what = outcome.getClass().getSimpleName() + ", seed " + seed;
        if (outcome instanceof Accepted) {
            assertThat(taken).as(what).isEqualTo(1);
            return 1;
        }
        if (outcome instanceof InDoubt) {
            assertThat(taken).as(what).isLessThanOrEqualTo(1);
        } else {
            assertThat(taken).as(what).isZero();
        }
        return 0;
    }

    private static synchronized Reaction reaction(Random random) {
        int dice = random.nextInt(100);
        if (dice < 70) {
            return Reaction.TAKE;
        }
        if (dice < 85) {
            return Reaction.refuse(STATUSES[random.nextInt(STATUSES.length)]);
        }
        List<Kind> others = List.of(
                Kind.DROP,
                Kind.TAKE_AND_DROP,
                Kind.TAKE_AND_ANSWER_GARBAGE,
                Kind.TAKE_SLOWLY,
                Kind.TAKE_ANSWER_AND_DROP,
                Kind.TAKE_AND_STAY_SILENT);
        return Reaction.of(others.get(dice < 98 ? random.nextInt(others.size() - 1) : others.size() - 1));
    }
}
