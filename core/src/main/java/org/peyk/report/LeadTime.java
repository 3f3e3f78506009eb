package org.peyk.report;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;

/**
 * How long a part of the process takes.
 *
 * @param name from what to what
 * @param count how many requests went all that way
 * @param median half of them took no longer; null when there are none
 * @param ninetieth nine of ten took no longer; null when there are none
 */
public record LeadTime(
        LocalizedText name,
        long count,
        @Nullable Duration median,
        @Nullable Duration ninetieth) {

    /**
     * Makes a lead time of measured ones, by the nearest rank: both values were really measured.
     *
     * @param name from what to what
     * @param measured one duration a request, in any order
     * @return the summary
     */
    public static LeadTime of(LocalizedText name, List<Duration> measured) {
        List<Duration> sorted = measured.stream().sorted().toList();
        return new LeadTime(name, sorted.size(), rank(sorted, 50), rank(sorted, 90));
    }

    private static @Nullable Duration rank(List<Duration> sorted, int percent) {
        if (sorted.isEmpty()) {
            return null;
        }
        int rank = (sorted.size() * percent + 99) / 100;
        return sorted.get(rank - 1);
    }
}
