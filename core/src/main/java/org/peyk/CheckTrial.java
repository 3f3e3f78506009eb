package org.peyk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.RequestId;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Severity;

/**
 * What a candidate check says of a past request, beside what the check of that name said when the request was last handed in. Nothing of it is
 * recorded.
 *
 * @param request the request
 * @param state its state now
 * @param updatedAt when it last changed
 * @param before the strictest severity that was found then; null when nothing was
 * @param after the strictest severity that the candidate finds; null when it finds nothing, and when it failed
 * @param gained findings that the candidate has and the request had not, masked; one that is stricter or milder now is among both
 * @param lost findings that the request had and the candidate has not, masked
 * @param falseAlarms findings that the data-protection officer marked as false alarms and that the candidate raises again
 * @param failed whether the candidate could not be run on this request; as a check in force it would block it
 */
public record CheckTrial(
        RequestId request,
        RequestState state,
        Instant updatedAt,
        @Nullable Severity before,
        @Nullable Severity after,
        List<Finding> gained,
        List<Finding> lost,
        List<Finding> falseAlarms,
        boolean failed) {

    /** Copies the lists. */
    public CheckTrial {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
        falseAlarms = List.copyOf(falseAlarms);
    }

    /**
     * Whether the request would be judged differently: blocked, asked for a reason, or let through, where it was not.
     *
     * @return whether the verdicts differ
     */
    public boolean verdictDiffers() {
        return failed || rank(before) != rank(after);
    }

    /** What is only shown asks for nothing, like nothing at all. */
    private static int rank(@Nullable Severity severity) {
        return severity == Severity.BLOCK ? 2 : severity == Severity.JUSTIFY ? 1 : 0;
    }

    /**
     * Shows no finding.
     *
     * @return request and severities
     */
    @Override
    public String toString() {
        return "CheckTrial[" + request + ", " + before + " -> " + (failed ? "failed" : after) + "]";
    }
}
