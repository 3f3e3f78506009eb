package org.peyk.kvkk.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words by which names are told from other capitalised words. All lookups take a range of folded text and copy nothing. */
final class NameLexicon {

    static final int COMMON_FIRST = 1;
    static final int UNSURE_FIRST = 2;
    static final int SURNAME = 4;
    private static final int ENDS_NAME = 8;
    private static final int ENDS_NAME_WITH_SUFFIX = 16;
    private static final int PLACE = 32;
    private static final int PLACE_WITH_SUFFIX = 64;

    private static final int SHORTEST_STEM = 3;
    private static final int LONGEST_STEM = 12;

    /** The built-in lists. */
    static final NameLexicon STANDARD = new NameLexicon();

    /** Open addressing: each slot holds a word and what it is. */
    private final String[] words;

    /** Hash of the word in each slot, so that most words that are in no list are known by it alone; 0 in an empty slot. */
    private final int[] hashes;

    private final byte[] flags;
    private final Set<String> publicNames = new HashSet<>();
    private final char[][] endings;
    private final char[][] strongEndings;
    private final char[][] beginnings;

    private NameLexicon() {
        Map<String, Integer> all = new HashMap<>();
        for (String file : List.of("rare-first-names.txt", "first-names.txt")) {
            for (WordResource.Section section : WordResource.read(file)) {
                int flag = section.title().equals("COMMON") ? COMMON_FIRST : UNSURE_FIRST;
                section.entries().forEach(name -> all.put(fold(name), flag));
            }
        }
        Map<String, List<String>> surnames = sections("surnames.txt");
        entries(surnames, "SURNAMES").forEach(name -> all.merge(fold(name), SURNAME, (a, b) -> a | b));
        endings = folded(entries(surnames, "ENDINGS"));
        strongEndings = folded(entries(surnames, "STRONG ENDINGS"));
        beginnings = folded(entries(surnames, "BEGINNINGS"));
        Map<String, List<String>> others = sections("not-names.txt");
        entries(others, "WORDS").forEach(w -> addStem(all, w, ENDS_NAME, ENDS_NAME_WITH_SUFFIX));
        entries(others, "PLACES").forEach(w -> addStem(all, w, PLACE, PLACE_WITH_SUFFIX));
        entries(others, "PUBLIC").forEach(w -> publicNames.add(fold(w)));
        int size = Integer.highestOneBit(all.size() * 5);
        words = new String[size];
        hashes = new int[size];
        flags = new byte[size];
        all.forEach(this::store);
    }

    private static Map<String, List<String>> sections(String file) {
        Map<String, List<String>> byTitle = new HashMap<>();
        WordResource.read(file).forEach(s -> byTitle.put(s.title(), s.entries()));
        return byTitle;
    }

    private static List<String> entries(Map<String, List<String>> sections, String title) {
        List<String> entries = sections.get(title);
        if (entries == null) {
            throw new IllegalStateException("word list has no section " + title);
        }
        return entries;
    }

    private static void addStem(Map<String, Integer> all, String entry, int whole, int withSuffix) {
        boolean open = entry.endsWith("*");
        String word = fold(open ? entry.substring(0, entry.length() - 1) : entry);
        all.merge(word, open ? whole | withSuffix : whole, (a, b) -> a | b);
    }

    private static char[][] folded(List<String> entries) {
        return entries.stream().map(e -> fold(e).toCharArray()).toArray(char[][]::new);
    }

    private static String fold(String word) {
        Folded folded = new Folded();
        folded.set(word);
        return folded.text(0, folded.length());
    }

    private void store(String word, int flag) {
        int hash = hash(word.toCharArray(), 0, word.length());
        int slot = hash & (words.length - 1);
        while (hashes[slot] != 0) {
            slot = (slot + 1) & (words.length - 1);
        }
        words[slot] = word;
        hashes[slot] = hash;
        flags[slot] = (byte) flag;
    }

    private static int hash(char[] chars, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum = sum * 31 + chars[i];
        }
        return mixed(sum);
    }

    /** Never 0. */
    private static int mixed(int sum) {
        return ((sum * 0x9E3779B9) >>> 8) | 0x1000000;
    }

    /** What a word is; 0 when it is in no list. */
    int lookUp(char[] chars, int from, int to) {
        if (to - from > 24) {
            return 0;
        }
        return find(hash(chars, from, to), chars, from, to);
    }

    private int find(int hash, char[] chars, int from, int to) {
        int slot = hash & (words.length - 1);
        while (hashes[slot] != 0) {
            if (hashes[slot] == hash && equal(words[slot], chars, from, to)) {
                return flags[slot];
            }
            slot = (slot + 1) & (words.length - 1);
        }
        return 0;
    }

    private static boolean equal(String word, char[] chars, int from, int to) {
        if (word.length() != to - from) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != chars[from + i]) {
                return false;
            }
        }
        return true;
    }

    static boolean isFirstName(int wordFlags) {
        return (wordFlags & (COMMON_FIRST | UNSURE_FIRST)) != 0;
    }

    /** Whether a word ends a name: it is a known noun of announcements, bare or with a suffix. */
    boolean endsName(char[] chars, int from, int to) {
        return matches(chars, from, to, ENDS_NAME, ENDS_NAME_WITH_SUFFIX);
    }

    /** Whether a word behind a name makes it the name of a place or a thing. */
    boolean isPlace(char[] chars, int from, int to) {
        return matches(chars, from, to, PLACE, PLACE_WITH_SUFFIX);
    }

    private boolean matches(char[] chars, int from, int to, int whole, int withSuffix) {
        if ((lookUp(chars, from, to) & whole) != 0) {
            return true;
        }
        int longest = Math.min(to - from - 1, LONGEST_STEM);
        int sum = 0;
        for (int length = 1; length <= longest; length++) {
            sum = sum * 31 + chars[from + length - 1];
            if (length >= SHORTEST_STEM && (find(mixed(sum), chars, from, from + length) & withSuffix) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word shows itself as a surname: by the list, or by the way it is built. */
    boolean looksLikeSurname(char[] chars, int from, int to) {
        if ((lookUp(chars, from, to) & SURNAME) != 0) {
            return true;
        }
        return (to - from >= 5 && endsWithAny(endings, chars, from, to))
                || (to - from >= 6 && startsWithAny(chars, from));
    }

    /** Whether a word can hardly be anything but a surname. */
    boolean isSurelySurname(char[] chars, int from, int to) {
        return to - from >= 6 && endsWithAny(strongEndings, chars, from, to);
    }

    /** Whether the first two words of a name are those of a public figure whom places and days are named after. */
    boolean isPublicName(String firstTwoWords) {
        return publicNames.contains(firstTwoWords);
    }

    private static boolean endsWithAny(char[][] all, char[] chars, int from, int to) {
        for (char[] ending : all) {
            if (to - from > ending.length && equalAt(ending, chars, to - ending.length)) {
                return true;
            }
        }
        return false;
    }

    private boolean startsWithAny(char[] chars, int from) {
        for (char[] beginning : beginnings) {
            if (equalAt(beginning, chars, from)) {
                return true;
            }
        }
        return false;
    }

    private static boolean equalAt(char[] part, char[] chars, int at) {
        for (int i = 0; i < part.length; i++) {
            if (chars[at + i] != part[i]) {
                return false;
            }
        }
        return true;
    }
}
