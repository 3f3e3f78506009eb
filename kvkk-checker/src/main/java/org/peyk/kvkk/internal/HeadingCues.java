package org.peyk.kvkk.internal;

import java.util.HashMap;
import java.util.Map;

/** What the heading of a column says about the cells below. Remembers headings, as each is asked for in every row. Not thread-safe. */
final class HeadingCues {

    private final int kept;
    private final Map<String, Long> known = new HashMap<>();
    private final Folded folded = new Folded();
    private final Triggers triggers = new Triggers();
    private final Pass pass = new Pass(Cues.STANDARD);

    HeadingCues(int kept) {
        this.kept = kept;
    }

    /** The cues of a heading, one bit each. */
    long of(String heading) {
        Long cues = known.get(heading);
        if (cues != null) {
            return cues;
        }
        folded.set(heading);
        pass.run(folded, triggers);
        if (known.size() >= kept) {
            known.clear();
        }
        known.put(heading, triggers.cueMask);
        return triggers.cueMask;
    }
}
