package org.peyk.kvkk.internal;

/** Values that are counted but not held, and for a redactor where they stand. */
final class Surplus {

    /** What one place takes in {@link #places}. */
    private static final int WIDTH = 3;

    private int count;
    private final IntList places = new IntList();

    int count() {
        return count;
    }

    void add(Hit hit, boolean withPlace) {
        count++;
        if (withPlace && !hit.ordinary()) {
            places.add(hit.segment());
            places.add(hit.start());
            places.add(hit.end());
        }
    }

    void addAll(Surplus other) {
        count += other.count;
        for (int i = 0; i < other.places.size(); i++) {
            places.add(other.places.get(i));
        }
    }

    void forEach(Places visitor) {
        for (int i = 0; i < places.size(); i += WIDTH) {
            visitor.place(places.get(i), places.get(i + 1), places.get(i + 2));
        }
    }
}
