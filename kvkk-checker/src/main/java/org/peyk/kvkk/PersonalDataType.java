package org.peyk.kvkk;

import org.peyk.spi.LocalizedText;

/**
 * Kinds of personal data that the scanner knows, within the meaning of article 3(1)(d) of the Turkish Law on the Protection of Personal Data,
 * no. 6698 (KVKK): any information about an identified or identifiable natural person.
 */
public enum PersonalDataType {
    /** Identity number of a Turkish citizen (T.C. kimlik numarası, law no. 5490, article 46). */
    TCKN(FindingCodes.TCKN, "T.C. kimlik numarası", "Turkish identity number"),
    /** Identity number of a foreigner (yabancı kimlik numarası), which starts with 97, 98 or 99. */
    YKN(FindingCodes.YKN, "yabancı kimlik numarası", "foreigner's identity number"),
    /** A Turkish bank account number (IBAN, ISO 13616). */
    IBAN(FindingCodes.IBAN, "IBAN", "IBAN"),
    /** A payment card number (ISO/IEC 7812). */
    PAYMENT_CARD(FindingCodes.CARD, "kart numarası", "payment card number"),
    /** A Turkish mobile phone number. */
    MOBILE_PHONE(FindingCodes.MOBILE, "cep telefonu", "mobile phone number"),
    /** A Turkish landline phone number. */
    LANDLINE_PHONE(FindingCodes.LANDLINE, "sabit telefon", "landline phone number"),
    /** An e-mail address. One of an institution, a role or a firm is ordinary, see {@link Match#ordinary()}. */
    EMAIL(FindingCodes.EMAIL, "e-posta adresi", "e-mail address"),
    /** A student number of a university. */
    STUDENT_NO(FindingCodes.STUDENT_NO, "öğrenci numarası", "student number"),
    /** The name of a person. One with an academic title or an office is ordinary, see {@link Match#ordinary()}. */
    PERSON_NAME(FindingCodes.NAME, "kişi adı", "person's name"),
    /** A tax number of a person (vergi kimlik numarası). */
    VKN(FindingCodes.VKN, "vergi kimlik numarası", "tax number"),
    /** A social security number (SGK sicil numarası). */
    SGK_NO(FindingCodes.SGK, "SGK sicil numarası", "social security number"),
    /** A number of a member of the staff (sicil numarası). */
    STAFF_NO(FindingCodes.STAFF_NO, "sicil numarası", "staff number"),
    /** A passport number. */
    PASSPORT(FindingCodes.PASSPORT, "pasaport numarası", "passport number"),
    /** A number of a driving licence. */
    DRIVING_LICENCE(FindingCodes.DRIVING_LICENCE, "sürücü belgesi numarası", "driving licence number"),
    /** A number plate of a vehicle. */
    PLATE(FindingCodes.PLATE, "araç plakası", "number plate"),
    /** An IP address that the text ties to a person. */
    IP_ADDRESS(FindingCodes.IP, "IP adresi", "IP address"),
    /** A hardware address of a network device (EUI-48), which follows its owner. */
    MAC_ADDRESS(FindingCodes.MAC, "MAC adresi", "MAC address"),
    /** The serial number of an identity card or of its predecessor. */
    ID_CARD_NO(FindingCodes.ID_CARD, "kimlik kartı seri numarası", "identity card number"),
    /** A health code of the pandemic (HES kodu), which opened a person's state of health. */
    HES_CODE(FindingCodes.HES, "HES kodu", "HES code"),
    /** A password of an account. */
    CREDENTIAL(FindingCodes.CREDENTIAL, "parola", "password"),
    /** A date of birth, or the day of one. */
    BIRTH_DATE(FindingCodes.BIRTH_DATE, "doğum tarihi", "date of birth"),
    /** A place of birth. */
    BIRTH_PLACE(FindingCodes.BIRTH_PLACE, "doğum yeri", "place of birth"),
    /** The name of a parent, or a name before marriage. */
    PARENT_NAME(FindingCodes.PARENT_NAME, "anne, baba ya da kızlık adı", "parent's or maiden name"),
    /** The address of a home. */
    HOME_ADDRESS(FindingCodes.HOME_ADDRESS, "ev adresi", "home address"),
    /** A mark, an average or a result of a person. */
    GRADE(FindingCodes.GRADE, "not ya da sınav sonucu", "mark or result"),
    /** A disciplinary measure against a person. */
    DISCIPLINARY(FindingCodes.DISCIPLINARY, "disiplin bilgisi", "disciplinary information"),
    /** The material need of a person. */
    FINANCIAL_NEED(FindingCodes.NEED, "maddi durum bilgisi", "information on material need"),
    /** The health of a person (article 6(1)). */
    HEALTH(FindingCodes.HEALTH, "sağlık bilgisi", "health information"),
    /** The disability of a person (health, article 6(1)). */
    DISABILITY(FindingCodes.DISABILITY, "engellilik bilgisi", "information on a disability"),
    /** The religion, denomination or belief of a person (article 6(1)). */
    RELIGION(FindingCodes.RELIGION, "din, mezhep ya da inanç bilgisi", "information on religion or belief"),
    /** The political opinion of a person (article 6(1)). */
    POLITICAL(FindingCodes.POLITICAL, "siyasi görüş bilgisi", "information on political opinion"),
    /** The race or ethnic origin of a person (article 6(1)). */
    ETHNIC(FindingCodes.ETHNIC, "etnik köken bilgisi", "information on ethnic origin"),
    /** The membership of a person in a union, association or foundation (article 6(1)). */
    UNION_MEMBERSHIP(FindingCodes.UNION, "sendika ya da dernek üyeliği bilgisi", "information on union membership"),
    /** A conviction of or a security measure against a person (article 6(1)). */
    CRIMINAL(FindingCodes.CRIMINAL, "ceza mahkûmiyeti bilgisi", "information on a conviction"),
    /** Biometric or genetic data of a person (article 6(1)). */
    BIOMETRIC_GENETIC(FindingCodes.BIOMETRIC, "biyometrik ya da genetik veri", "biometric or genetic data"),
    /** The sexual life of a person (article 6(1)). */
    SEXUAL_LIFE(FindingCodes.SEXUAL_LIFE, "cinsel hayat bilgisi", "information on sexual life");

    private final String code;
    private final LocalizedText label;

    PersonalDataType(String code, String tr, String en) {
        this.code = code;
        this.label = new LocalizedText(tr, en);
    }

    /**
     * The code under which findings of this kind are reported.
     *
     * @return one of {@link FindingCodes}
     */
    public String code() {
        return code;
    }

    /**
     * The kind in words.
     *
     * @return a noun in the singular
     */
    public LocalizedText label() {
        return label;
    }
}
