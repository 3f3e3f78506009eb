package org.peyk.internal.duplicate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.peyk.internal.content.Letters;
import org.peyk.spi.LanguageVersion;

/**
 * What a text says, for comparing it with another: the set of its runs of three words, each as a number, letters folded. How much two texts
 * have in common is the share of these in both among those in either (Broder, On the resemblance and containment of documents, 1997). Texts
 * with many of them are looked for by bands of smallest hashes, which texts that are much alike share with near certainty; short ones by all
 * their words alone.
 */
public final class Wording {

    /** A text with fewer runs of words than this is too short to be called similar; it is the same as another one or not. */
    static final int ENOUGH = 12;

    /** Words after these are not looked at, so that comparing is bounded. */
    private static final int MOST_WORDS = 20_000;

    private static final int RUN = 3;
    private static final int BANDS = 12;
    private static final int ROWS = 2;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final Set<Long> runs;
    private final long whole;

    private Wording(Set<Long> runs, long whole) {
        this.runs = runs;
        this.whole = whole;
    }

    /** What a version's subject and text say. */
    public static Wording of(LanguageVersion version) {
        List<Long> words = words(version.subject() + "\n" + version.text());
        Set<Long> runs = new HashSet<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.add(all(words.subList(i, i + RUN)));
        }
        return new Wording(runs, all(words));
    }

    /** Each version as one number: the same for texts with the same words in the same order, folded. A version without words has none. */
    public static Set<Long> wholes(List<LanguageVersion> versions) {
        Set<Long> wholes = new HashSet<>();
        for (LanguageVersion version : versions) {
            List<Long> words = words(version.subject() + "\n" + version.text());
            if (!words.isEmpty()) {
                wholes.add(all(words));
            }
        }
        return wholes;
    }

    /** What the versions of a request say, without those that say nothing. */
    public static List<Wording> of(List<LanguageVersion> versions) {
        return versions.stream().map(Wording::of).filter(w -> !w.runs.isEmpty()).toList();
    }

    private static List<Long> words(String text) {
        String folded = Letters.fold(Normalizer.normalize(text, Normalizer.Form.NFC));
        List<Long> words = new ArrayList<>();
        long word = 0;
        boolean inside = false;
        for (int i = 0; i <= folded.length() && words.size() < MOST_WORDS; i++) {
            char c = i == folded.length() ? ' ' : folded.charAt(i);
            boolean part = Character.isLetterOrDigit(c) || Character.isSurrogate(c);
            if (part) {
                word = mixed(word + c + 1);
            } else if (inside) {
                words.add(word);
                word = 0;
            }
            inside = part;
        }
        return words;
    }

    private static long all(List<Long> words) {
        long hash = words.size();
        for (long word : words) {
            hash = mixed(hash * GOLDEN + word);
        }
        return hash;
    }

    /** Spreads a number over all others (the finisher of SplitMix64). */
    private static long mixed(long value) {
        long z = value + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Whether the text is long enough for a share of it to mean something. */
    public boolean enough() {
        return runs.size() >= ENOUGH;
    }

    /** The numbers under which it is found. Stored; a change of how they are made lets what was stored before be missed. */
    public Set<Long> bands() {
        Set<Long> bands = new HashSet<>();
        bands.add(whole);
        for (int band = 0; band < BANDS && enough(); band++) {
            long key = band;
            for (int row = 0; row < ROWS; row++) {
                key = mixed(key * GOLDEN + smallest(mixed(band * ROWS + row + 1L)));
            }
            bands.add(key);
        }
        return bands;
    }

    private long smallest(long seed) {
        long smallest = Long.MAX_VALUE;
        for (long run : runs) {
            smallest = Math.min(smallest, mixed(run ^ seed));
        }
        return smallest;
    }

    /** How much two texts have in common, from 0 to 1; short ones all or nothing. */
    public double similarity(Wording other) {
        if (whole == other.whole) {
            return 1;
        }
        if (!enough() || !other.enough()) {
            return 0;
        }
        long both = runs.stream().filter(other.runs::contains).count();
        return (double) both / (runs.size() + other.runs.size() - both);
    }
}
