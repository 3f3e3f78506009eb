package org.peyk.kvkk.internal;

import java.util.List;

/** The terms of the scanner, from its resource, as one automaton. Immutable. */
final class Cues {

    /** The built-in terms. */
    static final Cues STANDARD = load();

    private final TermAutomaton automaton;
    private final byte[] cueOfTerm;

    private Cues(TermAutomaton automaton, byte[] cueOfTerm) {
        this.automaton = automaton;
        this.cueOfTerm = cueOfTerm;
    }

    TermAutomaton automaton() {
        return automaton;
    }

    /** The ordinal of the cue that a term stands for. */
    int cueOf(int term) {
        return cueOfTerm[term];
    }

    private static Cues load() {
        TermAutomaton.Builder builder = new TermAutomaton.Builder();
        IntList cues = new IntList();
        for (WordResource.Section section : WordResource.read("cues.txt")) {
            Cue cue = Cue.valueOf(section.title());
            List<String> terms = section.entries();
            for (String term : terms) {
                builder.add(term);
                cues.add(cue.ordinal());
            }
        }
        byte[] table = new byte[cues.size()];
        for (int i = 0; i < table.length; i++) {
            table[i] = (byte) cues.get(i);
        }
        return new Cues(builder.build(), table);
    }
}
