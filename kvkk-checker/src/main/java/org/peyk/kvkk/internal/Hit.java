package org.peyk.kvkk.internal;

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
