package org.peyk.internal.difference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.peyk.TextPiece;
import org.peyk.TextPiece.Kind;

/** Cuts two texts into words and tells which were taken out and which put in. */
public final class WordDifference {

    private WordDifference() {}

    /** The pieces in reading order; those that are not put in make up the old text, those that are not taken out the new one. */
    public static List<TextPiece> of(String before, String after) {
        List<String> old = words(before);
        List<String> now = words(after);
        Map<String, Integer> numbers = new HashMap<>();
        EditScript script = EditScript.of(numbered(old, numbers), numbered(now, numbers));
        Pieces pieces = new Pieces();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && script.removed(i)) {
                pieces.add(Kind.REMOVED, old.get(i++));
            } else if (j < now.size() && script.added(j)) {
                pieces.add(Kind.ADDED, now.get(j++));
            } else {
                pieces.add(Kind.SAME, old.get(i++));
                j++;
            }
        }
        return pieces.all();
    }

    private static int[] numbered(List<String> words, Map<String, Integer> numbers) {
        int[] found = new int[words.size()];
        for (int i = 0; i < found.length; i++) {
            int next = numbers.size();
            Integer known = numbers.putIfAbsent(words.get(i), next);
            found[i] = known == null ? next : known;
        }
        return found;
    }

    /** Words with their marks, runs of blanks, and every other character by itself. */
    private static List<String> words(String text) {
        List<String> found = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int sort = sort(text.codePointAt(start));
            int end = start + Character.charCount(text.codePointAt(start));
            while (sort != OTHER && end < text.length() && sort(text.codePointAt(end)) == sort) {
                end += Character.charCount(text.codePointAt(end));
            }
            found.add(text.substring(start, end));
            start = end;
        }
        return found;
    }

    private static final int OTHER = 0;
    private static final int WORD = 1;
    private static final int BLANK = 2;

    private static int sort(int c) {
        int type = Character.getType(c);
        if (Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK) {
            return WORD;
        }
        return Character.isWhitespace(c) ? BLANK : OTHER;
    }

    /** Joins neighbours of one kind. */
    private static final class Pieces {

        private final List<TextPiece> done = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private Kind kind = Kind.SAME;

        void add(Kind next, String word) {
            if (next != kind) {
                flush();
                kind = next;
            }
            text.append(word);
        }

        private void flush() {
            if (!text.isEmpty()) {
                done.add(new TextPiece(kind, text.toString()));
                text.setLength(0);
            }
        }

        List<TextPiece> all() {
            flush();
            return List.copyOf(done);
        }
    }
}
