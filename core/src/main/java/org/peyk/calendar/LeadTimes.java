package org.peyk.calendar;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.Purpose;

/**
 * How early requests must come in, by purpose. What cannot wait (kesinti, acil, taziye) needs no lead time unless it is given one of its own:
 * its form asks for the reason instead. Immutable, thread-safe.
 */
public final class LeadTimes {

    /** Nothing has to come in early. */
    public static final LeadTimes NONE = new LeadTimes(null, Map.of());

    private static final Set<Purpose> URGENT = EnumSet.of(Purpose.EMERGENCY, Purpose.OUTAGE, Purpose.CONDOLENCE);

    private final @Nullable LeadTime general;
    private final Map<Purpose, LeadTime> own;

    private LeadTimes(@Nullable LeadTime general, Map<Purpose, LeadTime> own) {
        this.general = general;
        this.own = own;
    }

    /**
     * One lead time for all that can wait.
     *
     * @param general the lead time
     * @return the lead times
     */
    public static LeadTimes all(LeadTime general) {
        return new LeadTimes(general, Map.of());
    }

    /**
     * These lead times with another one for a purpose.
     *
     * @param purpose the purpose
     * @param lead its lead time
     * @return the lead times
     */
    public LeadTimes with(Purpose purpose, LeadTime lead) {
        Map<Purpose, LeadTime> more = new EnumMap<>(Purpose.class);
        more.putAll(own);
        more.put(purpose, lead);
        return new LeadTimes(general, more);
    }

    /**
     * The lead time of a purpose.
     *
     * @param purpose the purpose
     * @return the lead time, or nothing
     */
    public Optional<LeadTime> of(Purpose purpose) {
        LeadTime given = own.get(purpose);
        if (given != null || URGENT.contains(purpose)) {
            return Optional.ofNullable(given);
        }
        return Optional.ofNullable(general);
    }
}
