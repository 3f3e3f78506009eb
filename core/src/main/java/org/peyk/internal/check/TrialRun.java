package org.peyk.internal.check;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.CheckTrial;
import org.peyk.CheckedFinding;
import org.peyk.FindingRelease;
import org.peyk.MailRequest;
import org.peyk.internal.content.Documents;
import org.peyk.spi.check.ContentCheck;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Severity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a check that is not in force on a request and compares it with what is recorded. */
public final class TrialRun {
    private static final Logger LOG = LoggerFactory.getLogger(TrialRun.class);

    private final Documents documents;
    private final ZoneId zone;

    /**
     * Takes what a check may use.
     *
     * @param documents reads attachments
     * @param zone the zone of the process
     */
    public TrialRun(Documents documents, ZoneId zone) {
        this.documents = documents;
        this.zone = zone;
    }

    /**
     * Runs the check.
     *
     * @param request the request
     * @param candidate the check
     * @param now the moment
     * @return what it says, and what was said
     */
    public CheckTrial on(MailRequest request, ContentCheck candidate, Instant now) {
        String name = candidate.info().name();
        List<CheckedFinding> recorded =
                request.findings().stream().filter(f -> f.check().equals(name)).toList();
        List<Finding> before = recorded.stream().map(CheckedFinding::finding).toList();
        List<Finding> after = List.of();
        boolean failed = false;
        try {
            after = List.copyOf(candidate.check(new ReadOnceContext(request.view(), now, zone, documents)));
        } catch (Exception | LinkageError | StackOverflowError e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            // the message may quote what the check was reading
            LOG.warn("candidate check {} failed with {}", name, e.getClass().getName());
            failed = true;
        }
        return new CheckTrial(
                request.id(),
                request.state(),
                request.updatedAt(),
                strictest(before),
                strictest(after),
                without(after, before),
                failed ? List.of() : without(before, after),
                raisedAgain(recorded, after),
                failed);
    }

    private static @Nullable Severity strictest(List<Finding> findings) {
        Severity worst = null;
        for (Finding f : findings) {
            if (worst == null || f.severity().compareTo(worst) < 0) {
                worst = f.severity();
            }
        }
        return worst;
    }

    /** Findings of one list that the other has not; of equal ones as many as it has fewer. */
    private static List<Finding> without(List<Finding> findings, List<Finding> others) {
        Map<String, Integer> there = new LinkedHashMap<>();
        others.forEach(f -> there.merge(same(f, true), 1, Integer::sum));
        List<Finding> rest = new ArrayList<>();
        for (Finding f : findings) {
            Integer left = there.computeIfPresent(same(f, true), (k, n) -> n - 1);
            if (left == null || left < 0) {
                rest.add(f);
            }
        }
        return rest;
    }

    private static List<Finding> raisedAgain(List<CheckedFinding> recorded, List<Finding> after) {
        List<String> marked = new ArrayList<>();
        for (CheckedFinding f : recorded) {
            FindingRelease release = f.release();
            if (release != null && release.falseAlarm()) {
                marked.add(same(f.finding(), false));
            }
        }
        return after.stream()
                .filter(f -> f.severity() != Severity.INFO && marked.contains(same(f, false)))
                .toList();
    }

    /** What a finding is about. Words may be changed in a later version of the program without another thing being found. */
    private static String same(Finding f, boolean asStrict) {
        return f.code()
                + '\n'
                + (asStrict ? f.severity().name() : "")
                + '\n'
                + f.place().describe(Locale.ROOT)
                + '\n'
                + f.excerpt();
    }
}
