package org.peyk.smtp.internal.incoming;

import java.text.Normalizer;

/** Folds text for comparison, the same in every locale: lower case, without marks, and the four Turkish i as one. */
final class Folded {

    private Folded() {}

    static String fold(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            folded.append(c == '\u0131' ? 'i' : Character.toLowerCase(c));
        }
        return folded.toString();
    }
}
