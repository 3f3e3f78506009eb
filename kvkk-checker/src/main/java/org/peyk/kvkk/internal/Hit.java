package org.peyk.kvkk.internal;

import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.Circumstance;
import org.peyk.kvkk.PersonalDataType;

/** A value that a detector found. Knows the value, and keeps it to the scanner: {@link #toString()} shows it masked. */
public final class Hit {

    private final PersonalDataType type;
    private Certainty certainty;
    private String value;
    private final int segment;
    private final int start;
    private final int end;
    private final int foldedStart;
    private final int foldedEnd;
    private String owner = "";
    private boolean ordinary;
    private boolean besideName;
    private boolean institutional;
    private boolean amongStudents;
    private boolean singledOut;
    private boolean abbreviated;
    private boolean scattered;
    private @Nullable Surplus surplus;

    Hit(PersonalDataType type, Certainty certainty, String value, int segment, Folded text, int from, int to) {
        this.type = type;
        this.certainty = certainty;
        this.value = value;
        this.segment = segment;
        this.start = text.start(from);
        this.end = text.end(to - 1);
        this.foldedStart = from;
        this.foldedEnd = to;
    }

    private Hit(Hit other, String person) {
        this.type = other.type;
        this.certainty = other.certainty;
        this.value = other.value;
        this.segment = other.segment;
        this.start = other.start;
        this.end = other.end;
        this.foldedStart = other.foldedStart;
        this.foldedEnd = other.foldedEnd;
        saidOf(person);
    }

    /**
     * What it is.
     *
     * @return the kind
     */
    public PersonalDataType type() {
        return type;
    }

    /**
     * How sure the scanner is.
     *
     * @return the certainty
     */
    public Certainty certainty() {
        return certainty;
    }

    /**
     * The value in one spelling, by which distinct values are counted. Never to be shown.
     *
     * @return the folded value
     */
    public String value() {
        return owner.isEmpty() ? value : owner + ": " + value;
    }

    /**
     * The value as it may be shown.
     *
     * @return the masked value
     */
    public String masked() {
        return Masks.mask(type, certainty, value);
    }

    /**
     * The segment it was found in.
     *
     * @return its index, from 0
     */
    public int segment() {
        return segment;
    }

    /**
     * Where it starts in the original text of the segment.
     *
     * @return index of its first UTF-16 unit
     */
    public int start() {
        return start;
    }

    /**
     * Where it ends in the original text of the segment.
     *
     * @return index after its last UTF-16 unit
     */
    public int end() {
        return end;
    }

    /**
     * Whether it belongs in an announcement as it is.
     *
     * @return whether it asks for nothing
     */
    public boolean ordinary() {
        return ordinary;
    }

    /**
     * Whether a circumstance holds.
     *
     * @param circumstance which
     * @return whether it holds
     */
    public boolean holds(Circumstance circumstance) {
        return switch (circumstance) {
            case ANY -> true;
            case PRIVATE -> !institutional;
            case INSTITUTIONAL -> institutional;
            case BESIDE_NAME -> besideName;
            case AMONG_STUDENTS -> amongStudents;
            case SINGLED_OUT -> singledOut;
        };
    }

    /**
     * How many values of its class were found that are not held, as there are too many of them.
     *
     * @return their number; 0 but for one hit of a class of which there are very many
     */
    public int more() {
        return surplus == null ? 0 : surplus.count();
    }

    /**
     * Whether those that are only counted may stand in other parts of the document.
     *
     * @return whether their place is the whole of it
     */
    public boolean scattered() {
        return scattered;
    }

    /** Counts another of its class, with what is counted at that one. */
    void count(Hit other, boolean withPlace) {
        Surplus counted = surplus == null ? new Surplus() : surplus;
        counted.add(other, withPlace);
        if (other.surplus != null) {
            counted.addAll(other.surplus);
        }
        surplus = counted;
    }

    /** The places of those that are only counted, if the scan was to remember them. */
    void forEachCounted(Places visitor) {
        if (surplus != null) {
            surplus.forEach(visitor);
        }
    }

    /** What no rule tells apart: the kind, how sure, in which surroundings, in which part of the document. */
    Object classIn(int section) {
        scattered = section == Sections.SCATTERED;
        int surroundings = (ordinary ? 1 : 0)
                | (besideName ? 2 : 0)
                | (institutional ? 4 : 0)
                | (amongStudents ? 8 : 0)
                | (singledOut ? 16 : 0);
        return new Likeness(type, certainty, surroundings, section);
    }

    private record Likeness(PersonalDataType type, Certainty certainty, int surroundings, int section) {}

    int foldedStart() {
        return foldedStart;
    }

    int foldedEnd() {
        return foldedEnd;
    }

    /** Completes a first name by the surname that stands in a cell of its own. */
    void addSurname(String surname) {
        value = value + " " + surname;
    }

    /** Says of whom this is said, so that the same words about two persons count twice. */
    void saidOf(String person) {
        owner = person;
        besideName = true;
    }

    /** The same words, said of another person. */
    Hit copyFor(String person) {
        return new Hit(this, person);
    }

    Hit markOrdinary() {
        ordinary = true;
        return this;
    }

    void markBesideName() {
        besideName = true;
    }

    void markInstitutional() {
        institutional = true;
    }

    void markAmongStudents() {
        amongStudents = true;
    }

    void markSingledOut() {
        singledOut = true;
    }

    /** Says that only an initial stands for the surname, so that the person is half hidden. */
    Hit markAbbreviated() {
        abbreviated = true;
        return this;
    }

    boolean abbreviated() {
        return abbreviated;
    }

    /** Leaves it to a person to judge. */
    void doubt() {
        certainty = Certainty.PROBABLE;
    }

    @Override
    public String toString() {
        return "Hit[" + type + ", " + certainty + ", " + masked() + "]";
    }
}
