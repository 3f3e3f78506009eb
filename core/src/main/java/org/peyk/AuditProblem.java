package org.peyk;

import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.RequestId;

/**
 * Something in the audit trail that is not as it was written.
 *
 * @param kind what is wrong
 * @param request whose history it is in; null when it concerns the chain of all requests or no request that can be named
 * @param seq place in that history; 0 when it concerns the whole
 * @param text what is wrong and where, without personal data
 */
public record AuditProblem(Kind kind, @Nullable RequestId request, int seq, LocalizedText text) {

    /** What can be wrong. */
    public enum Kind {
        /** Something stands there that was not written so. */
        CHANGED,
        /** Something that was written is gone. */
        MISSING,
        /** Something stands there that was never written. */
        INSERTED,
        /** It was written, but at another place. */
        REORDERED,
        /** The end is gone. */
        TAIL_CUT,
        /** The stored request is not what its events add up to. */
        SNAPSHOT_DIFFERS
    }
}
