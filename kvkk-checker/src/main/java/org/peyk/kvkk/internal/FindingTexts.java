package org.peyk.kvkk.internal;

import java.util.Locale;
import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.Circumstance;
import org.peyk.kvkk.FindingCodes;
import org.peyk.kvkk.PersonalDataType;
import org.peyk.kvkk.SeverityRule;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.check.Severity;

/** What a finding says: what was found, why it matters, what to do, which article of the law it touches. */
public final class FindingTexts {

    /** Security of processing: what was not looked into cannot be called safe. */
    public static final String SECURITY = "KVKK m. 12";

    private FindingTexts() {}

    static String code(SeverityRule rule) {
        boolean identity = rule.type() == PersonalDataType.TCKN || rule.type() == PersonalDataType.YKN;
        return identity && rule.certainty() == Certainty.MASKED
                ? FindingCodes.TCKN_MASKED
                : rule.type().code();
    }

    static LocalizedText message(SeverityRule rule, int count, int more, boolean hidden) {
        LocalizedText what = rule.type().label();
        LocalizedText why = why(rule);
        String howSureTr = certaintyTr(rule.certainty());
        String howSureEn = certaintyEn(rule.certainty());
        String tr = (count == 1 ? "Bir " : count + " farklı ") + howSureTr + what.tr() + " bulundu";
        String en = (count == 1 ? "Found 1 value: " : "Found " + count + " different values: ") + howSureEn + what.en();
        String hiddenTr = hidden ? " (gizli içerikte: okuyan görmez, arayan bulur)" : "";
        String hiddenEn = hidden ? " (in hidden content: a reader does not see it, whoever looks finds it)" : "";
        String moreTr = more == 0 ? "" : " ve " + number(more, '.') + " tane daha (yalnız sayıldı)";
        String moreEn = more == 0 ? "" : ", and " + number(more, ',') + " more that are only counted";
        return new LocalizedText(tr + moreTr + hiddenTr + ". " + why.tr(), en + moreEn + hiddenEn + ". " + why.en());
    }

    private static String number(int value, char separator) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', separator);
    }

    private static String certaintyTr(Certainty certainty) {
        return switch (certainty) {
            case PROBABLE -> "olası ";
            case MASKED -> "kısmen maskelenmiş ";
            default -> "";
        };
    }

    private static String certaintyEn(Certainty certainty) {
        return switch (certainty) {
            case PROBABLE -> "probable ";
            case MASKED -> "partly masked ";
            default -> "";
        };
    }

    private static LocalizedText why(SeverityRule rule) {
        return switch (rule.type()) {
            case TCKN, YKN -> identityWhy(rule.certainty());
            case IBAN ->
                new LocalizedText(
                        "Kişinin hesap numarası yalnız ödemeyi yapacak birime verilir; duyuruda yeri yoktur.",
                        "A person's account is for those who pay into it alone; it has no place in an announcement.");
            case PAYMENT_CARD ->
                new LocalizedText(
                        "Kart numarasıyla harcama yapılabilir; e-postayla hiç gönderilmez.",
                        "A card number can be spent with; it is never sent by mail.");
            case MOBILE_PHONE ->
                new LocalizedText(
                        "Cep telefonu kişiye aittir; paylaşmak için kişinin bilgisi ve bir gerekçe gerekir.",
                        "A mobile phone is a person's; sharing it needs the person's knowledge and a reason.");
            case LANDLINE_PHONE ->
                new LocalizedText(
                        "Kurumun tanımlı numaralarından değil; bir kişinin ev telefonu olabilir.",
                        "It is not among the institution's own numbers; it may be a person's home phone.");
            case EMAIL ->
                new LocalizedText(
                        "Kişisel ya da öğrenciye ait bir adrestir; listesi, adresleri konuya ya da metne yapıştırma hatasıdır.",
                        "It is a private or a student's address; a list of them is the mistake of pasting addresses into a mail.");
            case STUDENT_NO ->
                new LocalizedText(
                        "Öğrenci numarası kişiyi belirler; ad ya da sonuçla yan yana gelince herkes kimin olduğunu bilir.",
                        "A student number identifies a person; beside a name or a result everybody knows whose it is.");
            case PERSON_NAME ->
                rule.circumstance() == Circumstance.SINGLED_OUT
                        ? new LocalizedText(
                                "Ödül, seçim ya da görev nedeniyle adı anılan kişi; bundan haberi ve rızası olduğunu yazın.",
                                "A person named for a prize, a selection or a task; say that the person knows and agrees.")
                        : rule.severity() == Severity.INFO
                                ? new LocalizedText(
                                        "Unvan ya da görev olmadan anılan kişi.",
                                        "A person named without a title or an office.")
                                : new LocalizedText(
                                        "Öğrencilerden söz eden bir metinde ad listesi; öğrencinin adı görevi gereği açık değildir.",
                                        "A list of names in a text about students; a student's name is not public by office.");
            default -> SurroundedTexts.why(rule.type());
        };
    }

    private static LocalizedText identityWhy(Certainty certainty) {
        return switch (certainty) {
            case PROBABLE ->
                new LocalizedText(
                        "Kontrol basamakları ile çevresindeki sözler birbirini tutmuyor: yanlış yazılmış bir kimlik numarası ya da başka bir"
                                + " numara olabilir.",
                        "Check digits and the words around it disagree: it may be a mistyped identity number, or another number.");
            case MASKED ->
                new LocalizedText(
                        "Açık kalan basamaklar, yanındaki adla birlikte kişiyi yine de belirleyebilir.",
                        "The digits left open may still identify the person together with a name beside them.");
            default ->
                new LocalizedText(
                        "Kimlik numarası başka verilerin anahtarıdır; toplu iletide hiçbir amaç için gerekmez.",
                        "An identity number is the key to other data; no purpose of a mass mail needs it.");
        };
    }

    static LocalizedText advice(SeverityRule rule) {
        return switch (rule.severity()) {
            case BLOCK ->
                new LocalizedText(
                        "Kaldırın ya da maskeleyin. Zorunluysa kişisel veri sorumlusu, hukuki dayanağını yazarak serbest bırakabilir.",
                        "Remove or mask it. If it must stay, the data-protection officer can release it, naming the legal basis.");
            case JUSTIFY ->
                new LocalizedText(
                        "Gerekli değilse kaldırın; gerekliyse gerekçesini yazın.",
                        "Remove it unless it is needed; if it is, write down why.");
            case INFO ->
                new LocalizedText(
                        "Bir şey yapmanız gerekmez; kişinin bundan haberi olduğundan emin olun.",
                        "Nothing needs to be done; make sure that the person knows.");
        };
    }

    static String legalBasis(SeverityRule rule) {
        return switch (rule.type()) {
            case TCKN, YKN, IBAN, PAYMENT_CARD -> "KVKK m. 4/2-ç, m. 5, m. 12";
            case MOBILE_PHONE, LANDLINE_PHONE, EMAIL -> "KVKK m. 5, m. 8";
            case STUDENT_NO, PERSON_NAME -> "KVKK m. 4/2-ç, m. 5";
            default -> SurroundedTexts.legalBasis(rule.type());
        };
    }
}
