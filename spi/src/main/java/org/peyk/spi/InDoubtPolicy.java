package org.peyk.spi;

/**
 * What happens to a message whose fate is unknown: it may have been accepted, but the answer never came (RFC 1047). No SMTP client
 * can promise exactly once; the requester chooses which side to err on, and the approver sees the choice.
 */
public enum InDoubtPolicy {
    /** At most once: it is kept and listed until evidence or a person decides. The default for official mail. */
    HOLD,
    /** At least once: it is sent again with the same Message-ID, and listed as a possible duplicate. */
    RESEND
}
