package org.peyk.internal.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peyk.RequestTimes;
import org.peyk.Samples;
import org.peyk.internal.lifecycle.Event;
import org.peyk.spi.Requester;
import org.peyk.spi.approval.LaterReview;
import org.peyk.spi.event.EventType;

import static org.assertj.core.api.Assertions.assertThat;

class JsonTest {

    private final Json json = new Json((sha256, size) -> {
        throw new IllegalStateException("no files here");
    });

    static List<Event> events() {
        LaterReview review = Samples.permitted().review();
        assertThat(review).isNotNull();
        return List.of(
                new Event.Created(Requester.of(Samples.REQUESTER, Samples.FACULTY), Samples.form(), "d"),
                new Event.Revised(2, Samples.form("x"), "d"),
                new Event.SubmissionRefused("PEYK-201", List.of("details.PLACE")),
                new Event.Submitted(
                        "d",
                        100,
                        Samples.plan(),
                        List.of(),
                        new RequestTimes(Samples.NOON, LocalDate.of(2026, 11, 24), Samples.NOON)),
                new Event.ApprovalGiven("dean", Samples.DEAN, "d"),
                new Event.ApprovalWithdrawn("dean", "n"),
                new Event.StepDelegated("dean", Samples.DEPUTY, "n"),
                new Event.StepReminded("dean"),
                new Event.StepEscalated("dean"),
                new Event.ExpiryNear(Samples.NOON),
                new Event.HandedOver(Requester.of(Samples.EDITOR, Samples.FACULTY), "n"),
                new Event.ReviewOpened(review),
                new Event.ReviewClosed(true, "n"),
                new Event.ApprovalsVoided(2),
                new Event.Approved("d"),
                new Event.ChangesRequested("OTHER", "n", null),
                new Event.Rejected("OTHER", "n", Samples.DEAN),
                new Event.Cancelled("n", null),
                new Event.Cancelled("n", "MERGED"),
                new Event.Expired("n"),
                new Event.Scheduled(Samples.NOON),
                new Event.SendingStarted("d"),
                new Event.SendingRefused("X", "n"),
                new Event.Expanded(1, 2, 3, 4),
                new Event.Paused("X", "n"),
                new Event.Resumed(),
                new Event.Sent(Map.of("SENT", 1L)),
                new Event.Noted(EventType.COMMENTED, Map.of("text", "bir not")));
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsReadAsItWasWritten(Event event) {
        assertThat(json.event(json.write(event))).isEqualTo(event);
    }
}
