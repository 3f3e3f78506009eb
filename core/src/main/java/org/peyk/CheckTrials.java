package org.peyk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.internal.check.TrialRun;
import org.peyk.internal.store.PastRequests;
import org.peyk.internal.store.Store;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestId;
import org.peyk.spi.check.ContentCheck;

/**
 * What changed rules of a check would have done to past requests, to be looked at before they are put in force: a candidate check is run on what
 * requests say, and compared with what was found when they were handed in. Changes nothing, records nothing, tells nobody. For the
 * data-protection officer alone, as findings of all units are shown. Thread-safe; takes as long as the check does.
 */
public final class CheckTrials {

    /** How many requests a page looks at at most. */
    public static final int LARGEST_PAGE = 500;

    private final PastRequests requests;
    private final TrialRun run;
    private final Permissions permissions;
    private final Clock clock;

    CheckTrials(Store store, TrialRun run, Permissions permissions, Clock clock) {
        this.requests = new PastRequests(store);
        this.run = run;
        this.permissions = permissions;
        this.clock = clock;
    }

    /**
     * Runs a candidate on requests that were handed in at least once. Each is checked as it stands now; one that was changed since it was handed
     * in is compared with what was found then. A file that retention has emptied meanwhile counts as one that cannot be read.
     *
     * @param actor who asks; needs the data-protection role
     * @param candidate the check with its new rules; its name says whose findings it is compared with
     * @param since requests that were made before this moment are left out
     * @param after where to go on, from {@link CheckTrialPage#next()}; null to begin
     * @param limit how many requests to look at, from 1 to {@link #LARGEST_PAGE}
     * @return those of which the candidate says something else
     * @throws PeykException with {@link ErrorCode#NOT_PERMITTED} when the person has not the role
     * @throws StoreException when the store cannot be reached
     */
    public CheckTrialPage page(
            PersonId actor, ContentCheck candidate, Instant since, @Nullable RequestId after, int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException("limit must be from 1 to " + LARGEST_PAGE);
        }
        if (!permissions.dataProtection(actor)) {
            throw new PeykException(
                    ErrorCode.NOT_PERMITTED,
                    LocalizedText.of(
                            "Kural değişikliğinin etkisini yalnızca veri koruma sorumlusu görebilir.",
                            "Only the data-protection officer may see what a change of rules would do."),
                    null);
        }
        Instant now = clock.instant();
        List<MailRequest> page = requests.submitted(since, after, limit);
        List<CheckTrial> trials = new ArrayList<>();
        for (MailRequest request : page) {
            CheckTrial trial = run.on(request, candidate, now);
            if (trial.verdictDiffers()
                    || !trial.gained().isEmpty()
                    || !trial.lost().isEmpty()
                    || !trial.falseAlarms().isEmpty()) {
                trials.add(trial);
            }
        }
        RequestId next = page.size() < limit ? null : page.get(page.size() - 1).id();
        return new CheckTrialPage(page.size(), trials, next);
    }
}
