package org.peyk.internal.notice;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyk.MailRequest;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.RequestForm;
import org.peyk.spi.Selection;
import org.peyk.spi.Sender;

/** All that an approval by mail binds to, as it is read: the texts in all languages, and below them who sends what to whom, how and when. */
final class DecidedText {

    private final StringBuilder text = new StringBuilder();
    private final Locale language;
    private final ZoneId zone;

    private DecidedText(Locale language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
    }

    static String of(MailRequest r, Locale language, ZoneId zone) {
        DecidedText d = new DecidedText(language, zone);
        d.text.append(r.form().content().versions().stream()
                .map(v -> v.subject() + "\n\n" + v.text().strip())
                .collect(Collectors.joining("\n\n* * *\n\n")));
        d.text.append("\n\n* * *\n\n");
        d.around(r, r.form());
        return d.text.toString().strip();
    }

    private void around(MailRequest r, RequestForm form) {
        for (LanguageVersion v : form.content().versions()) {
            line(
                    "Kısa mesaj (" + v.language().getLanguage() + ")",
                    "Short message (" + v.language().getLanguage() + ")",
                    v.smsText());
        }
        line("Amaç", "Purpose", form.purpose().label().in(language));
        for (Detail detail : Detail.values()) {
            line(detail.label().tr(), detail.label().en(), form.details().get(detail));
        }
        Sender sender = form.sender();
        if (sender != null) {
            line("Gönderen", "Sender", sender.displayName() + " <" + sender.address() + ">");
            line("Yanıt adresi", "Reply address", sender.replyTo());
        }
        line(
                "Kanallar",
                "Channels",
                form.channels().stream().map(Enum::name).sorted().collect(Collectors.joining(", ")));
        line("En erken", "Not before", time(form.window().notBefore()));
        line("En geç", "Not after", time(form.window().notAfter()));
        line("Hedef kitle", "Audience", selections(form.audience().include()));
        line(
                "Hedef kitleden çıkarılanlar",
                "Left out of the audience",
                selections(form.audience().exclude()));
        if (form.audience().expectedSize().isPresent()) {
            line(
                    "Beklenen alıcı sayısı",
                    "Expected recipients",
                    String.valueOf(form.audience().expectedSize().getAsLong()));
        }
        if (r.audienceSize() > 0) {
            line("Bulunan alıcı sayısı", "Recipients found", String.valueOf(r.audienceSize()));
        }
        line("Hedef kitle gerekçesi", "Reason for the audience", form.audience().reason());
        line(
                "Yanıtların birimi",
                "Unit for answers",
                form.replyUnit() == null ? null : form.replyUnit().value());
        line("Kuşkulu gönderimler", "Sendings in doubt", form.inDoubtPolicy().name());
    }

    private void line(String tr, String en, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            text.append(LocalizedText.of(tr, en).in(language))
                    .append(": ")
                    .append(value.strip())
                    .append('\n');
        }
    }

    private @Nullable String time(@Nullable Instant at) {
        return at == null
                ? null
                : DateTimeFormatter.ofPattern("d MMMM yyyy EEEE HH:mm", language)
                        .withZone(zone)
                        .format(at);
    }

    private static String selections(List<Selection> selections) {
        return selections.stream()
                .map(s -> s.source() + "/" + s.group() + (s.filter().isEmpty() ? "" : " " + s.filter()))
                .collect(Collectors.joining(", "));
    }
}
