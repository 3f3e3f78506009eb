package org.peyk.smtp.internal.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is encoded side by side, and what once. */
@Timeout(60)
class ContentCacheTest {

    private static final int LARGE = 8 << 20;

    private final ContentCache cache = new ContentCache();
    private final ExecutorService sessions = Executors.newFixedThreadPool(4);

    @AfterEach
    void end() {
        sessions.shutdownNow();
    }

    private static EncodedContent content(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new EncodedContent("", bytes, bytes, new byte[0]);
    }

    /** Each waits for the other, so that one after the other would never end. */
    @Test
    void textsOfTheirOwnAreEncodedSideBySide() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        Future<EncodedContent> one = sessions.submit(() -> cache.get("a", 100, () -> together(both, "a")));
        Future<EncodedContent> other = sessions.submit(() -> cache.get("b", 100, () -> together(both, "b")));
        assertThat(one.get(30, TimeUnit.SECONDS).body()).asString().isEqualTo("a");
        assertThat(other.get(30, TimeUnit.SECONDS).body()).asString().isEqualTo("b");
    }

    private static EncodedContent together(CountDownLatch all, String text) {
        all.countDown();
        try {
            assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return content(text);
    }

    @Test
    void largeOnesAreEncodedOneAfterTheOther() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<EncodedContent>> asked = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String key = "large-" + i;
            asked.add(sessions.submit(() -> cache.get(key, LARGE, () -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                Thread.yield();
                now.decrementAndGet();
                return content(key);
            })));
        }
        for (Future<EncodedContent> each : asked) {
            each.get(30, TimeUnit.SECONDS);
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void whoNeedsOneThatIsBeingEncodedWaitsForIt() throws Exception {
        AtomicInteger made = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Future<EncodedContent> first = sessions.submit(() -> cache.get("a", 100, () -> {
            made.incrementAndGet();
            begun.countDown();
            return together(go, "a");
        }));
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(first.get(30, TimeUnit.SECONDS)).isSameAs(cache.get("a", 100, () -> {
            made.incrementAndGet();
            return content("another");
        }));
        assertThat(made).hasValue(1);
    }

    @Test
    void oneThatCannotBeEncodedIsTriedAgain() throws Exception {
        assertThatThrownBy(() -> cache.get("a", 100, () -> {
                    throw MessageException.content("Olmadı.", "It failed.");
                }))
                .isInstanceOf(MessageException.class);
        assertThat(cache.get("a", 100, () -> content("a")).body()).asString().isEqualTo("a");
    }

    @Test
    void theOldestIsForgottenFirst() throws Exception {
        AtomicInteger made = new AtomicInteger();
        for (int i = 0; i < 17; i++) {
            String key = "k-" + i;
            cache.get(key, 100, () -> content(key));
        }
        cache.get("k-16", 100, () -> {
            made.incrementAndGet();
            return content("k-16");
        });
        assertThat(made).hasValue(0);
        cache.get("k-0", 100, () -> {
            made.incrementAndGet();
            return content("k-0");
        });
        assertThat(made).hasValue(1);
    }
}
