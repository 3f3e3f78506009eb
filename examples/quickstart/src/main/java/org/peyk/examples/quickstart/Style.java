package org.peyk.examples.quickstart;

/** How a text looks on a terminal with colours. */
enum Style {
    PLAIN(""),
    TITLE("\u001b[1;36m"),
    CHAPTER("\u001b[1m"),
    GOOD("\u001b[32m"),
    BAD("\u001b[31m"),
    DIM("\u001b[2m");

    private static final String RESET = "\u001b[0m";

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String paint(String text, boolean colours) {
        return colours && !code.isEmpty() ? code + text + RESET : text;
    }
}
