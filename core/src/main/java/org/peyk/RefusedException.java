package org.peyk;

import java.util.List;
import java.util.Set;
import org.peyk.spi.LocalizedText;

/** A command was refused: an expected outcome that says why and what can be done instead. The request is as it was. */
public class RefusedException extends PeykException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    /**
     * Why a command was refused.
     *
     * @param code the code
     * @param text why, and what to do
     * @param allowed what can be done now
     * @param missing what is missing, when that is the reason
     * @param findings which findings are in the way, when that is the reason
     */
    public record Refusal(
            ErrorCode code,
            LocalizedText text,
            Set<Action> allowed,
            List<Missing> missing,
            List<CheckedFinding> findings) {

        /** Copies the collections. */
        public Refusal {
            allowed = Set.copyOf(allowed);
            missing = List.copyOf(missing);
            findings = List.copyOf(findings);
        }
    }

    /**
     * Makes the exception.
     *
     * @param refusal why
     */
    public RefusedException(Refusal refusal) {
        super(refusal.code(), refusal.text(), null);
        this.refusal = refusal;
    }

    /**
     * Why the command was refused.
     *
     * @return the refusal
     */
    public Refusal refusal() {
        return refusal;
    }
}
