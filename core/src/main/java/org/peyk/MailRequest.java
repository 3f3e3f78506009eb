package org.peyk;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.RequestView;
import org.peyk.spi.Requester;
import org.peyk.spi.approval.ApprovalPlan;

/**
 * A request as it stood after its last event. Immutable; changed by commands alone.
 *
 * @param id names it for good
 * @param state where it stands
 * @param version number of its events; a command may demand that it has not changed
 * @param revision number of changes of the form, from 1
 * @param requester who asks
 * @param form what is asked for
 * @param digest digest of everything an approval binds to
 * @param touchers everybody who asked for, entered or edited it; none of them may decide it
 * @param audienceSize how many people the audience held at the last submission; 0 before
 * @param plan the approvals it needs; null before submission
 * @param approvals approvals given for this digest
 * @param progress how long the open steps have waited, and what was done about it
 * @param review the look afterwards, when a permission was used; null otherwise
 * @param findings what the checks found at the last submission
 * @param releases findings that were let pass in this revision
 * @param times what submission fixed about its time
 * @param sendAt when it is to be sent; null while not scheduled
 * @param pausedFrom the state it goes back to; null unless paused
 * @param remark code of the last return, refusal, pause or cancellation; null when there was none
 * @param note the words that went with it; null when there were none
 * @param remarkBy who wrote them; null when there were none, or the process itself did
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 */
public record MailRequest(
        RequestId id,
        RequestState state,
        int version,
        int revision,
        Requester requester,
        RequestForm form,
        String digest,
        Set<PersonId> touchers,
        long audienceSize,
        @Nullable ApprovalPlan plan,
        List<Approval> approvals,
        ApprovalProgress progress,
        @Nullable PermissionReview review,
        List<CheckedFinding> findings,
        List<FindingRelease> releases,
        RequestTimes times,
        @Nullable Instant sendAt,
        @Nullable RequestState pausedFrom,
        @Nullable String remark,
        @Nullable String note,
        @Nullable PersonId remarkBy,
        Instant createdAt,
        Instant updatedAt) {

    /** Copies the collections. */
    public MailRequest {
        touchers = Set.copyOf(touchers);
        approvals = List.copyOf(approvals);
        findings = List.copyOf(findings);
        releases = List.copyOf(releases);
    }

    /**
     * The request as plugins see it.
     *
     * @return a view of this revision
     */
    public RequestView view() {
        return new RequestView(id, revision, requester, form, audienceSize, digest);
    }

    /**
     * Shows neither persons nor texts.
     *
     * @return id, state and version
     */
    @Override
    public String toString() {
        return "MailRequest[" + id + ", " + state + ", version=" + version + ", revision=" + revision + "]";
    }
}
