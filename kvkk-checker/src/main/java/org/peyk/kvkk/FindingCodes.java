package org.peyk.kvkk;

/** Stable codes of the findings of {@link KvkkCheck}. */
public final class FindingCodes {

    /** A Turkish identity number, also one with a wrong check digit beside words that say what it is. */
    public static final String TCKN = "KVKK-TCKN";

    /** A partly masked identity number, which may still identify together with a name. */
    public static final String TCKN_MASKED = "KVKK-TCKN-MASKED";

    /** A foreigner's identity number. */
    public static final String YKN = "KVKK-YKN";

    /** A bank account. */
    public static final String IBAN = "KVKK-IBAN";

    /** A payment card. */
    public static final String CARD = "KVKK-CARD";

    /** A mobile phone. */
    public static final String MOBILE = "KVKK-MOBILE";

    /** A landline phone outside the institution's own prefixes. */
    public static final String LANDLINE = "KVKK-LANDLINE";

    /** A private person's e-mail address, or a student's. */
    public static final String EMAIL = "KVKK-EMAIL";

    /** A student number. */
    public static final String STUDENT_NO = "KVKK-STUDENT-NO";

    /** The name of a person who carries no title and holds no office in the text. */
    public static final String NAME = "KVKK-NAME";

    /** A file, or a part of one, that could not be read: encrypted, damaged, of unknown type, without text, or beyond a limit. */
    public static final String UNREADABLE = "KVKK-UNREADABLE";

    /** A picture, whose text was not looked for. */
    public static final String IMAGE = "KVKK-IMAGE";

    private FindingCodes() {}
}
