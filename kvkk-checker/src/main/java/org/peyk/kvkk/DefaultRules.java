package org.peyk.kvkk;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static org.peyk.kvkk.Certainty.CONTEXTUAL;
import static org.peyk.kvkk.Certainty.MASKED;
import static org.peyk.kvkk.Certainty.PROBABLE;
import static org.peyk.kvkk.Certainty.VERIFIED;
import static org.peyk.kvkk.Circumstance.AMONG_STUDENTS;
import static org.peyk.kvkk.Circumstance.ANY;
import static org.peyk.kvkk.Circumstance.BESIDE_NAME;
import static org.peyk.kvkk.Circumstance.INSTITUTIONAL;
import static org.peyk.kvkk.Circumstance.PRIVATE;
import static org.peyk.kvkk.Circumstance.SINGLED_OUT;
import static org.peyk.spi.check.Severity.BLOCK;
import static org.peyk.spi.check.Severity.INFO;
import static org.peyk.spi.check.Severity.JUSTIFY;

/** The defaults of {@link KvkkRules}, and the forms that its settings must have. */
final class DefaultRules {

    /** Numbers of one shape from which on they are a list. */
    static final int STUDENT_LIST_FROM = 3;

    static final Set<String> STUDENT_DOMAIN_LABELS =
            Set.of("ogr", "ogrenci", "ogrenciler", "student", "students", "std", "stu", "stud", "mezun", "alumni");

    static final Set<String> PUBLIC_MAIL_DOMAINS = Set.of(
            "gmail.com",
            "googlemail.com",
            "hotmail.com",
            "hotmail.com.tr",
            "hotmail.de",
            "hotmail.co.uk",
            "hotmail.fr",
            "outlook.com",
            "outlook.com.tr",
            "outlook.de",
            "live.com",
            "live.com.tr",
            "live.co.uk",
            "msn.com",
            "windowslive.com",
            "yahoo.com",
            "yahoo.com.tr",
            "yahoo.co.uk",
            "yahoo.de",
            "ymail.com",
            "rocketmail.com",
            "icloud.com",
            "me.com",
            "mac.com",
            "yandex.com",
            "yandex.com.tr",
            "yandex.ru",
            "ya.ru",
            "mail.ru",
            "mynet.com",
            "superonline.com",
            "ttmail.com",
            "turk.net",
            "proton.me",
            "protonmail.com",
            "pm.me",
            "gmx.com",
            "gmx.de",
            "gmx.net",
            "web.de",
            "aol.com",
            "zoho.com",
            "tutanota.com",
            "mail.com",
            "hey.com",
            "fastmail.com",
            "qq.com",
            "163.com");

    static final Set<String> ROLE_LOCAL_PARTS = Set.of(
            "bilgi",
            "bilgiislem",
            "bilgi-islem",
            "bidb",
            "info",
            "iletisim",
            "contact",
            "destek",
            "support",
            "yardim",
            "help",
            "helpdesk",
            "noreply",
            "no-reply",
            "donotreply",
            "postmaster",
            "webmaster",
            "abuse",
            "admin",
            "sekreterlik",
            "sekreter",
            "rektorluk",
            "rektor",
            "genelsekreterlik",
            "dekanlik",
            "mudurluk",
            "bolum",
            "fakulte",
            "enstitu",
            "ogrenciisleri",
            "ogrenci-isleri",
            "oidb",
            "personel",
            "pdb",
            "sks",
            "sksdb",
            "kutuphane",
            "library",
            "erasmus",
            "international",
            "intl",
            "iro",
            "bap",
            "kvkk",
            "kalite",
            "kariyer",
            "basin",
            "kurumsal",
            "kurumsaliletisim",
            "duyuru",
            "etkinlik",
            "kongre",
            "congress",
            "conference",
            "sempozyum",
            "seminer",
            "konferans",
            "editor",
            "dergi",
            "journal",
            "kulup",
            "topluluk",
            "sem",
            "yos",
            "tomer",
            "hukuk",
            "imid",
            "strateji",
            "doner",
            "satinalma",
            "ihale",
            "guvenlik",
            "spor",
            "yurt",
            "pdr",
            "engelsiz",
            "office",
            "secretary",
            "registrar",
            "admissions",
            "hr",
            "ik",
            "press",
            "events");

