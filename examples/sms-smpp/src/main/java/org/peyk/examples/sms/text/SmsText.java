package org.peyk.examples.sms.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cheapest coding that keeps every character of a text: the one with the fewest parts, and among equals the one that stands first in
 * {@link SmsCoding}.
 */
public final class SmsText {

    private SmsText() {}

    /**
     * Plans a text with all codings and a 16-bit reference.
     *
     * @param text the text, of any length
     * @return the plan
     */
    public static SmsPlan plan(String text) {
        return plan(text, true, Reference.BITS_16);
    }

    /**
     * Plans a text.
     *
     * @param text the text, of any length
     * @param national whether the centre and the telephones know the Turkish tables
     * @param reference how parts are joined
     * @return the plan
     */
    public static SmsPlan plan(String text, boolean national, Reference reference) {
        SmsPlan best = null;
        for (SmsCoding coding : SmsCoding.values()) {
            if (national || !coding.national()) {
                SmsPlan plan = with(coding, text, reference);
                if (plan != null && (best == null || plan.segments() < best.segments())) {
                    best = plan;
                }
            }
        }
        if (best == null) {
            throw new IllegalStateException("UCS-2 has every character");
        }
        return best.coding() == SmsCoding.UCS2
                ? new SmsPlan(
                        best.coding(),
                        reference,
                        best.pieces(),
                        best.used(),
                        best.left(),
                        List.copyOf(forcing(text, national)))
                : best;
    }

    /** The text in one coding; null when that coding lacks a character of it. */
    static @Nullable SmsPlan with(SmsCoding coding, String text, Reference reference) {
        int all = 0;
        for (int i = 0; i < text.length(); i += length(text, i)) {
            int units = coding.units(text, i);
            if (units < 0) {
                return null;
            }
            all += units;
        }
        int alone = coding.capacity(0);
        if (all <= alone) {
            return new SmsPlan(coding, reference, List.of(text), all, alone - all, List.of());
        }
        return split(coding, text, reference, all);
    }

    /** Fills one part after the other; neither an escape nor a pair is ever torn apart. */
    private static SmsPlan split(SmsCoding coding, String text, Reference reference, int all) {
        int capacity = coding.capacity(reference.octets());
        List<String> pieces = new ArrayList<>();
        int start = 0;
        int units = 0;
        for (int i = 0; i < text.length(); i += length(text, i)) {
            int next = coding.units(text, i);
            if (units + next > capacity) {
                pieces.add(text.substring(start, i));
                start = i;
                units = 0;
            }
            units += next;
        }
        pieces.add(text.substring(start));
        return new SmsPlan(coding, reference, pieces, all, capacity - units, List.of());
    }

    private static int length(String text, int index) {
        return SmsCoding.pair(text, index) ? 2 : 1;
    }

    /** What keeps a text from seven bits: the characters that no table has. The Turkish single shift table comes on top of the default one. */
    private static Set<String> forcing(String text, boolean national) {
        SmsCoding widest = national ? SmsCoding.GSM_TURKISH_SINGLE : SmsCoding.GSM;
        Set<String> characters = new LinkedHashSet<>();
        for (int i = 0; i < text.length(); i += length(text, i)) {
            if (widest.units(text, i) < 0) {
                characters.add(text.substring(i, i + length(text, i)));
            }
        }
        return characters;
    }
}
