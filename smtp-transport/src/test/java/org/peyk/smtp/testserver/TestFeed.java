package org.peyk.smtp.testserver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryFeed;
import org.peyk.spi.transport.DeliveryId;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.GateAnswer;

/** A feed over a list that notes everything and complains about every breach of the contract. */
public final class TestFeed implements DeliveryFeed {

    /** What the gate answers. */
    @FunctionalInterface
    public interface Gate {
        GateAnswer answer(Delivery delivery) throws InterruptedException;
    }

    private final Deque<Delivery> left;
    private final Map<DeliveryId, DeliveryOutcome> outcomes = new ConcurrentHashMap<>();
    private final List<DeliveryId> order = new CopyOnWriteArrayList<>();
    private final List<DeliveryId> withdrawn = new ArrayList<>();
    private @Nullable Delivery current;
    private Gate gate = delivery -> GateAnswer.PROCEED;

    public TestFeed(List<Delivery> deliveries) {
        left = new ArrayDeque<>(deliveries);
    }

    public static TestFeed of(Delivery... deliveries) {
        return new TestFeed(List.of(deliveries));
    }

    public TestFeed gate(Gate next) {
        gate = next;
        return this;
    }

    @Override
    public @Nullable Delivery poll() {
        return left.poll();
    }

    @Override
    public @Nullable Delivery take() {
        if (current != null) {
            throw new AssertionError("asks for more while an outcome is outstanding");
        }
        current = left.poll();
        return current;
    }

    @Override
    public GateAnswer gate(Delivery delivery) throws InterruptedException {
        if (!delivery.equals(current)) {
            throw new AssertionError("asks the gate for a delivery that is not at hand");
        }
        GateAnswer answer = gate.answer(delivery);
        if (answer == GateAnswer.WITHDRAW) {
            withdrawn.add(delivery.id());
            current = null;
        }
        return answer;
    }

    @Override
    public void report(Delivery delivery, DeliveryOutcome outcome) {
        if (!delivery.equals(current)) {
            throw new AssertionError("reports a delivery twice, or one that is not at hand");
        }
        current = null;
        order.add(delivery.id());
        outcomes.put(delivery.id(), outcome);
    }

    @Override
    public int window() {
        return 1;
    }

    public DeliveryOutcome outcome(int id) {
        DeliveryOutcome outcome = outcomes.get(new DeliveryId(id));
        if (outcome == null) {
            throw new AssertionError("delivery " + id + " has no outcome");
        }
        return outcome;
    }

    public Map<DeliveryId, DeliveryOutcome> outcomes() {
        return Map.copyOf(outcomes);
    }

    public List<DeliveryId> withdrawn() {
        return List.copyOf(withdrawn);
    }

    public List<Delivery> left() {
        return List.copyOf(left);
    }
}
