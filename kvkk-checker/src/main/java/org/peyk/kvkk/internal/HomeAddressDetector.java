package org.peyk.kvkk.internal;

import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.PersonalDataType;

/**
 * Addresses of homes: at least two parts of an address with a number, and a flat, a house number with a stroke, or a word for a home. The
 * institution's own ground, hotels and offices are nobody's home.
 */
final class HomeAddressDetector {

    private static final int GAP = 40;
    private static final int AROUND = 60;
    private static final long PARTS = Cue.STREET.bit() | Cue.FLAT.bit();

    private HomeAddressDetector() {}

    static void detect(ScannedText in) {
        Triggers t = in.triggers();
        if ((t.cueMask & Cue.STREET.bit()) == 0) {
            return;
        }
        int i = 0;
        while (i < t.cues()) {
            in.work().step();
            i = t.cue(i) == Cue.STREET ? cluster(in, i) : i + 1;
        }
    }

    /** Looks at the parts of an address from one on, and returns the first cue behind them. */
    private static int cluster(ScannedText in, int first) {
        Triggers t = in.triggers();
        int parts = 0;
        int flats = 0;
        int end = t.cueEnd.get(first);
        int next = first;
        while (next < t.cues() && t.cueStart.get(next) - end <= GAP && !hasBreak(in, end, t.cueStart.get(next))) {
            in.work().step();
            Cue cue = t.cue(next);
            if (cue == Cue.STREET && parts >= 2 && opensAnother(in, t.cueStart.get(first), end, t.cueStart.get(next))) {
                break;
            }
            if ((cue.bit() & PARTS) != 0 || cue == Cue.NUMBER) {
                parts++;
                flats += cue == Cue.FLAT ? 1 : 0;
                end = t.cueEnd.get(next);
            }
            next++;
        }
        int start = streetName(in, t.cueStart.get(first));
        int firstGroup = t.groupStart.firstAtLeast(start);
        int lastGroup = firstGroup - 1;
        boolean stroke = false;
        for (int g = firstGroup; g < t.groups() && t.groupStart.get(g) - end <= 6; g++) {
            in.work().step();
            if (hasBreak(in, end, t.groupStart.get(g))) {
                break;
            }
            lastGroup = g;
            stroke |= in.folded().at(t.groupEnd.get(g)) == '/'
                    && Chars.isDigit(in.folded().at(t.groupEnd.get(g) + 1));
            end = Math.max(end, t.groupEnd.get(g));
        }
        boolean address = parts >= 2 && lastGroup >= firstGroup;
        boolean home = flats > 0 || stroke || in.labels().distanceBack(Cue.HOME, start, AROUND) >= 0;
        if (address && home && !ground(in, start, end)) {
            in.add(
                    PersonalDataType.HOME_ADDRESS,
                    Certainty.CONTEXTUAL,
                    in.folded().text(start, end),
                    start,
                    end);
        }
        return Math.max(next, first + 1);
    }

    /** Behind the number of a house and a comma the next address starts; in one address the street comes before the number. */
    private static boolean opensAnother(ScannedText in, int start, int end, int next) {
        Triggers t = in.triggers();
        int group = t.groupStart.firstAtLeast(start);
        if (group >= t.groups() || t.groupStart.get(group) >= next) {
            return false;
        }
        in.work().steps(next - end);
        for (int i = end; i < next; i++) {
            char c = in.folded().at(i);
            if (c == ',' || c == ';') {
                return true;
            }
        }
        return false;
    }

    /** The capitalised words before the first part are its name. */
    private static int streetName(ScannedText in, int partStart) {
        Triggers t = in.triggers();
        int word = t.wordStart.firstAtLeast(partStart) - 1;
        int start = partStart;
        for (int n = 0; n < 3 && word >= 0; n++, word--) {
            boolean adjacent = t.wordEnd.get(word) + 1 == start && in.folded().at(start - 1) == ' ';
            if (!adjacent || (t.wordFlags.get(word) & Triggers.IN_NAME) != 0) {
                break;
            }
            start = t.wordStart.get(word);
        }
        return start;
    }

    private static boolean hasBreak(ScannedText in, int from, int to) {
        return from < to && in.folded().hasLineBreak(from, to);
    }

    private static boolean ground(ScannedText in, int start, int end) {
        Triggers t = in.triggers();
        for (int i = t.cueStart.firstAtLeast(start - AROUND); i < t.cues() && t.cueStart.get(i) <= end + AROUND; i++) {
            in.work().step();
            boolean apart = hasBreak(in, t.cueEnd.get(i), start) || hasBreak(in, end, t.cueStart.get(i));
            if (t.cue(i) == Cue.CAMPUS && !apart && !Sentences.endsIn(in.folded(), t.cueEnd.get(i), start)) {
                return true;
            }
        }
        return false;
    }
}
