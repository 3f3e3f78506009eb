package org.peyk.spi.event;

/** What can happen to a request. Names are stable: they are stored. */
public enum EventType {
    /** A draft was made. */
    CREATED,
    /** The form was changed. */
    REVISED,
    /** A submission was refused, because something was missing or blocked. */
    SUBMISSION_REFUSED,
    /** It was submitted and its plan of approvals fixed. */
    SUBMITTED,
    /** A finding was released with a legal basis, or justified. */
    FINDING_RELEASED,
    /** One person approved one step. */
    APPROVAL_GIVEN,
    /** Approvals given so far became void, because the form changed. */
    APPROVALS_VOIDED,
    /** The last approval was given. */
    APPROVED,
    /** One person sent it back. */
    CHANGES_REQUESTED,
    /** One person refused it for good. */
    REJECTED,
    /** The requester took it back, or somebody cancelled it. */
    CANCELLED,
    /** Its time passed. */
    EXPIRED,
    /** It was given a time to be sent. */
    SCHEDULED,
    /** Sending began, after the digest was compared. */
    SENDING_STARTED,
    /** The digest of what would be sent is not the approved one; nothing was sent. */
    SENDING_REFUSED,
    /** The audience was turned into ledger rows. */
    EXPANDED,
    /** Sending was stopped for a while. */
    PAUSED,
    /** Sending goes on. */
    RESUMED,
    /** Every row of the ledger reached a final state. */
    SENT,
    /** A message in doubt was decided by evidence or by a person. */
    IN_DOUBT_SETTLED,
    /** An answer was linked to the request. */
    REPLY_RECEIVED,
    /** A reply case was given to a unit. */
    REPLY_ROUTED,
    /** A reply case was closed. */
    REPLY_CLOSED,
    /** Somebody wrote a remark. */
    COMMENTED,
    /** Somebody took back an approval of his own; the request waits for it again. */
    APPROVAL_WITHDRAWN,
    /** Somebody gave a step that he may decide to another person for this request. */
    STEP_DELEGATED,
    /** A step has waited so long that those who may decide it were reminded. */
    STEP_REMINDED,
    /** A step has waited so long that somebody else may decide it as well from now on. */
    STEP_ESCALATED,
    /** The request will expire soon unless it is decided. */
    EXPIRY_NEAR,
    /** The request has a new requester in the same unit, because the one before left or gave it away. */
    HANDED_OVER,
    /** A permission that was used without the usual approvals waits for somebody to look at it afterwards. */
    REVIEW_OPENED,
    /** Somebody looked at the use of a permission afterwards. */
    REVIEW_CLOSED,
    /** An answer to an approval mail came in; its outcome says what it decided, if anything. */
    APPROVAL_ANSWERED,
    /** A request that says the same as another one was merged into it; both have the event, each naming the other. */
    MERGED,
    /** The message was sent to somebody of the process for a look; names the digest it was made from. */
    TEST_SENT,
    /** Somebody confirmed that the audience is as large as it is, although another number was expected. */
    AUDIENCE_CONFIRMED,
    /** A correction goes to those who got this request, or this request is one; both have the event, each naming the other. */
    CORRECTED,
    /** Somebody asked why a person did not get the message; names what was answered, and neither person nor address. */
    WHY_NOT_ASKED
}
