package org.peyk.kvkk.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a scan holds of what it found, within bounds. As long as it is little, all of it. Of more, so many different values of each class (of those
 * which no rule tells apart) that every rule can still count what it asks for; the others are counted at one of their class that is held. Not
 * thread-safe.
 *
 * @param <T> what is held
 */
final class Holding<T> {

    /** So much is held without a look at it, and between two looks. */
    private static final int LITTLE = 20_000;

    /** Different values of one class, while all that is held is not too much. */
    private static final int MOST_OF_A_CLASS = 10_000;

    private static final int MOST = 100_000;

    private final int least;
    private final Function<T, Object> classOf;
    private final Function<T, String> valueOf;
    private final Function<T, Hit> hitOf;
    private final boolean places;
    private final List<T> items = new ArrayList<>();
    private final Map<Object, Members<T>> classes = new HashMap<>();
    private int looked;
    private int nextLook = LITTLE;

    private record Members<T>(T first, Set<String> values, int[] held) {}

    /**
     * Starts empty.
     *
     * @param least so many different values of each class are held in any case
     * @param places whether the places of those that are only counted are remembered
     */
    Holding(
            int least,
            boolean places,
            Function<T, Object> classOf,
            Function<T, String> valueOf,
            Function<T, Hit> hitOf) {
        this.least = least;
        this.places = places;
        this.classOf = classOf;
        this.valueOf = valueOf;
        this.hitOf = hitOf;
    }

    void addAll(List<T> more) {
        for (T item : more) {
            items.add(item);
            if (items.size() >= nextLook) {
                look();
            }
        }
    }

    /** What is held, in the order in which it came; may be added to until the next {@link #addAll}. */
    List<T> items() {
        return items;
    }

    void clear() {
        items.clear();
        classes.clear();
        looked = 0;
        nextLook = LITTLE;
    }

    private void look() {
        int kept = looked;
        for (int i = looked; i < items.size(); i++) {
            T item = items.get(i);
            Members<T> members =
                    classes.computeIfAbsent(classOf.apply(item), c -> new Members<>(item, new HashSet<>(), new int[1]));
            if (holds(members, valueOf.apply(item), kept)) {
                members.held()[0]++;
                items.set(kept++, item);
            } else {
                hitOf.apply(members.first()).count(hitOf.apply(item), places);
            }
        }
        items.subList(kept, items.size()).clear();
        looked = kept;
        nextLook = kept + LITTLE;
    }

    /** A new value is held while there are few of its class, and one that is known while few of its class are held at all. */
    private boolean holds(Members<T> members, String value, int kept) {
        int most = kept < MOST ? Math.max(least, MOST_OF_A_CLASS) : least;
        if (members.values().contains(value)) {
            return members.held()[0] < most;
        }
        return members.values().size() < most && members.values().add(value);
    }
}
