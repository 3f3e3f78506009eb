package org.peyk.spi.approval;

import org.jspecify.annotations.Nullable;

/**
 * How long a step may wait, in working days of the process's calendar.
 *
 * @param remindAfter days until a reminder; 0 for never
 * @param escalateAfter days until it is escalated; 0 for never
 * @param escalateTo who may decide as well from then on; null when it is not escalated
 */
public record StepTiming(
        int remindAfter, int escalateAfter, @Nullable Authority escalateTo) {

    /** Neither reminded nor escalated. */
    public static final StepTiming NONE = new StepTiming(0, 0, null);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException when a number is negative, or escalation has days but no authority
     */
    public StepTiming {
        if (remindAfter < 0 || escalateAfter < 0) {
            throw new IllegalArgumentException("days must not be negative");
        }
        if ((escalateAfter > 0) != (escalateTo != null)) {
            throw new IllegalArgumentException("escalateAfter and escalateTo go together");
        }
    }
}
