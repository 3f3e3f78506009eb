package org.peyk;

import java.util.List;
import org.peyk.spi.LocalizedText;

/**
 * Whether a process can do its work at this moment.
 *
 * @param problems what is wrong; empty when nothing is
 */
public record Health(List<Problem> problems) {

    /** A part of a process that can fail by itself. */
    public enum Part {
        /** The database: nothing can be asked or commanded without it. */
        STORE,
        /** The ledger's writer: nothing is sent while it cannot store. */
        LEDGER,
        /** The work in the background: dispatching, reading audiences, deadlines. */
        WORK
    }

    /**
     * Something that is wrong.
     *
     * @param part where
     * @param text what it is and what to do about it
     */
    public record Problem(Part part, LocalizedText text) {}

    /** Copies the list. */
    public Health {
        problems = List.copyOf(problems);
    }

    /**
     * Whether nothing is wrong.
     *
     * @return whether there are no problems
     */
    public boolean healthy() {
        return problems.isEmpty();
    }

    /**
     * Whether a part is in order.
     *
     * @param part which one
     * @return whether it has no problem
     */
    public boolean healthy(Part part) {
        return problems.stream().noneMatch(p -> p.part() == part);
    }
}
