package org.peyk.internal.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.internal.content.HtmlText;
import org.peyk.internal.content.WrittenDate;
import org.peyk.internal.content.WrittenDates;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Place;
import org.peyk.spi.check.Severity;

/** Dates that contradict the calendar or the form. */
final class DateFindings {

    static final String WEEKDAY = "DATE-WEEKDAY";
    static final String DIFFERS = "DATE-DIFFERS";

    private DateFindings() {}

    private record Part(Place.Part part, String text, boolean offsets) {}

    private record Found(WrittenDate date, Place place, String excerpt) {}

    static List<Finding> of(LanguageVersion v, Map<Detail, String> details) {
        List<Found> found = find(v);
        List<Finding> findings = new ArrayList<>();
        for (Found f : found) {
            if (f.date().weekdayWrong()) {
                findings.add(wrongWeekday(f));
            }
        }
        for (Detail detail : List.of(Detail.DATE, Detail.DEADLINE)) {
            differing(detail, details, found).ifPresent(findings::add);
        }
        return findings;
    }

    /** The dates of all parts; what HTML and text both say is listed once, where it has an index. */
    private static List<Found> find(LanguageVersion v) {
        String tag = v.language().toLanguageTag();
        List<Found> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Part p : parts(v)) {
            for (WrittenDate d : WrittenDates.in(p.text())) {
                String excerpt = p.text().substring(d.start(), d.end()).replaceAll("\\s+", " ");
                boolean repeatedInHtml = p.part() == Place.Part.HTML && seen.contains(excerpt);
                seen.add(excerpt);
                if (!repeatedInHtml) {
                    int start = p.offsets() ? d.start() : -1;
                    int end = p.offsets() ? d.end() : -1;
                    Place place = new Place(p.part(), tag, null, List.of(), start, end, false);
                    found.add(new Found(d, place, excerpt));
                }
            }
        }
        return found;
    }

    private static List<Part> parts(LanguageVersion v) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(Place.Part.SUBJECT, v.subject(), true));
        parts.add(new Part(Place.Part.TEXT, v.text(), true));
        if (v.html() != null) {
            parts.add(new Part(Place.Part.HTML, HtmlText.of(v.html()), false));
        }
        if (v.smsText() != null) {
            parts.add(new Part(Place.Part.SMS, v.smsText(), true));
        }
        return parts;
    }

    private static Finding wrongWeekday(Found f) {
        LocalizedText right = f.date().rightWeekday();
        return new Finding(
                WEEKDAY,
                Severity.JUSTIFY,
                f.place(),
                f.excerpt(),
                1,
                LocalizedText.of(
                        "Tarih ile gün adı uyuşmuyor; bu tarihin günü: " + right.tr() + ".",
                        "Date and weekday do not fit; the weekday of this date is " + right.en() + "."),
                LocalizedText.of("Tarihi ya da gün adını düzeltin.", "Correct the date or the weekday."),
                WEEKDAY,
                null);
    }

    private static Optional<Finding> differing(Detail detail, Map<Detail, String> details, List<Found> found) {
        @Nullable String value = details.get(detail);
        Optional<LocalDate> wanted = value == null ? Optional.empty() : FormRules.parseDate(value);
        if (wanted.isEmpty() || found.isEmpty()) {
            return Optional.empty();
        }
        if (found.stream().anyMatch(f -> f.date().covers(wanted.get()))) {
            return Optional.empty();
        }
        Found first = found.get(0);
        long dates = found.stream().map(f -> f.date().last()).distinct().count();
        LocalizedText label = detail.label();
        return Optional.of(new Finding(
                DIFFERS,
                Severity.INFO,
                first.place(),
                first.excerpt(),
                (int) dates,
                LocalizedText.of(
                        "Metindeki tarihlerin hiçbiri formdaki tarih değil (" + label.tr() + ": " + wanted.get() + ").",
                        "None of the dates in the text is the one in the form (" + label.en() + ": " + wanted.get()
                                + ")."),
                LocalizedText.of("Metni ve formu karşılaştırın.", "Compare the text with the form."),
                DIFFERS + "-" + detail,
                null));
    }
}
