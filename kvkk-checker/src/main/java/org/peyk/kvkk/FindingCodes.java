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

    /** A tax number of a person (vergi kimlik numarası). */
    public static final String VKN = "KVKK-VKN";

    /** A social security number (SGK sicil numarası). */
    public static final String SGK = "KVKK-SGK";

    /** A number of a member of the staff (sicil numarası). */
    public static final String STAFF_NO = "KVKK-STAFF-NO";

    /** A passport number. */
    public static final String PASSPORT = "KVKK-PASSPORT";

    /** A number of a driving licence. */
    public static final String DRIVING_LICENCE = "KVKK-DRIVING-LICENCE";

    /** A number plate of a vehicle. */
    public static final String PLATE = "KVKK-PLATE";

    /** An IP address that the text ties to a person. */
    public static final String IP = "KVKK-IP";

    /** A hardware address of a network device. */
    public static final String MAC = "KVKK-MAC";

    /** The serial number of an identity card. */
    public static final String ID_CARD = "KVKK-ID-CARD";

    /** A health code of the pandemic (HES). */
    public static final String HES = "KVKK-HES";

    /** A password of an account. */
    public static final String CREDENTIAL = "KVKK-CREDENTIAL";

    /** A date of birth, or the day of one. */
    public static final String BIRTH_DATE = "KVKK-BIRTH-DATE";

    /** A place of birth. */
    public static final String BIRTH_PLACE = "KVKK-BIRTH-PLACE";

    /** The name of a parent, or a name before marriage. */
    public static final String PARENT_NAME = "KVKK-PARENT-NAME";

    /** The address of a home. */
    public static final String HOME_ADDRESS = "KVKK-HOME-ADDRESS";

    /** A mark, an average or a result of a person. */
    public static final String GRADE = "KVKK-GRADE";

    /** A disciplinary measure against a person. */
    public static final String DISCIPLINARY = "KVKK-DISCIPLINARY";

    /** The material need of a person. */
    public static final String NEED = "KVKK-NEED";

    /** The health of a person (article 6(1)). */
    public static final String HEALTH = "KVKK-HEALTH";

    /** The disability of a person (health, article 6(1)). */
    public static final String DISABILITY = "KVKK-DISABILITY";

    /** The religion, denomination or belief of a person (article 6(1)). */
    public static final String RELIGION = "KVKK-RELIGION";

    /** The political opinion of a person (article 6(1)). */
    public static final String POLITICAL = "KVKK-POLITICAL";

    /** The race or ethnic origin of a person (article 6(1)). */
    public static final String ETHNIC = "KVKK-ETHNIC";

    /** The membership of a person in a union, association or foundation (article 6(1)). */
    public static final String UNION = "KVKK-UNION";

    /** A conviction of or a security measure against a person (article 6(1)). */
    public static final String CRIMINAL = "KVKK-CRIMINAL";

    /** Biometric or genetic data of a person (article 6(1)). */
    public static final String BIOMETRIC = "KVKK-BIOMETRIC";

    /** The sexual life of a person (article 6(1)). */
    public static final String SEXUAL_LIFE = "KVKK-SEXUAL-LIFE";

    /** A file, or a part of one, that could not be read: encrypted, damaged, of unknown type, without text, or beyond a limit. */
    public static final String UNREADABLE = "KVKK-UNREADABLE";

    /** A picture, whose text was not looked for. */
    public static final String IMAGE = "KVKK-IMAGE";

    private FindingCodes() {}
}
