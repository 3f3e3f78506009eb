package org.peyk.kvkk.internal;

import java.util.HashMap;
import java.util.Map;

/**
 * The parts of a document that are judged apart, such as its sheets and its hidden texts, by the texts they begin with. Only so many are told
 * apart; what is in a later one counts as scattered. Not thread-safe.
 */
final class Sections {

    /** The section of whatever is in none of those that are told apart. */
    static final int SCATTERED = 16;

    private final Map<Object, Integer> numbers = new HashMap<>();
    private final IntList starts = new IntList();
    private final IntList sections = new IntList();

    /** Says that the texts from one on are in a section. */
    void begin(int text, Object section) {
        Integer number = numbers.get(section);
        if (number == null) {
            number = Math.min(numbers.size(), SCATTERED);
            if (number < SCATTERED) {
                numbers.put(section, number);
            }
        }
        starts.add(text);
        sections.add(number);
    }

    /** The section of a text. */
    int of(int text) {
        int begun = starts.firstAtLeast(text + 1) - 1;
        return begun < 0 ? 0 : sections.get(begun);
    }
}
