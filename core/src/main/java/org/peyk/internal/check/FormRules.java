package org.peyk.internal.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.peyk.Missing;
import org.peyk.spi.Detail;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.Purpose;

/** The completeness rules as data: what each purpose needs, and the sentence that asks for it. */
final class FormRules {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    static final Missing SUBJECT =
            missing("content.subject", "Konu", "Subject", "Mailin konusunu yazın.", "Write the subject of the mail.");
    static final Missing TEXT = missing(
            "content.text",
            "Metin",
            "Text",
            "Mailin metnini yazın ya da hazır bir belge verin.",
            "Write the text of the mail or give a ready document.");
    static final Missing SMS_TEXT = missing(
            "content.smsText",
            "SMS metni",
            "Text of the short message",
            "SMS kanalı seçildi; SMS metnini yazın.",
            "The SMS channel is chosen; write the text of the short message.");
    static final Missing AUDIENCE = missing(
            "audience.include",
            "Hedef kitle",
            "Audience",
            "Mailin kimlere gideceğini seçin.",
            "Choose who shall get the mail.");
    static final Missing EXPECTED_SIZE = missing(
            "audience.expectedSize",
            "Beklenen kişi sayısı",
            "Expected number of people",
            "Mailin yaklaşık kaç kişiye gitmesini beklediğinizi yazın; yanlış listeyi bu sayı yakalar.",
            "Write how many people you expect it to reach; this number catches a wrong list.");
    static final Missing SENDER = missing(
            "sender",
            "Gönderen",
            "Sender",
            "Mailin hangi kurumsal adresten gideceğini seçin.",
            "Choose the institutional address it is sent from.");
    static final Missing PAST_EVENT = new Missing(
            "details.DATE",
            Detail.DATE.label(),
            LocalizedText.of(
                    "Yazılan gün ve saat geçmişte kalıyor; güncel tarihi yazın.",
                    "The day and hour lie in the past; write the present date."));
    static final Missing PAST_DEADLINE = new Missing(
            "details.DEADLINE",
            Detail.DEADLINE.label(),
            LocalizedText.of(
                    "Son tarih geçmişte kalıyor; güncel tarihi yazın.",
                    "The closing date lies in the past; write the present one."));
    static final Missing NOT_A_TIME = new Missing(
            "details.TIME",
            Detail.TIME.label(),
            LocalizedText.of(
                    "Saat anlaşılamadı; 14:00 gibi, saat:dakika biçiminde yazın.",
                    "The hour is not understood; write it as hour:minute, such as 14:00."));

    /** Each entry is satisfied by any one of its details. */
    private static final Map<Purpose, List<Set<Detail>>> NEEDED = new EnumMap<>(Map.of(
            Purpose.INFORMATION, all(Detail.CONTACT),
            Purpose.INVITATION, all(Detail.PLACE, Detail.HOST, Detail.DATE, Detail.TIME, Detail.CONTACT),
            Purpose.CELEBRATION, all(Detail.OCCASION),
            Purpose.CONGRATULATION, all(Detail.HONOUREE),
            Purpose.CONDOLENCE, all(Detail.HONOUREE, Detail.RELATION, Detail.FUNERAL),
            Purpose.CALL, List.of(Set.of(Detail.DEADLINE), Set.of(Detail.CONTACT, Detail.LINK)),
            Purpose.OUTAGE, all(Detail.AFFECTED, Detail.DATE, Detail.TIME, Detail.DURATION),
            Purpose.EMERGENCY, all(Detail.AFFECTED, Detail.URGENCY_REASON)));

