package org.peyk.kvkk.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.peyk.kvkk.Seeds;

import static org.assertj.core.api.Assertions.assertThat;

class TermAutomatonTest {

    /** On random words of two letters, against looking for each term at each place. */
    @Test
    void findsWhatSearchingForEachTermFinds() {
        Random random = Seeds.random("findsWhatSearchingForEachTermFinds");
        for (int round = 0; round < 500; round++) {
            List<String> terms = randomTerms(random);
            TermAutomaton.Builder builder = new TermAutomaton.Builder();
            terms.forEach(builder::add);
            TermAutomaton automaton = builder.build();
            String text = randomWords(random, 40);
            assertThat(run(automaton, text)).isEqualTo(search(terms, text));
        }
    }

    private static List<String> randomTerms(Random random) {
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String term = randomWords(random, 1 + random.nextInt(5));
            terms.add(random.nextBoolean() ? term : term + "*");
        }
        return terms;
    }

    private static String randomWords(Random random, int letters) {
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < letters; i++) {
            boolean gap = i > 0 && i < letters - 1 && b.charAt(b.length() - 1) != ' ' && random.nextInt(4) == 0;
            b.append(gap ? ' ' : (char) ('a' + random.nextInt(2)));
        }
        return b.toString().strip();
    }

    /** Term and position of the last letter of each find. */
    private static TreeSet<String> run(TermAutomaton automaton, String text) {
        TreeSet<String> found = new TreeSet<>();
        int state = automaton.start();
        for (int i = 0; i <= text.length(); i++) {
            int symbol = i < text.length() ? TermAutomaton.symbol(text.charAt(i)) : TermAutomaton.GAP;
            state = automaton.step(state, symbol);
            if (automaton.reports(state)) {
                for (int term : automaton.outputs(state)) {
                    found.add(term + "@" + (symbol == TermAutomaton.GAP ? i - 1 : i));
                }
            }
        }
        return found;
    }

    private static TreeSet<String> search(List<String> terms, String text) {
        TreeSet<String> found = new TreeSet<>();
        String padded = " " + text + " ";
        for (int t = 0; t < terms.size(); t++) {
            boolean open = terms.get(t).endsWith("*");
            String needle = " " + (open ? terms.get(t).substring(0, terms.get(t).length() - 1) : terms.get(t) + " ");
            for (int at = padded.indexOf(needle); at >= 0; at = padded.indexOf(needle, at + 1)) {
                found.add(t + "@" + (at + needle.length() - (open ? 2 : 3)));
            }
        }
        return found;
    }

    @Test
    void thePassSeesTermsAcrossAnyGap() {
        assertThat(cues("T.C. Kimlik No")).containsExactly("TCKN:T.C. Kimlik", "TCKN:Kimlik No");
        assertThat(cues("ÖĞRENCİ_NUMARASI")).containsExactly("STUDENT_NO:ÖĞRENCİ_NUMARASI");
        assertThat(cues("Öğrenci\nNo")).containsExactly("STUDENT_NO:Öğrenci\nNo");
        assertThat(cues("öğrenci      no")).doesNotContain("STUDENT_NO:öğrenci      no");
        assertThat(cues("öğrenci\tno")).doesNotContain("STUDENT_NO:öğrenci\tno");
    }

    @Test
    void aTermInsideALongerOneSaysNothing() {
        assertThat(cues("vergi kimlik no")).containsExactly("VKN:vergi kimlik no");
        assertThat(cues("telefonunuzdan")).containsExactly("PHONE:telefonunuzdan");
        assertThat(cues("kimlik notu")).doesNotContain("TCKN:kimlik no");
    }

    private static List<String> cues(String text) {
        Folded folded = new Folded();
        folded.set(text);
        Triggers triggers = new Triggers();
        new Pass(Cues.STANDARD).run(folded, triggers);
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < triggers.cues(); i++) {
            int start = folded.start(triggers.cueStart.get(i));
            int end = folded.end(triggers.cueEnd.get(i) - 1);
            shown.add(triggers.cue(i) + ":" + text.substring(start, end));
        }
        return shown;
    }
}