    /**
     * The table. Identity numbers open other data (Board's guideline of 16 January 2024) and are never to be printed; accounts and cards of a
     * person likewise. Phones, private addresses and student numbers may have their reason one by one, and are a leak as a list.
     */
    private static final List<SeverityRule> NUMBERS_AND_NAMES = List.of(
            new SeverityRule("tckn-valid", PersonalDataType.TCKN, VERIFIED, ANY, 1, BLOCK),
            new SeverityRule("tckn-probable", PersonalDataType.TCKN, PROBABLE, ANY, 1, JUSTIFY),
            new SeverityRule("tckn-masked", PersonalDataType.TCKN, MASKED, ANY, 1, INFO),
            new SeverityRule("tckn-masked-with-name", PersonalDataType.TCKN, MASKED, BESIDE_NAME, 1, JUSTIFY),
            new SeverityRule("ykn-valid", PersonalDataType.YKN, VERIFIED, ANY, 1, BLOCK),
            new SeverityRule("ykn-probable", PersonalDataType.YKN, PROBABLE, ANY, 1, JUSTIFY),
            new SeverityRule("ykn-masked", PersonalDataType.YKN, MASKED, ANY, 1, INFO),
            new SeverityRule("ykn-masked-with-name", PersonalDataType.YKN, MASKED, BESIDE_NAME, 1, JUSTIFY),
            new SeverityRule("iban-private", PersonalDataType.IBAN, VERIFIED, PRIVATE, 1, BLOCK),
            new SeverityRule("iban-institution", PersonalDataType.IBAN, VERIFIED, INSTITUTIONAL, 1, JUSTIFY),
            new SeverityRule("iban-probable", PersonalDataType.IBAN, PROBABLE, ANY, 1, JUSTIFY),
            new SeverityRule("card-valid", PersonalDataType.PAYMENT_CARD, VERIFIED, ANY, 1, BLOCK),
            new SeverityRule("card-probable", PersonalDataType.PAYMENT_CARD, PROBABLE, ANY, 1, JUSTIFY),
            new SeverityRule("mobile", PersonalDataType.MOBILE_PHONE, VERIFIED, ANY, 1, JUSTIFY),
            new SeverityRule("mobile-list", PersonalDataType.MOBILE_PHONE, VERIFIED, ANY, 10, BLOCK),
            new SeverityRule("landline", PersonalDataType.LANDLINE_PHONE, VERIFIED, ANY, 1, INFO),
            new SeverityRule("email-private", PersonalDataType.EMAIL, VERIFIED, ANY, 1, INFO),
            new SeverityRule("email-private-several", PersonalDataType.EMAIL, VERIFIED, ANY, 3, JUSTIFY),
            new SeverityRule("email-private-list", PersonalDataType.EMAIL, VERIFIED, ANY, 10, BLOCK),
            new SeverityRule("student-no", PersonalDataType.STUDENT_NO, CONTEXTUAL, ANY, 1, JUSTIFY),
            new SeverityRule(
                    "student-no-list-with-names", PersonalDataType.STUDENT_NO, CONTEXTUAL, BESIDE_NAME, 3, BLOCK),
            new SeverityRule("name", PersonalDataType.PERSON_NAME, CONTEXTUAL, ANY, 1, INFO),
            new SeverityRule("name-singled-out", PersonalDataType.PERSON_NAME, CONTEXTUAL, SINGLED_OUT, 1, JUSTIFY),
            new SeverityRule(
                    "name-list-of-students", PersonalDataType.PERSON_NAME, CONTEXTUAL, AMONG_STUDENTS, 5, JUSTIFY));

    /** The whole table. */
    static final List<SeverityRule> SEVERITY = Stream.concat(
                    NUMBERS_AND_NAMES.stream(), SeverityDefaults.SURROUNDED.stream())
            .toList();

    private DefaultRules() {}

    static boolean looksLikeIban(String value) {
        String compact = value.replace(" ", "").replace("-", "");
        if (compact.length() != 26 || !(compact.startsWith("TR") || compact.startsWith("tr"))) {
            return false;
        }
        return compact.chars().skip(2).allMatch(DefaultRules::isAsciiDigit);
    }

    static boolean looksLikePhonePrefix(String value) {
        long digits = value.chars().filter(DefaultRules::isAsciiDigit).count();
        return digits >= 3 && digits <= 12 && value.chars().allMatch(c -> isAsciiDigit(c) || " ()-+.".indexOf(c) >= 0);
    }

    static boolean looksLikePattern(String value) {
        return value.length() >= 5
                && value.length() <= 24
                && value.chars().anyMatch(c -> c == '#' || isAsciiDigit(c))
                && value.chars().noneMatch(Character::isWhitespace);
    }

    private static boolean isAsciiDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
