package org.peyk.kvkk.internal;

import org.peyk.kvkk.PersonalDataType;
import org.peyk.spi.LocalizedText;

/** What a finding says of the kinds of data that need their surroundings to be known: why it matters, and which article it touches. */
final class SurroundedTexts {

    private SurroundedTexts() {}

    static LocalizedText why(PersonalDataType type) {
        return switch (type) {
            case VKN, SGK_NO, PASSPORT, DRIVING_LICENCE, ID_CARD_NO ->
                new LocalizedText(
                        "Kişinin resmî bir kaydını açan numaradır; toplu iletide hiçbir amaç için gerekmez.",
                        "It is the number of an official record of the person; no purpose of a mass mail needs it.");
            case STAFF_NO ->
                new LocalizedText(
                        "Sicil numarası personeli belirler; ad ya da görevle yan yana gelmesi için bir gerekçe gerekir.",
                        "A staff number identifies a member of the staff; beside a name it needs a reason.");
            case PLATE ->
                new LocalizedText(
                        "Plaka, aracın sahibini ve nerede olduğunu ele verebilir; paylaşmak için bir gerekçe gerekir.",
                        "A number plate may tell the owner and where the owner is; sharing it needs a reason.");
            case IP_ADDRESS ->
                new LocalizedText(
                        "Bir kişiyle birlikte anılan IP adresi onun bağlantısını ve yerini gösterir.",
                        "An IP address named with a person shows that person's connection and place.");
            case MAC_ADDRESS ->
                new LocalizedText(
                        "Cihazın donanım adresi kişiyi her ağda izlenebilir kılar; adla birlikte duyurulmaz.",
                        "The hardware address of a device makes its owner traceable in every network; it is not announced with a name.");
            case HES_CODE ->
                new LocalizedText(
                        "HES kodu kişinin sağlık durumunu açar; özel nitelikli veridir (Kurul kararı 2023/928).",
                        "A HES code opens a person's state of health; it is special category data (decision 2023/928 of the Board).");
            case CREDENTIAL ->
                new LocalizedText(
                        "Parolayı okuyan herkes hesaba girebilir; parola e-postayla duyurulmaz, hemen değiştirilmelidir.",
                        "Whoever reads a password can enter the account; it is never announced by mail and must be changed at once.");
            case BIRTH_DATE, BIRTH_PLACE ->
                new LocalizedText(
                        "Doğum bilgisi, adla birlikte kişiyi kesin olarak belirler ve kimlik doğrulamada sorulur.",
                        "With a name, particulars of birth single a person out, and are asked to prove an identity.");
            case PARENT_NAME ->
                new LocalizedText(
                        "Anne, baba ve kızlık adı kimlik doğrulama sorularının yanıtıdır.",
                        "Names of parents and maiden names answer the questions that prove an identity.");
            case HOME_ADDRESS ->
                new LocalizedText(
                        "Ev adresi özel hayata aittir; paylaşmak için kişinin bilgisi ve bir gerekçe gerekir.",
                        "A home address is private; sharing it needs the person's knowledge and a reason.");
            case GRADE ->
                new LocalizedText(
                        "Sonucu yalnız sahibi görmelidir (Kurul kararı 2019/188); kişiyle yan yana listelenemez.",
                        "A result is for its owner alone (decision 2019/188 of the Board); it is not listed beside a person.");
            case DISCIPLINARY ->
                new LocalizedText(
                        "Disiplin işlemi kişiye tebliğ edilir; başkalarına duyurulması kişiyi küçük düşürür.",
                        "A disciplinary measure is served on the person; announcing it to others humiliates.");
            case FINANCIAL_NEED ->
                new LocalizedText(
                        "Maddi durum, yardım değerlendirmesi dışında kimseye açılmaz.",
                        "Material need is disclosed to nobody beyond those who decide on the aid.");
            default ->
                new LocalizedText(
                        "Özel nitelikli kişisel veridir; m. 6/3 koşullarından biri olmadan işlenemez, bunların hiçbiri toplu duyuruyu"
                                + " kapsamaz.",
                        "It is special category data; it is not processed without one of the conditions of article 6(3), and none of them"
                                + " covers telling a mailing list.");
        };
    }

    static String legalBasis(PersonalDataType type) {
        return switch (type) {
            case VKN,
                    SGK_NO,
                    STAFF_NO,
                    PASSPORT,
                    DRIVING_LICENCE,
                    ID_CARD_NO,
                    PARENT_NAME,
                    GRADE,
                    DISCIPLINARY,
                    FINANCIAL_NEED -> "KVKK m. 4/2-ç, m. 5";
            case PLATE, IP_ADDRESS, MAC_ADDRESS, BIRTH_DATE, BIRTH_PLACE, HOME_ADDRESS -> "KVKK m. 5, m. 8";
            case CREDENTIAL -> "KVKK m. 12";
            default -> "KVKK m. 6/1, m. 6/3";
        };
    }
}
