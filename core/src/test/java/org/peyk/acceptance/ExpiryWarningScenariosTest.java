package org.peyk.acceptance;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.ChangingDirectory;
import org.peyk.Notice;
import org.peyk.NoticeConfig;
import org.peyk.NoticeKind;
import org.peyk.RequestState;
import org.peyk.spi.RequestId;
import org.peyk.spi.Sender;
import org.peyk.spi.SendingWindow;
import org.peyk.spi.event.EventType;
import org.peyk.spi.event.ProcessEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.acceptance.Campus.AYSE;
import static org.peyk.acceptance.Campus.at;
import static org.peyk.acceptance.Campus.until;

/** A requester hears before the end that a request which is already on its way will come too late. The event is on Monday the 30th at two. */
class ExpiryWarningScenariosTest {

    private static final Instant BEGINS = at(2026, 11, 30, 14, 0);

    @TempDir
    private Path directory;

    private final ChangingDirectory people =
            new ChangingDirectory(Campus.people().build());

    private Campus campus() {
        return new Campus(
                directory,
                Campus.people(),
                b -> b.directory(people).notices(NoticeConfig.from(new Sender("surec@ornek.edu.tr", "Süreç", null))));
    }

    @Test
    void A17_aScheduledRequestThatCannotBeginIsToldOfAWorkingDayBeforeTheEvent() {
        try (Campus campus = campus()) {
            RequestId id = scheduled(campus, at(2026, 11, 25, 9, 0));
            RequestId earlier = campus.submitted(Campus.invitation()
                            .window(new SendingWindow(null, at(2026, 11, 30, 13, 59)))
                            .build())
                    .id();
            people.down(true);
            campus.clock.set(at(2026, 11, 27, 13, 59));
            until(
                    "the one that ends a minute earlier is warned of",
                    () -> campus.get(earlier).progress().warnedOf() != null);
            assertThat(warned(campus, id)).isFalse();
            campus.clock.set(at(2026, 11, 27, 14, 0));
            until("warned", () -> warned(campus, id));
            assertThat(campus.get(id).state()).isEqualTo(RequestState.SCHEDULED);
            // in this order: with everybody back before the event it would be sent
            campus.clock.set(BEGINS);
            people.down(false);
            campus.await(id, RequestState.EXPIRED);
            assertThat(campus.transport.accepted()).isEmpty();
            assertThat(types(campus, id))
                    .containsSubsequence(EventType.SCHEDULED, EventType.EXPIRY_NEAR, EventType.EXPIRED)
                    .containsOnlyOnce(EventType.EXPIRY_NEAR);
            until("told", () -> kinds(campus, id).contains(NoticeKind.EXPIRED));
            assertThat(kinds(campus, id)).containsSubsequence(NoticeKind.EXPIRED, NoticeKind.EXPIRY_NEAR);
        }
    }

    @Test
    void A17_aSendingPlannedForTheLastDayIsNotWarnedOfWhileItIsInGoodTime() {
        try (Campus campus = campus()) {
            RequestId id = scheduled(campus, at(2026, 11, 30, 9, 0));
            RequestId waiting = campus.approved(Campus.invitation().build()).id();
            campus.clock.set(at(2026, 11, 27, 14, 0));
            until("the one that is not planned is warned of", () -> warned(campus, waiting));
            campus.clock.set(at(2026, 11, 30, 9, 0));
            campus.await(id, RequestState.SENT);
            assertThat(types(campus, id)).doesNotContain(EventType.EXPIRY_NEAR);
        }
    }

    @Test
    void A17_aSendingOfTheLastDayThatDoesNotBeginIsToldOfBeforeTheEvent() {
        try (Campus campus = campus()) {
            RequestId id = scheduled(campus, at(2026, 11, 30, 9, 0));
            RequestId late = scheduled(campus, at(2026, 11, 30, 13, 50));
            people.down(true);
            campus.clock.set(at(2026, 11, 30, 9, 15));
            until("warned", () -> warned(campus, id));
            assertThat(warned(campus, late)).isFalse();
            campus.clock.set(at(2026, 11, 30, 13, 55));
            until("warned of half of what is left", () -> warned(campus, late));
            assertThat(campus.get(late).state()).isEqualTo(RequestState.SCHEDULED);
        }
    }

    @Test
    void A17_aLaterEndIsWarnedOfAnew() {
        try (Campus campus = campus()) {
            RequestId id = campus.approved(Campus.invitation().build()).id();
            campus.clock.set(at(2026, 11, 27, 14, 0));
            until("warned", () -> warned(campus, id));
            campus.process
                    .requests()
                    .revise(
                            AYSE,
                            id,
                            campus.get(id).version(),
                            Campus.invitation()
                                    .detail(org.peyk.spi.Detail.DATE, "2026-12-07")
                                    .build());
            campus.clock.set(at(2026, 12, 4, 14, 0));
            until(
                    "warned of the new end",
                    () -> at(2026, 12, 7, 14, 0)
                            .equals(campus.get(id).progress().warnedOf()));
        }
    }

    private static RequestId scheduled(Campus campus, Instant sendAt) {
        RequestId id = campus.approved(Campus.invitation().build()).id();
        campus.process.requests().schedule(AYSE, id, sendAt);
        return id;
    }

    private static boolean warned(Campus campus, RequestId id) {
        return BEGINS.equals(campus.get(id).progress().warnedOf());
    }

    private static List<EventType> types(Campus campus, RequestId id) {
        return campus.process.audit().history(id).stream()
                .map(ProcessEvent::type)
                .toList();
    }

    private static List<NoticeKind> kinds(Campus campus, RequestId id) {
        return campus.process.notices().of(id, 100).stream().map(Notice::kind).toList();
    }
}
