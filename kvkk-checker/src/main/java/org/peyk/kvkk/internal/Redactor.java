package org.peyk.kvkk.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Masks personal data in short texts that are shown with a finding: file names, sheet names, notes of a reader. Masks what looks like personal
 * data there, and every value that was found anywhere else in the request. Not thread-safe.
 */
final class Redactor {

    private static final int MOST_WORDS = 5;

    private final Ruleset rules;
    private final Set<String> values = new HashSet<>();
    private final Set<Integer> digitLengths = new TreeSet<>();
    private final Map<String, String> known = new HashMap<>();
    private final boolean moreThanKnown;

    /** Takes the values that must not be shown. */
    Redactor(Ruleset rules, Collection<Located> found) {
        this.rules = rules;
        moreThanKnown = found.stream().anyMatch(l -> l.hit().more() > 0);
        for (Located located : found) {
            Hit hit = located.hit();
            if (!hit.ordinary() && !Kinds.ATTRIBUTES.contains(hit.type())) {
                String value = hit.value();
                String digits = value.startsWith("TR") ? value.substring(2) : value;
                values.add(digits);
                if (Chars.isDigit(digits.charAt(digits.length() - 1))) {
                    digitLengths.add(digits.length());
                }
            }
        }
    }

    /** The text with every value masked. */
    String redact(String text) {
        String masked = known.get(text);
        if (masked == null) {
            masked = valuesMasked(looksMasked(text));
            known.put(text, masked);
        }
        return masked;
    }

    private String looksMasked(String text) {
        Scan scan = rules.scan();
        scan.add(text, -1, null);
        StringBuilder b = new StringBuilder();
        int from = 0;
        for (Hit hit : scan.finish()) {
            if (!hit.ordinary() && hit.start() >= from) {
                b.append(text, from, hit.start()).append(hit.masked());
                from = hit.end();
            }
        }
        return from == 0 ? text : b.append(text, from, text.length()).toString();
    }

    private String valuesMasked(String text) {
        Folded folded = new Folded();
        folded.set(text);
        boolean[] hide = new boolean[text.length()];
        hideNumbers(folded, hide);
        hideWords(folded, hide);
        StringBuilder b = new StringBuilder(text);
        for (int i = 0; i < hide.length; i++) {
            if (hide[i]) {
                b.setCharAt(i, '*');
            }
        }
        return b.toString();
    }

    /** Digits of a value that was found, whatever stands between them. */
    private void hideNumbers(Folded folded, boolean[] hide) {
        StringBuilder digits = new StringBuilder();
        IntList positions = new IntList();
        for (int i = 0; i < folded.length(); i++) {
            if (Chars.isLetterOrDigit(folded.at(i))) {
                digits.append(folded.at(i));
                positions.add(i);
            }
        }
        for (int length : digitLengths) {
            for (int from = 0; from + length <= digits.length(); from++) {
                if (hidden(digits.substring(from, from + length))) {
                    for (int i = from; i < from + length; i++) {
                        hide(folded, positions.get(i), hide);
                    }
                }
            }
        }
    }

    /** Where some values are only counted, any number that is as long as one of those that are known may be one. */
    private boolean hidden(String value) {
        return values.contains(value) || (moreThanKnown && value.chars().allMatch(c -> Chars.isDigit((char) c)));
    }

    /** Words of a name that was found, whatever stands between them. */
    private void hideWords(Folded folded, boolean[] hide) {
        IntList starts = new IntList();
        IntList ends = new IntList();
        int i = 0;
        while (i < folded.length()) {
            int end = folded.skipLetters(i, Integer.MAX_VALUE);
            if (end > i) {
                starts.add(i);
                ends.add(end);
            }
            i = Math.max(end, i + 1);
        }
        for (int first = 0; first < starts.size(); first++) {
            StringBuilder words = new StringBuilder();
            for (int last = first; last < Math.min(starts.size(), first + MOST_WORDS); last++) {
                words.append(last > first ? " " : "").append(folded.text(starts.get(last), ends.get(last)));
                // a first name alone is an ordinary word in a file's name
                if (last > first && values.contains(words.toString())) {
                    for (int at = starts.get(first); at < ends.get(last); at++) {
                        hide(folded, at, hide);
                    }
                }
            }
        }
    }

    private static void hide(Folded folded, int at, boolean[] hide) {
        for (int i = folded.start(at); i < folded.end(at); i++) {
            hide[i] = true;
        }
    }
}
