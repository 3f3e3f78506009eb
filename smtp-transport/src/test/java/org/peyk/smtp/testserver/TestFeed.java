package org.peyk.smtp.testserver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryFeed;
import org.peyk.spi.transport.DeliveryId;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.GateAnswer;

/** A feed over a list that notes everything and complains about every breach of the contract. */
public class TestFeed implements DeliveryFeed {

    /** What the gate answers. */
    @FunctionalInterface
    public interface Gate {
        GateAnswer answer(Delivery delivery) throws InterruptedException;
    }

    private final Deque<Delivery> left;
    private final Map<DeliveryId, DeliveryOutcome> outcomes = new ConcurrentHashMap<>();
    private final List<DeliveryId> order = new CopyOnWriteArrayList<>();
    private final List<DeliveryId> withdrawn = new ArrayList<>();
    private final Set<Delivery> taken = new LinkedHashSet<>();
    private final Set<Delivery> gone = new LinkedHashSet<>();
    private int window = 1;
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

    public TestFeed window(int size) {
        window = size;
        return this;
    }

    @Override
    public synchronized @Nullable Delivery poll() {
        return next();
    }

    @Override
    public synchronized @Nullable Delivery take() {
        if (!taken.isEmpty()) {
            throw new AssertionError("asks for more while an outcome is outstanding");
        }
        return next();
    }

    private @Nullable Delivery next() {
        Delivery delivery = left.poll();
        if (delivery != null) {
            taken.add(delivery);
        }
        return delivery;
    }

    @Override
    public GateAnswer gate(Delivery delivery) throws InterruptedException {
        if (!taken.contains(delivery)) {
            throw new AssertionError("asks the gate for a delivery that is not at hand");
        }
        if (gone.size() >= window) {
            throw new AssertionError("asks the gate while as many as allowed are in flight");
        }
        GateAnswer answer = gate.answer(delivery);
        if (answer == GateAnswer.WITHDRAW) {
            withdrawn.add(delivery.id());
            taken.remove(delivery);
        } else if (answer == GateAnswer.PROCEED && !gone.add(delivery)) {
            throw new AssertionError("asks the gate twice");
        }
        return answer;
    }

    @Override
    public synchronized void report(Delivery delivery, DeliveryOutcome outcome) {
        if (!taken.remove(delivery)) {
            throw new AssertionError("reports a delivery twice, or one that is not at hand");
        }
        boolean proceeded = gone.remove(delivery);
        if (!proceeded && isUntouched(outcome)) {
            // as in the library, where it comes again in another session
            left.addFirst(delivery);
            return;
        }
        order.add(delivery.id());
        outcomes.put(delivery.id(), outcome);
    }

    private static boolean isUntouched(DeliveryOutcome outcome) {
        return outcome instanceof DeliveryOutcome.Deferred
                && outcome.reply().text().equals("taken ahead and not begun");
    }

    @Override
    public int window() {
        return window;
    }

    /** Deliveries that were taken, and neither reported nor withdrawn. */
    public synchronized List<Delivery> outstanding() {
        return List.copyOf(taken);
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

    public synchronized List<Delivery> left() {
        return List.copyOf(left);
    }
}
