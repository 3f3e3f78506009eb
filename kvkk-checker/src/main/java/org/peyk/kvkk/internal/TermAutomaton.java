package org.peyk.kvkk.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds all terms in one pass: the Aho-Corasick automaton with every failure link resolved beforehand, so that a step is one look into one
 * table.
 *
 * <p>The alphabet is what matters in folded text: a to z, one symbol for every other letter, and one for the gap between words, whatever it
 * is made of. A term starts with a gap, and one that must be a whole word ends with one, so that word boundaries cost nothing extra.
 */
final class TermAutomaton {

    /** Anything that is no letter. */
    static final int GAP = 0;

    /** The state in which no term can go on before the next gap. */
    static final int LOST = 0;

    /** A letter outside a to z. */
    static final int FOREIGN = 27;

    private static final int SHIFT = 5;
    private static final int[] NONE = {};

    private final char[] next;
    /** States from here on end a term; numbering them last makes the question one comparison. */
    private final int firstReporting;

    private final int[][] outputs;
    private final int[] lengths;

    private TermAutomaton(char[] next, int firstReporting, int[][] outputs, int[] lengths) {
        this.next = next;
        this.firstReporting = firstReporting;
        this.outputs = outputs;
        this.lengths = lengths;
    }

    /** The symbol of a folded character. */
    static int symbol(char folded) {
        if (folded >= 'a' && folded <= 'z') {
            return folded - 'a' + 1;
        }
        return folded >= 0x80 && Chars.isLetter(folded) ? FOREIGN : GAP;
    }

    /** The state at the start of a text and after anything that ends all terms. */
    int start() {
        return next[GAP];
    }

    int step(int state, int symbol) {
        return next[(state << SHIFT) | symbol];
    }

    /** Whether a term ends in this state. */
    boolean reports(int state) {
        return state >= firstReporting;
    }

    /** The terms that end in this state, by number. Not to be changed. */
    int[] outputs(int state) {
        return outputs[state];
    }

    /** How many letters and single gaps a term has, without the gaps around it. */
    int length(int term) {
        return lengths[term];
    }

    int states() {
        return outputs.length;
    }

    /** Collects terms. */
    static final class Builder {
        private final List<int[]> nodes = new ArrayList<>();
        private final List<IntList> ends = new ArrayList<>();
        private final IntList lengths = new IntList();

        Builder() {
            newNode();
        }

        /**
         * Adds a term.
         *
         * @param term folded words, separated by one space; a star at the end allows any suffix
         * @return the term's number
         */
        int add(String term) {
            boolean openEnd = term.endsWith("*");
            String words = openEnd ? term.substring(0, term.length() - 1) : term;
            int node = child(0, GAP);
            for (int i = 0; i < words.length(); i++) {
                node = child(node, symbol(words.charAt(i)));
            }
            if (!openEnd) {
                node = child(node, GAP);
            }
            int number = lengths.size();
            lengths.add(words.length());
            ends.get(node).add(number);
            return number;
        }

        private int child(int node, int symbol) {
            int known = nodes.get(node)[symbol];
            if (known != 0) {
                return known;
            }
            int made = newNode();
            nodes.get(node)[symbol] = made;
            return made;
        }

        private int newNode() {
            nodes.add(new int[1 << SHIFT]);
            ends.add(new IntList());
            return nodes.size() - 1;
        }

        TermAutomaton build() {
            int n = nodes.size();
            if (n > Character.MAX_VALUE) {
                throw new IllegalStateException("too many terms");
            }
            int[] failure = new int[n];
            int[][] outputs = new int[n][];
            outputs[0] = NONE;
            int[] queue = new int[n];
            int queued = 1;
            for (int head = 0; head < queued; head++) {
                int node = queue[head];
                int[] row = nodes.get(node);
                for (int s = 0; s < row.length; s++) {
                    int viaFailure = node == 0 ? 0 : nodes.get(failure[node])[s];
                    if (row[s] == 0) {
                        row[s] = viaFailure;
                    } else {
                        int target = row[s];
                        failure[target] = viaFailure;
                        outputs[target] = join(ends.get(target), outputs[viaFailure]);
                        queue[queued++] = target;
                    }
                }
            }
            return numbered(queue, outputs);
        }

        /**
         * Gives the states their final numbers: in the order of their depth, so that those a text mostly visits lie close together, and those
         * that report last.
         */
        private TermAutomaton numbered(int[] byDepth, int[][] outputs) {
            int n = nodes.size();
            int[] number = new int[n];
            int given = 0;
            for (int node : byDepth) {
                if (outputs[node].length == 0) {
                    number[node] = given++;
                }
            }
            int firstReporting = given;
            int[][] outputsByNumber = new int[n][];
            char[] next = new char[n << SHIFT];
            for (int node : byDepth) {
                if (outputs[node].length != 0) {
                    number[node] = given++;
                }
                outputsByNumber[number[node]] = outputs[node];
            }
            for (int node = 0; node < n; node++) {
                int[] row = nodes.get(node);
                for (int s = 0; s < row.length; s++) {
                    next[(number[node] << SHIFT) | s] = (char) number[row[s]];
                }
            }
            int[] termLengths = new int[lengths.size()];
            Arrays.setAll(termLengths, lengths::get);
            return new TermAutomaton(next, firstReporting, outputsByNumber, termLengths);
        }

        private static int[] join(IntList own, int[] inherited) {
            if (own.size() == 0) {
                return inherited;
            }
            int[] all = Arrays.copyOf(inherited, inherited.length + own.size());
            for (int i = 0; i < own.size(); i++) {
                all[inherited.length + i] = own.get(i);
            }
            return all;
        }
    }
}