    private static final Map<Detail, LocalizedText> SENTENCES = new EnumMap<>(Map.ofEntries(
            sentence(Detail.PLACE, "Nerede olacağını yazın.", "Write where it takes place."),
            sentence(Detail.HOST, "Kimin düzenlediğini yazın.", "Write who holds it."),
            sentence(
                    Detail.DATE,
                    "Hangi gün olduğunu 2026-12-17 gibi, yıl-ay-gün biçiminde yazın.",
                    "Write the day as year-month-day, such as 2026-12-17."),
            sentence(
                    Detail.TIME,
                    "Saatini 14:00 gibi, saat:dakika biçiminde yazın.",
                    "Write the hour as hour:minute, such as 14:00."),
            sentence(
                    Detail.CONTACT,
                    "Sorusu olanların kime başvuracağını yazın (birim adresi ya da dahili telefon).",
                    "Write whom to ask (a unit's address or extension)."),
            sentence(
                    Detail.LINK,
                    "Ayrıntıların bulunduğu sayfanın adresini yazın.",
                    "Write the address of the page with more."),
            sentence(
                    Detail.DEADLINE,
                    "Son başvuru gününü 2026-12-17 gibi, yıl-ay-gün biçiminde yazın.",
                    "Write the closing date as year-month-day, such as 2026-12-17."),
            sentence(
                    Detail.OCCASION,
                    "Kutlanan günü ya da olayı yazın.",
                    "Write which feast or anniversary is celebrated."),
            sentence(
                    Detail.HONOUREE, "Mailin kimin hakkında olduğunu yazın.", "Write whom the mail honours or mourns."),
            sentence(
                    Detail.RELATION,
                    "Vefat edenin üniversite mensubuna yakınlığını yazın.",
                    "Write how the deceased is related to the university's member."),
            sentence(Detail.FUNERAL, "Cenazenin yerini ve zamanını yazın.", "Write time and place of the funeral."),
            sentence(
                    Detail.AFFECTED,
                    "Nelerin ya da nerelerin etkilendiğini yazın.",
                    "Write what is interrupted or closed."),
            sentence(Detail.DURATION, "Ne kadar süreceğini yazın.", "Write how long it lasts."),
            sentence(Detail.URGENCY_REASON, "Neden bekleyemeyeceğini yazın.", "Write why it cannot wait.")));

    private FormRules() {}

    static List<Set<Detail>> needed(Purpose purpose) {
        return Objects.requireNonNull(NEEDED.get(purpose));
    }

    /** What to say when none of the alternatives is there; the field is that of the first, in the form's order. */
    static Missing needs(Set<Detail> alternatives) {
        List<Detail> sorted = alternatives.stream().sorted().toList();
        return new Missing(
                "details." + sorted.get(0),
                LocalizedText.of(
                        sorted.stream().map(d -> d.label().tr()).collect(Collectors.joining(" ya da ")),
                        sorted.stream().map(d -> d.label().en()).collect(Collectors.joining(" or "))),
                LocalizedText.of(
                        sorted.stream().map(d -> ask(d).tr()).collect(Collectors.joining(" Ya da: ")),
                        sorted.stream().map(d -> ask(d).en()).collect(Collectors.joining(" Or: "))));
    }

    static Missing notADate(Detail detail) {
        return new Missing(
                "details." + detail,
                detail.label(),
                LocalizedText.of(
                        "Tarih anlaşılamadı; 2026-12-17 gibi, yıl-ay-gün biçiminde yazın.",
                        "The date is not understood; write it as year-month-day, such as 2026-12-17."));
    }

    static Optional<LocalDate> parseDate(String value) {
        try {
            return Optional.of(LocalDate.parse(value.strip(), DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<LocalTime> parseTime(String value) {
        try {
            return Optional.of(LocalTime.parse(value.strip(), TIME));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalizedText ask(Detail detail) {
        return Objects.requireNonNull(SENTENCES.get(detail));
    }

    private static List<Set<Detail>> all(Detail... details) {
        return List.of(details).stream().map(Set::of).toList();
    }

    private static Map.Entry<Detail, LocalizedText> sentence(Detail detail, String tr, String en) {
        return Map.entry(detail, LocalizedText.of(tr, en));
    }

    private static Missing missing(String field, String tr, String en, String askTr, String askEn) {
        return new Missing(field, LocalizedText.of(tr, en), LocalizedText.of(askTr, askEn));
    }
}
