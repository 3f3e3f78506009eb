package org.peyk.kvkk.internal;

/**
 * A run of neighbouring digit groups taken as one number. Between two groups may stand one separator; tabs, semicolons and double spaces are
 * the borders of a table and join nothing.
 */
final class NumberWindow {

    private static final int SPACE = 0;
    private static final int HYPHEN = 1;
    private static final int DOT = 2;
    private static final int SLASH = 3;
    private static final int PAREN = 4;
    private static final int LINE = 5;
    private static final int BREAK = 6;

    private static final int MAX_DIGITS = 32;
    private static final int LONGEST_ALONE = 4;

    private final Folded text;
    private final Triggers triggers;
    private final Work work;
    private final byte[] digits = new byte[MAX_DIGITS];
    private final int[] sizes = new int[MAX_DIGITS];
    private int first;
    private int last;
    private int gaps;

    NumberWindow(Folded text, Triggers triggers, Work work) {
        this.text = text;
        this.triggers = triggers;
        this.work = work;
    }

    /** Whether a group is short, and nothing stands around it that could join it to a longer number or a code. */
    boolean standsAlone(int group) {
        int start = triggers.groupStart.get(group);
        int end = triggers.groupEnd.get(group);
        if (end - start > LONGEST_ALONE) {
            return false;
        }
        char before = text.at(start - 1);
        char behind = text.at(end);
        boolean apartBefore = before == ' ' || before == '\n' || before == '(' || before == '\t';
        boolean fullStop = behind == '.' && (text.at(end + 1) == ' ' || text.at(end + 1) == '\n');
        boolean apartBehind =
                behind == ' ' || behind == '\n' || behind == ',' || behind == ')' || behind == '\t' || fullStop;
        return apartBefore && apartBehind && gapBehind(group) == BREAK;
    }

    /** Opens the window on the groups from {@code from} on that have exactly {@code total} digits together; false when there are none. */
    boolean fit(int from, int total) {
        int sum = 0;
        gaps = 0;
        first = from;
        for (int g = from; g < triggers.groups(); g++) {
            work.step();
            int size = triggers.groupLength(g);
            if (sum + size > total) {
                return false;
            }
            sizes[g - from] = size;
            copyDigits(g, sum);
            sum += size;
            last = g;
            if (sum == total) {
                return true;
            }
            int gap = gapBehind(g);
            if (gap == BREAK) {
                return false;
            }
            gaps |= 1 << gap;
        }
        return false;
    }

    private void copyDigits(int group, int at) {
        int start = triggers.groupStart.get(group);
        int size = triggers.groupLength(group);
        for (int i = 0; i < size; i++) {
            digits[at + i] = (byte) (text.at(start + i) - '0');
        }
    }

    /** The first digits from a group on, joined over separators, as a number of up to {@code count} digits with a leading 1. */
    int leading(int from, int count) {
        int value = 1;
        int taken = 0;
        for (int g = from; g < triggers.groups() && taken < count; g++) {
            int start = triggers.groupStart.get(g);
            for (int i = start; i < triggers.groupEnd.get(g) && taken < count; i++) {
                work.step();
                value = value * 10 + (text.at(i) - '0');
                taken++;
            }
            if (gapBehind(g) == BREAK) {
                break;
            }
        }
        return value;
    }

    private int gapBehind(int group) {
        if (group + 1 >= triggers.groups()) {
            return BREAK;
        }
        int from = triggers.groupEnd.get(group);
        int length = triggers.groupStart.get(group + 1) - from;
        char a = text.at(from);
        char b = text.at(from + 1);
        if (length == 1) {
            return switch (a) {
                case ' ', '_' -> SPACE;
                case '-' -> HYPHEN;
                case '.' -> DOT;
                case '/' -> SLASH;
                case '(', ')' -> PAREN;
                case '\n' -> LINE;
                default -> BREAK;
            };
        }
        if (length == 2) {
            if ((a == ' ' && b == '\n') || (a == '\n' && b == ' ')) {
                return LINE;
            }
            boolean opens = (a == ' ' || a == '-' || a == '.') && b == '(';
            boolean closes = a == ')' && (b == ' ' || b == '-' || b == '.');
            return opens || closes ? PAREN : BREAK;
        }
        return BREAK;
    }

    /** The digits; only as many as were asked for count. */
    byte[] digits() {
        return digits;
    }

    String value(int total) {
        char[] c = new char[total];
        for (int i = 0; i < total; i++) {
            c[i] = (char) ('0' + digits[i]);
        }
        return new String(c);
    }

    int first() {
        return first;
    }

    int last() {
        return last;
    }

    int groups() {
        return last - first + 1;
    }

    int size(int index) {
        return sizes[index];
    }

    int start() {
        return triggers.groupStart.get(first);
    }

    int end() {
        return triggers.groupEnd.get(last);
    }

    /** Whether the groups have these sizes. */
    boolean grouped(int... wanted) {
        if (wanted.length != groups()) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (sizes[i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether each digit stands alone. */
    boolean spread() {
        for (int i = 0; i < groups(); i++) {
            if (sizes[i] != 1) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is at most one kind of separator, and no line break. */
    boolean uniform() {
        return Integer.bitCount(gaps) <= 1 && (gaps & 1 << LINE) == 0;
    }

    /** Whether short groups go on before or behind the window, so that it may be cut out of something longer. */
    boolean crowded() {
        boolean before = first > 0 && triggers.groupLength(first - 1) <= 4 && joins(first - 1);
        boolean behind = last + 1 < triggers.groups() && triggers.groupLength(last + 1) <= 4 && joins(last);
        return before || behind;
    }

    /** Whether the window stands alone: nothing joins it on either side. */
    boolean alone() {
        return !(first > 0 && joins(first - 1)) && !joins(last);
    }

    private boolean joins(int group) {
        int gap = gapBehind(group);
        return gap != BREAK && gap != LINE;
    }

    /** Whether the group is tied to a neighbour by a hyphen, dot or slash, as the parts of a document number are. */
    boolean tied(int group) {
        return tiedBehind(group) || (group > 0 && tiedBehind(group - 1));
    }

    private boolean tiedBehind(int group) {
        int gap = gapBehind(group);
        return gap == HYPHEN || gap == DOT || gap == SLASH;
    }

    /** Whether a group boundary lies behind this many digits. */
    boolean boundaryBehind(int digitCount) {
        int sum = 0;
        for (int i = 0; i < groups(); i++) {
            sum += sizes[i];
            if (sum >= digitCount) {
                return sum == digitCount;
            }
        }
        return false;
    }
}
