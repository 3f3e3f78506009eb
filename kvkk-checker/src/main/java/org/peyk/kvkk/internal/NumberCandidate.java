package org.peyk.kvkk.internal;

import org.jspecify.annotations.Nullable;

/** A number that nothing names, but that may turn out to be a student number when others of its shape stand in a list with it. */
final class NumberCandidate {

    private final Hit hit;
    private final boolean opensLine;
    private final boolean yearLike;
    private boolean besideName;
    private boolean taken;
    private boolean series;
    private boolean certain;
    private @Nullable NameCandidate companion;

    NumberCandidate(Hit hit, boolean opensLine, boolean yearLike) {
        this.hit = hit;
        this.opensLine = opensLine;
        this.yearLike = yearLike;
    }

    /** The number as the hit it would be. */
    Hit hit() {
        return hit;
    }

    /** What numbers of one list have in common: how many digits, and whether a letter stands in front. */
    String shape() {
        return shapeOf(hit.value());
    }

    static String shapeOf(String value) {
        return (Chars.isDigit(value.charAt(0)) ? "" : "@") + value.length();
    }

    /** Whether it is the first thing on its line, or alone in its cell. */
    boolean opensLine() {
        return opensLine;
    }

    /** Whether it starts with a year of admission, as most student numbers do. */
    boolean yearLike() {
        return yearLike;
    }

    boolean besideName() {
        return besideName;
    }

    /** Whether it stands in a series with another of its shape, parted by a comma or a word for and. */
    boolean series() {
        return series;
    }

    void putInSeries() {
        series = true;
    }

    /** Whether it stands for a person whatever else the text holds: a mark is said of it, or it stands in brackets behind a name. */
    boolean certain() {
        return certain;
    }

    void markCertain() {
        certain = true;
    }

    /** A name that nothing but this number makes one. */
    @Nullable
    NameCandidate companion() {
        return companion;
    }

    /** By what it and the name beside it are told from others. */
    String withCompanion() {
        return companion == null
                ? hit.value()
                : hit.value() + ' ' + companion.hit().value();
    }

    /** What is taken or left together: numbers of one shape in the same surroundings. */
    Object classIn(int section) {
        int surroundings = (opensLine ? 1 : 0)
                | (yearLike ? 2 : 0)
                | (besideName ? 4 : 0)
                | (series ? 8 : 0)
                | (certain ? 16 : 0)
                | (companion == null ? 0 : 32);
        return new Likeness(shape(), surroundings, hit.classIn(section));
    }

    private record Likeness(String shape, int surroundings, Object hit) {}

    /** Notes that it became a hit; false when it had already. */
    boolean markTaken() {
        boolean first = !taken;
        taken = true;
        return first;
    }

    void putBeside(@Nullable NameCandidate name) {
        besideName = true;
        companion = name;
    }
}
