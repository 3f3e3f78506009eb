package org.peyk.internal.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.Missing;
import org.peyk.spi.Channel;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;

/**
 * What a form lacks before it may reach an approver. Pure: the rules are data ({@link FormRules}), the moment is a parameter.
 *
 * <p>A value that cannot be understood, or an event that is already over, is listed like one that is not there: the requester has to
 * write it in both cases.
 */
public final class Completeness {

    private Completeness() {}

    /**
     * Lists what is missing, in the order of the form.
     *
     * @param form the form as it is
     * @param now the moment of asking
     * @param zone the zone in which the form's dates and hours are meant
     * @return what is missing; empty when the form is complete
     */
    public static List<Missing> missing(RequestForm form, Instant now, ZoneId zone) {
        List<Missing> missing = new ArrayList<>();
        content(form, missing);
        details(form, missing);
        moments(form, now.atZone(zone), missing);
        audience(form, missing);
        if (form.sender() == null) {
            missing.add(FormRules.SENDER);
        }
        return List.copyOf(missing);
    }

    private static void content(RequestForm form, List<Missing> missing) {
        List<LanguageVersion> versions = form.content().versions();
        boolean mail = form.channels().contains(Channel.MAIL);
        boolean sms = form.channels().contains(Channel.SMS);
        if (versions.isEmpty()) {
            missing.add(FormRules.SUBJECT);
            if (mail) {
                missing.add(FormRules.TEXT);
            }
            if (sms) {
                missing.add(FormRules.SMS_TEXT);
            }
        }
        for (int i = 0; i < versions.size(); i++) {
            LanguageVersion v = versions.get(i);
            @Nullable Locale further = i == 0 ? null : v.language();
            if (v.subject().isBlank()) {
                missing.add(inLanguage(FormRules.SUBJECT, further));
            }
            if (mail && v.text().isBlank()) {
                missing.add(inLanguage(FormRules.TEXT, further));
            }
            if (sms && (v.smsText() == null || v.smsText().isBlank())) {
                missing.add(inLanguage(FormRules.SMS_TEXT, further));
            }
        }
    }

    /** A further language that was begun has to be finished, as its readers would get half a mail. */
    private static Missing inLanguage(Missing m, @Nullable Locale language) {
        if (language == null) {
            return m;
        }
        String tag = language.toLanguageTag();
        return new Missing(
                m.field() + "." + tag,
                LocalizedText.of(m.label().tr() + " (" + tag + ")", m.label().en() + " (" + tag + ")"),
                m.request());
    }

    private static void details(RequestForm form, List<Missing> missing) {
        for (Set<Detail> alternatives : FormRules.needed(form.purpose())) {
            boolean there = alternatives.stream()
                    .anyMatch(d -> !form.details().getOrDefault(d, "").isBlank());
            if (!there) {
                missing.add(FormRules.needs(alternatives));
            }
        }
    }

    private static void moments(RequestForm form, ZonedDateTime now, List<Missing> missing) {
        Map<Detail, String> details = form.details();
        Optional<LocalDate> date = date(details, Detail.DATE, missing);
        Optional<LocalTime> time = time(details, missing);
        Optional<LocalDate> deadline = date(details, Detail.DEADLINE, missing);
        if (form.purpose() == Purpose.INVITATION && date.isPresent()) {
            LocalDate day = date.get();
            boolean over = day.isBefore(now.toLocalDate())
                    || (day.equals(now.toLocalDate())
                            && time.isPresent()
                            && !time.get().isAfter(now.toLocalTime()));
            if (over) {
                missing.add(FormRules.PAST_EVENT);
            }
        }
        // An outage that began yesterday may still be running; an older one is no longer announced.
        if (form.purpose() == Purpose.OUTAGE
                && date.isPresent()
                && date.get().isBefore(now.toLocalDate().minusDays(1))) {
            missing.add(FormRules.PAST_EVENT);
        }
        if (form.purpose() == Purpose.CALL
                && deadline.isPresent()
                && deadline.get().isBefore(now.toLocalDate())) {
            missing.add(FormRules.PAST_DEADLINE);
        }
    }

    private static Optional<LocalDate> date(Map<Detail, String> details, Detail detail, List<Missing> missing) {
        String value = details.get(detail);
        if (value == null) {
            return Optional.empty();
        }
        Optional<LocalDate> date = FormRules.parseDate(value);
        if (date.isEmpty()) {
            missing.add(FormRules.notADate(detail));
        }
        return date;
    }

    private static Optional<LocalTime> time(Map<Detail, String> details, List<Missing> missing) {
        String value = details.get(Detail.TIME);
        if (value == null) {
            return Optional.empty();
        }
        Optional<LocalTime> time = FormRules.parseTime(value);
        if (time.isEmpty()) {
            missing.add(FormRules.NOT_A_TIME);
        }
        return time;
    }

    private static void audience(RequestForm form, List<Missing> missing) {
        if (form.audience().include().isEmpty()) {
            missing.add(FormRules.AUDIENCE);
        }
        if (form.audience().expectedSize().isEmpty()) {
            missing.add(FormRules.EXPECTED_SIZE);
        }
    }
}
