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
    PERSON_NAME(FindingCodes.NAME, "kişi adı", "person's name");

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
