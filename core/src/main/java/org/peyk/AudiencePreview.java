package org.peyk;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.PersonId;
import org.peyk.spi.Selection;

/**
 * Whom an audience holds at the moment of asking.
 *
 * @param size how many people
 * @param groups people of each included group, before anybody is folded or left out, in the order of the audience
 * @param listed how many of the persons are on the list of exclusions, by reason; they get nothing
 * @param sample some of the people who would get it, chosen at random
 */
public record AudiencePreview(
        AudienceSize size, Map<Selection, Long> groups, Map<ExclusionReason, Long> listed, List<Sampled> sample) {

    /** Copies the collections. */
    public AudiencePreview {
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        listed = listed.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(listed));
        sample = List.copyOf(sample);
    }

    /**
     * Somebody of the sample.
     *
     * @param person who
     * @param maskedAddress the mail address with all but its first character and its domain hidden; null when there is none
     * @param groups codes of the groups by which the person was found
     */
    public record Sampled(PersonId person, @Nullable String maskedAddress, Set<String> groups) {

        /** Copies the set. */
        public Sampled {
            groups = Set.copyOf(groups);
        }
    }

    /**
     * How many people would get it.
     *
     * @return the persons without those on the list of exclusions
     */
    public long reached() {
        return size.persons()
                - listed.values().stream().mapToLong(Long::longValue).sum();
    }
}
