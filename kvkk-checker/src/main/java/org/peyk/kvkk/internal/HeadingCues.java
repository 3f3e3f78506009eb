package org.peyk.kvkk.internal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.PersonalDataType;

/** What the heading of a column says about the cells below. Remembers headings, as each is asked for in every row. Not thread-safe. */
final class HeadingCues {

    private final int kept;
    private final Map<String, Heading> known = new HashMap<>();
    private final Folded folded = new Folded();
    private final Triggers triggers = new Triggers();
    private final Pass pass = new Pass(Cues.STANDARD);

    HeadingCues(int kept) {
        this.kept = kept;
    }

    /**
     * What a heading says.
     *
     * @param cues its cues, one bit each
     * @param stated what the cells below tell of a person, or null
     */
    record Heading(long cues, @Nullable PersonalDataType stated) {
        /** No heading. */
        static final Heading NONE = new Heading(0, null);
    }

    /** What a heading says. */
    Heading of(String heading) {
        Heading read = known.get(heading);
        if (read != null) {
            return read;
        }
        folded.set(heading);
        pass.run(folded, triggers);
        if (known.size() >= kept) {
            known.clear();
        }
        read = new Heading(triggers.cueMask, StatedHeadings.of(folded));
        known.put(heading, read);
        return read;
    }
}
