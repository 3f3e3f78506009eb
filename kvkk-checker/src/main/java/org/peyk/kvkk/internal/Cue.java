package org.peyk.kvkk.internal;

/** What a known term says about what stands near it. */
enum Cue {
    /** A Turkish identity number follows. */
    TCKN(true),
    /** The letters T.C., which are a label only directly beside a number; elsewhere they are the Republic. */
    TC(true),
    /** A foreigner's identity number follows. */
    YKN(true),
    /** A bank account follows. */
    IBAN(true),
    /** A payment card follows. */
    CARD(true),
    /** A phone number follows. */
    PHONE(true),
    /** A student number follows. */
    STUDENT_NO(true),
    /** Another number of a person follows: tax, insurance, passport, staff. */
    OTHER_ID(true),
    /** A number of a thing follows: document, order, parcel, meeting. */
    THING_NO(true),
    /** A name follows. */
    NAME(true),
    /** A surname alone follows. */
    SURNAME(true),
    /** An academic title, which whatever name follows it carries. */
    TITLE(false),
    /** An office, which a name before or after it may hold. */
    ROLE(false),
    /** A form of address, as it stands before any name. */
    HONORIFIC(false),
    /** The word number, by itself no label, but in a heading enough to tell numbers of persons from amounts. */
    NUMBER(false),
    /** Students are spoken of. */
    STUDENT(false),
    /** An institution, which may own an account. */
    INSTITUTION(false),
    /** The word for the at sign. */
    AT(false),
    /** The word for a dot. */
    DOT(false);

    private static final Cue[] ALL = values();

    private final boolean label;

    Cue(boolean label) {
        this.label = label;
    }

    /** Whether the term names the value beside it, so that the nearest such term decides. */
    boolean isLabel() {
        return label;
    }

    int bit() {
        return 1 << ordinal();
    }

    static Cue of(int ordinal) {
        return ALL[ordinal];
    }
}
