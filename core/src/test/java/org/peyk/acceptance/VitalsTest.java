package org.peyk.acceptance;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.Activity;
import org.peyk.Health;
import org.peyk.RequestState;
import org.peyk.metrics.ProcessMeters;
import org.peyk.spi.Channel;
import org.peyk.spi.RequestId;
import org.peyk.spi.transport.FailureScope;
import org.peyk.testing.RecordingTransport.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.acceptance.Campus.AYSE;

/** A process says how it is, and meters say it without naming anybody. */
class VitalsTest {

    @TempDir
    Path directory;

    private static RequestId sent(Campus campus) {
        RequestId id = campus.approved(Campus.information().build()).id();
        campus.process.requests().schedule(AYSE, id, null);
        campus.await(id, RequestState.SENT);
        return id;
    }

    @Test
    void aWorkingProcessIsHealthyAndAClosedOneSaysWhatIsWrong() {
        Campus campus = new Campus(directory);
        try {
            assertThat(campus.process.vitals().health().problems()).isEmpty();
        } finally {
            campus.close();
        }
        Health closed = campus.process.vitals().health();
        assertThat(closed.healthy()).isFalse();
        assertThat(closed.healthy(Health.Part.WORK)).isFalse();
        assertThat(closed.healthy(Health.Part.STORE))
                .as("the store is closed too")
                .isFalse();
        assertThat(closed.problems()).allSatisfy(p -> {
            assertThat(p.text().tr()).isNotBlank();
            assertThat(p.text().en()).isNotBlank();
        });
    }

    @Test
    void whatANodeDidIsCounted() {
        try (Campus campus = new Campus(directory)) {
            AtomicInteger n = new AtomicInteger();
            campus.transport.answering(
                    d -> n.getAndIncrement() == 0 ? Answer.refuse(FailureScope.RECIPIENT) : Answer.accept());
            sent(campus);
            Activity a = campus.process.vitals().activity();
            assertThat(a.sent()).isEqualTo(1);
            assertThat(a.failed()).isEqualTo(1);
            assertThat(a.deferred()).isZero();
            assertThat(a.inDoubt()).isZero();
            assertThat(a.ledgerCommits()).isPositive();
            Campus.until(
                    "the session is free",
                    () -> campus.process.vitals().activity().sessions().get(Channel.MAIL) == 0);
            assertThat(campus.process.vitals().requests())
                    .containsEntry(RequestState.SENT, 1L)
                    .containsEntry(RequestState.DRAFT, 0L);
        }
    }

    @Test
    void metersNameNobodyAndDoNotMultiply() {
        try (Campus campus = new Campus(directory)) {
            SimpleMeterRegistry registry = new SimpleMeterRegistry();
            new ProcessMeters(campus.process).bindTo(registry);
            int before = registry.getMeters().size();
            RequestId id = sent(campus);
            assertThat(registry.getMeters()).hasSize(before);
            assertThat(registry.get("peyk.deliveries")
                            .tag("outcome", "sent")
                            .functionCounter()
                            .count())
                    .isEqualTo(2);
            assertThat(registry.get("peyk.requests")
                            .tag("state", "sent")
                            .gauge()
                            .value())
                    .isEqualTo(1);
            assertThat(registry.get("peyk.healthy").tag("part", "store").gauge().value())
                    .isEqualTo(1);
            List<String> words = registry.getMeters().stream()
                    .map(Meter::getId)
                    .flatMap(i -> i.getTags().stream())
                    .map(Tag::getValue)
                    .toList();
            assertThat(words).allMatch(w -> w.matches("[a-z_]+")).doesNotContain(id.value());
        }
    }
}
