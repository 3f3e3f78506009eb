package org.peyk.examples.quickstart;

import java.util.regex.Pattern;

/** Hides the local part of every mail address in a text, but for its first character. */
final class Mask {

    private static final Pattern ADDRESS =
            Pattern.compile("([\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]*(@[\\p{L}\\p{N}.-]+)");

    private Mask() {}

    static String addresses(String text) {
        return ADDRESS.matcher(text).replaceAll("$1…$2");
    }
}
