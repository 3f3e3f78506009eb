package org.peyk.kvkk.internal;

/** Finds what the surroundings call a number: the nearest label before it, directly behind it, in its column's heading or left of its cell. */
final class Labels {

    /** A label reaches this many characters ahead, unless another number or an empty line stands between. */
    private static final int REACH = 60;

    /** Labels of things, and T.C., reach less: "sipariş için 0532..." is no order number. */
    private static final int SHORT_REACH = 12;

    private static final int TC_REACH = 4;
    private static final int BEHIND = 3;
    private static final int CLOSE_BEFORE = 10;
    private static final int SPENDING_DIGITS = 5;

    private static final long LABELS = labelBits();

    private final Folded text;
    private final Triggers triggers;
    private final Work work;
    private long heading;
    /** The last answer: several detectors ask about the same number. */
    private Label last = Label.NONE;

    private int lastStart = -1;
    private int lastEnd;
    private int lastGroup;
    private long left;

    Labels(Folded text, Triggers triggers, Work work) {
        this.text = text;
        this.triggers = triggers;
        this.work = work;
    }

    private static long labelBits() {
        long bits = 0;
        for (Cue cue : Cue.values()) {
            bits |= cue.isLabel() ? cue.bit() : 0;
        }
        return bits;
    }

    /** Sets what the text stands in. */
    void surroundings(Surroundings surroundings) {
        this.lastStart = -1;
        this.heading = surroundings.headingCues() & LABELS;
        this.left = surroundings.leftCues() & LABELS;
    }

    /** What a value is called that takes the range from {@code start} to {@code end}; {@code group} is its first digit group. */
    Label of(int start, int end, int group) {
        if (start != lastStart || end != lastEnd || group != lastGroup) {
            last = find(start, end, group);
            lastStart = start;
            lastEnd = end;
            lastGroup = group;
        }
        return last;
    }

    private Label find(int start, int end, int group) {
        Label before = before(start, group);
        if (before.distance() > CLOSE_BEFORE) {
            Label behind = behind(end);
            if (!behind.isNone()) {
                return behind;
            }
        }
        if (!before.isNone()) {
            return before;
        }
        if (heading != 0) {
            return new Label(heading, 0);
        }
        return left != 0 ? new Label(left, 1) : Label.NONE;
    }

    private Label before(int start, int group) {
        for (int i = triggers.cueEnd.firstAtLeast(start + 1) - 1; i >= 0; i--) {
            work.step();
            int cueEnd = triggers.cueEnd.get(i);
            int distance = start - cueEnd;
            if (distance > REACH) {
                break;
            }
            Cue cue = triggers.cue(i);
            if (!cue.isLabel()
                    || (cue == Cue.TC && distance > TC_REACH)
                    || (cue == Cue.THING_NO && distance > SHORT_REACH)) {
                continue;
            }
            work.steps(distance);
            boolean spent = spentBetween(cueEnd, group) || text.hasBlankLine(cueEnd, start);
            return spent ? Label.NONE : new Label(cue.bit(), distance);
        }
        return Label.NONE;
    }

    /** Whether the label already has its number. */
    private boolean spentBetween(int cueEnd, int group) {
        for (int g = group - 1; g >= 0 && triggers.groupStart.get(g) >= cueEnd; g--) {
            work.step();
            if (triggers.groupLength(g) >= SPENDING_DIGITS) {
                return true;
            }
        }
        return false;
    }

    private Label behind(int end) {
        for (int i = triggers.cueStart.firstAtLeast(end); i < triggers.cues(); i++) {
            work.step();
            int distance = triggers.cueStart.get(i) - end;
            if (distance > BEHIND || separated(end, end + distance)) {
                break;
            }
            Cue cue = triggers.cue(i);
            if (cue.isLabel()) {
                return new Label(cue.bit(), distance);
            }
        }
        return Label.NONE;
    }

    /** Whether something stands between that ends a field. */
    private boolean separated(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.at(i);
            if (c == '\n' || c == '\t' || c == ',' || c == ';' || c == '|' || c == '/' || c == '-') {
                return true;
            }
        }
        return false;
    }

    /** Distance from the last cue of this kind that ends before {@code position}, or -1 when there is none within {@code reach}. */
    int distanceBack(Cue wanted, int position, int reach) {
        for (int i = triggers.cueEnd.firstAtLeast(position + 1) - 1; i >= 0; i--) {
            work.step();
            int distance = position - triggers.cueEnd.get(i);
            if (distance > reach) {
                break;
            }
            if (triggers.cue(i) == wanted) {
                return text.hasBlankLine(triggers.cueEnd.get(i), position) ? -1 : distance;
            }
        }
        return -1;
    }

    /** Whether the position lies in a web address. */
    boolean inUrl(int position) {
        if (triggers.urlStart.size() == 0) {
            return false;
        }
        int i = triggers.urlStart.firstAtLeast(position) - 1;
        return i >= 0 && position < triggers.urlEnd.get(i);
    }
}
