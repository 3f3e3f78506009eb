package org.peyk.report;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;

/** Numbers, shares, moments and durations as the reader writes them. */
final class Words {

    private final Locale locale;
    private final boolean turkish;
    private final DateTimeFormatter day;
    private final DateTimeFormatter moment;

    Words(Locale locale, ZoneId zone) {
        this.turkish = locale.getLanguage().equals("tr");
        this.locale = turkish ? Locale.forLanguageTag("tr") : Locale.ENGLISH;
        this.day = DateTimeFormatter.ofPattern("d MMMM uuuu", this.locale).withZone(zone);
        this.moment =
                DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm", this.locale).withZone(zone);
    }

    String language() {
        return locale.toLanguageTag();
    }

    String of(LocalizedText text) {
        return text.in(locale);
    }

    String number(long n) {
        return NumberFormat.getIntegerInstance(locale).format(n);
    }

    /** Never rounded up to all, nor down to none: 999 of 1,000 is not 100 %. */
    String share(OptionalDouble share) {
        if (share.isEmpty()) {
            return "–";
        }
        double percent = share.getAsDouble() * 100;
        double shown = Math.round(percent * 10) / 10.0;
        if (shown >= 100 && percent < 100) {
            shown = 99.9;
        } else if (shown <= 0 && percent > 0) {
            shown = 0.1;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return turkish ? "%" + format.format(shown) : format.format(shown) + "%";
    }

    String day(Instant at) {
        return day.format(at);
    }

    String moment(Instant at) {
        return moment.format(at);
    }

    /** The two greatest units, as more says nothing. */
    String duration(@Nullable Duration d) {
        if (d == null) {
            return "–";
        }
        String[] unit = turkish ? new String[] {"gün", "sa", "dk", "sn"} : new String[] {"d", "h", "min", "s"};
        long[] value = {d.toDays(), d.toHoursPart(), d.toMinutesPart(), d.toSecondsPart()};
        for (int i = 0; i < value.length; i++) {
            if (value[i] > 0) {
                String first = number(value[i]) + " " + unit[i];
                return i + 1 < value.length && value[i + 1] > 0
                        ? first + " " + value[i + 1] + " " + unit[i + 1]
                        : first;
            }
        }
        return turkish ? "1 sn’den az" : "less than 1 s";
    }
}
