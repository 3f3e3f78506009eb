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
    /** Another number of a person follows, such as that of a patient. */
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
    DOT(false),
    /** A tax number follows. */
    VKN(true),
    /** A social security number follows. */
    SGK_NO(true),
    /** A number of the staff follows. */
    STAFF_NO(true),
    /** A passport number follows. */
    PASSPORT(true),
    /** A driving licence number follows. */
    DRIVING_LICENCE(true),
    /** A date of birth stands beside it. */
    BIRTH_DATE(false),
    /** A place of birth follows. */
    BIRTH_PLACE(false),
    /** The name of a parent, or a name before marriage, follows. */
    PARENT(false),
    /** A password follows. */
    CREDENTIAL(false),
    /** A mark or a score follows. */
    GRADE(false),
    /** Marks are spoken of, or, as a heading, stand below. */
    GRADE_WORD(false),
    /** Vehicles are spoken of. */
    VEHICLE(false),
    /** Network addresses are spoken of. */
    NETWORK(false),
    /** A neighbourhood, street or building, in an address. */
    STREET(false),
    /** A block, floor or flat, in an address. */
    FLAT(false),
    /** A home is spoken of. */
    HOME(false),
    /** The institution's own ground, whose address is nobody's home. */
    CAMPUS(false),
    /** An account of a system is spoken of. */
    ACCOUNT(false),
    /** A meeting or a guest network, whose password is for everybody. */
    PUBLIC_ACCESS(false),
    /** What is spoken of is a subject or a unit rather than a person's state. */
    TOPIC(false),
    /** A death is spoken of. */
    DECEASED(false),
    /** Said of a person: an illness, a treatment, a pregnancy, a blood group. */
    HEALTH(false),
    /** An illness, of a person or as a subject. */
    HEALTH_WORD(false),
    /** Said of a person: a kind or degree of disability. */
    DISABILITY(false),
    /** Disability, of a person or as a subject. */
    DISABILITY_WORD(false),
    /** A religion, denomination or belief. */
    RELIGION(false),
    /** A political opinion or membership. */
    POLITICAL(false),
    /** An ethnic origin. */
    ETHNIC(false),
    /** Membership of a union, association or foundation. */
    UNION(false),
    /** A conviction or a security measure. */
    CRIMINAL(false),
    /** Biometric or genetic data. */
    BIOMETRIC(false),
    /** Sexual life. */
    SEXUAL(false),
    /** A disciplinary measure. */
    DISCIPLINE(false),
    /** Material need. */
    NEED(false),
    /** A prize, a selection or a task for which persons are named who hold no office. */
    SELECTION(false),
    /** A health code of the pandemic (HES) follows. */
    HES_CODE(true),
    /** The serial number of an identity card follows. */
    ID_CARD(true),
    /** Said of a person: an examination or a year that was not passed. */
    FAILED(false),
    /** Courts, the police, the press or public figures are spoken of. */
    REPORTED(false),
    /** Times long past are spoken of. */
    HISTORIC(false),
    /** Somebody is spoken of as one of the institution's own. */
    INSIDER(false);

    /** Numbers of persons that are neither identity nor student numbers. */
    static final long OTHER_IDS = OTHER_ID.bit()
            | VKN.bit()
            | SGK_NO.bit()
            | STAFF_NO.bit()
            | PASSPORT.bit()
            | DRIVING_LICENCE.bit()
            | ID_CARD.bit();

    private static final Cue[] ALL = values();

    private final boolean label;

    Cue(boolean label) {
        this.label = label;
    }

    /** Whether the term names the value beside it, so that the nearest such term decides. */
    boolean isLabel() {
        return label;
    }

    /** Whether a word of the term may as well be one of a name. */
    boolean mayBeInName() {
        return this == AT || (ordinal() >= DOT.ordinal() && !label);
    }

    long bit() {
        return 1L << ordinal();
    }

    static Cue of(int ordinal) {
        return ALL[ordinal];
    }
}
