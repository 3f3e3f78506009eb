package org.peyk.kvkk.internal;

import java.util.Set;

/** Tells words about many people, who are not the one person that is named beside them. */
final class Plurals {

    /** What stands behind a plural that is none of a possessive: "kollari" is somebody's. */
    private static final Set<String> CASES = Set.of("", "in", "a", "e", "da", "de", "dan", "den", "la", "le");

    /** How many words in front of what is said a count of people is looked for. */
    private static final int COUNT_WORDS = 4;

    private static final Set<String> COUNTED = Set.of("kisi", "ogrenci", "hasta", "engelli", "personel", "calisan");
    private static final Set<String> MANY = Set.of("bin", "yuz", "cok");

    /** A dative plural without a stem of its own, such as "onlara", says of nobody what they are. */
    private static final int SHORTEST_SERVED = 6;

    private static final int LONGEST_WORD = 24;

    private Plurals() {}

    /** Words in the plural are about many, unless a list of them follows: "tutuklananlar arasinda", but "Tutuklananlar: ...". */
    static boolean ofMany(ScannedText in, int end) {
        Folded text = in.folded();
        int from = end;
        while (end - from < LONGEST_WORD && Chars.isLetter(text.at(from - 1))) {
            from--;
        }
        if (text.at(end) == ':' || text.at(end) == '\n') {
            return false;
        }
        String word = text.text(from, end);
        int plural = Math.max(word.lastIndexOf("lar"), word.lastIndexOf("ler"));
        // the stem is in front; behind the plural stand the suffixes of case alone, none of them a verb's
        return plural >= 3 && CASES.contains(word.substring(plural + 3));
    }

    /** Words behind a number of people are about that many: "9 kisi gozaltina alindi", "20 bin engelli". */
    static boolean ofSoMany(ScannedText in, int start) {
        Folded text = in.folded();
        int at = start;
        if (text.at(start - 1) == ' ' && endsWithMany(text, start - 1)) {
            return true;
        }
        for (int words = 0; words < COUNT_WORDS && text.at(at - 1) == ' '; words++) {
            int end = at - 1;
            at = end;
            while (end - at < LONGEST_WORD && (Chars.isLetterOrDigit(text.at(at - 1)) || text.at(at - 1) == '\'')) {
                in.work().step();
                at--;
            }
            String word = text.text(at, end);
            boolean people = COUNTED.stream().anyMatch(word::startsWith);
            if (people && text.at(at - 1) == ' ' && endsWithNumber(text, at - 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWithNumber(Folded text, int end) {
        return Chars.isDigit(text.at(end - 1)) || endsWithMany(text, end);
    }

    private static boolean endsWithMany(Folded text, int end) {
        return end >= 4 && MANY.contains(text.text(end - 3, end)) && !Chars.isLetter(text.at(end - 4));
    }

    /**
     * Words right before a plural in the dative are as often said of those for whom somebody does something as of the one who is named: "hasta küçüklere
     * adanan anne". Other cases may be followed by the name: "engelli öğrencilerimizden Ayşe Yılmaz".
     */
    static boolean ofThoseServed(ScannedText in, int end) {
        Folded text = in.folded();
        if (text.at(end) != ' ') {
            return false;
        }
        int stop = text.skipLetters(end + 1, LONGEST_WORD);
        String next = text.text(end + 1, stop);
        return next.length() > SHORTEST_SERVED && (next.endsWith("lere") || next.endsWith("lara"));
    }
}
