package org.peyk.spi.tck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryId;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.GateAnswer;

/** What a session did with its feed, and what of it the contract does not allow. Guarded by its {@link RecordingFeed}. */
final class FeedRecord {

    /** One delivery's way through the session. */
    private static final class Way {
        final List<GateAnswer> answers = new ArrayList<>();

        @Nullable
        DeliveryOutcome outcome;

        boolean withdrawn() {
            return answers.contains(GateAnswer.WITHDRAW);
        }

        boolean proceeded() {
            return answers.contains(GateAnswer.PROCEED);
        }

        boolean outstanding() {
            return outcome == null && !withdrawn();
        }

        boolean inFlight() {
            return outcome == null && proceeded();
        }
    }

    private final int window;
    private final Map<DeliveryId, Way> ways = new LinkedHashMap<>();
    private final List<DeliveryOutcome> outcomes = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private @Nullable Thread user;
    private boolean over;
    private boolean unsettled;
    private int mostOutstanding;
    private int mostInFlight;

    FeedRecord(int window) {
        this.window = window;
    }

    void used(String method) {
        Thread thread = Thread.currentThread();
        if (user == null) {
            user = thread;
        } else if (user != thread) {
            violations.add(method + " on another thread than the session's");
        }
        if (over) {
            violations.add(method + " after the session's run had ended");
        }
    }

    void waits() {
        int outstanding = count(Way::outstanding);
        if (outstanding > 0) {
            violations.add("take while " + outstanding + " outcomes were outstanding");
        }
    }

    void given(Delivery delivery) {
        ways.put(delivery.id(), new Way());
        mostOutstanding = Math.max(mostOutstanding, count(Way::outstanding));
    }

    /** Whether as many as allowed are in flight. */
    boolean asked(Delivery delivery) {
        used("gate");
        int inFlight = count(Way::inFlight);
        Way way = ways.get(delivery.id());
        if (way == null) {
            violations.add("gate for " + name(delivery) + ", which was not taken");
        } else if (way.outcome != null) {
            violations.add("gate for " + name(delivery) + ", which was reported already");
        } else if (way.withdrawn()) {
            violations.add("gate for " + name(delivery) + ", which was withdrawn already");
        } else if (way.proceeded()) {
            violations.add("gate for " + name(delivery) + ", which may proceed already");
        } else if (unsettled) {
            violations.add("gate for " + name(delivery) + " again without settling first");
        } else if (window == 1 && inFlight > 0) {
            violations.add(
                    "gate for " + name(delivery) + " before the outcome of the one in flight, with a window of 1");
        }
        return inFlight >= window;
    }

    void answered(Delivery delivery, GateAnswer answer) {
        Way way = ways.get(delivery.id());
        if (way != null) {
            way.answers.add(answer);
        }
        unsettled = answer == GateAnswer.SETTLE_FIRST;
        mostInFlight = Math.max(mostInFlight, count(Way::inFlight));
    }

    void reported(Delivery delivery, DeliveryOutcome outcome) {
        used("report");
        unsettled = false;
        outcomes.add(outcome);
        Way way = ways.get(delivery.id());
        if (way == null) {
            violations.add("report for " + name(delivery) + ", which was not taken");
        } else if (way.withdrawn()) {
            violations.add("report for " + name(delivery) + ", which was withdrawn");
        } else if (way.outcome != null) {
            violations.add("second report for " + name(delivery));
        } else {
            way.outcome = outcome;
            OutcomeRules.broken(delivery, outcome, way.proceeded()).stream()
                    .map(rule -> name(delivery) + ": " + rule)
                    .forEach(violations::add);
        }
    }

    void over() {
        over = true;
        ways.forEach((id, way) -> {
            if (way.outstanding()) {
                violations.add("delivery " + id.value() + " was taken and neither reported nor withdrawn");
            }
        });
    }

    Optional<DeliveryOutcome> outcome(Delivery delivery) {
        Way way = ways.get(delivery.id());
        return way == null ? Optional.empty() : Optional.ofNullable(way.outcome);
    }

    List<GateAnswer> answers(Delivery delivery) {
        Way way = ways.get(delivery.id());
        return way == null ? List.of() : List.copyOf(way.answers);
    }

    List<DeliveryOutcome> outcomes() {
        return List.copyOf(outcomes);
    }

    List<String> violations() {
        return List.copyOf(violations);
    }

    int mostOutstanding() {
        return mostOutstanding;
    }

    int mostInFlight() {
        return mostInFlight;
    }

    private int count(Predicate<Way> which) {
        return (int) ways.values().stream().filter(which).count();
    }

    private static String name(Delivery delivery) {
        return "delivery " + delivery.id().value();
    }
}
