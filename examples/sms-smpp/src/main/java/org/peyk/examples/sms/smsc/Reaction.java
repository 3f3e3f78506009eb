package org.peyk.examples.sms.smsc;

/**
 * What the centre does with a part.
 *
 * @param kind what
 * @param status command_status of a refusal; else 0
 */
public record Reaction(Kind kind, int status) {

    /** What can be done. */
    public enum Kind {
        /** Takes it. */
        TAKE,
        /** Refuses it. */
        REFUSE,
        /** Drops the connection. */
        DROP,
        /** Takes it and drops the connection without an answer. */
        TAKE_AND_DROP,
        /** Takes it and answers something that is no SMPP. */
        TAKE_AND_ANSWER_GARBAGE,
        /** Takes it and never answers. */
        TAKE_AND_STAY_SILENT,
        /** Takes it and answers late. */
        TAKE_SLOWLY,
        /** Takes it, answers, and drops the connection at once. */
        TAKE_ANSWER_AND_DROP
    }

    /** Takes it. */
    public static final Reaction TAKE = new Reaction(Kind.TAKE, 0);

    /** Refuses it with a status. */
    public static Reaction refuse(int status) {
        return new Reaction(Kind.REFUSE, status);
    }

    /** Does something that needs no status. */
    public static Reaction of(Kind kind) {
        return new Reaction(kind, 0);
    }

    boolean takes() {
        return kind != Kind.REFUSE && kind != Kind.DROP;
    }
}
