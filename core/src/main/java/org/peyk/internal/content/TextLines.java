package org.peyk.internal.content;

/** Puts text together line by line: white space is folded, breaks are owed until something visible follows. */
final class TextLines {

    private static final int MOST = 2;

    private final StringBuilder out = new StringBuilder();

    /** Line breaks before the next visible character. */
    private int owed;

    /** A blank before the next visible character. */
    private boolean blank;

    /** A list mark was just written; the item begins on its line whatever it begins with. */
    private boolean marked;

    private int preformatted;
    private int oneLine;

    /** Text whose white space means nothing, unless it is {@link #preformatted}. */
    void flow(String text) {
        if (preformatted > 0 && oneLine == 0) {
            String[] parts = text.split("\n", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    lineBreak();
                }
                if (!parts[i].isBlank()) {
                    put(parts[i].replace("\r", ""));
                }
            }
            return;
        }
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean end = i == text.length();
            if (end || isSpace(text.charAt(i))) {
                if (i > start) {
                    put(text.substring(start, i));
                }
                blank |= !end;
                start = i + 1;
            }
        }
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00a0' || Character.isWhitespace(c);
    }

    /** A list mark, which begins a line. */
    void mark(String mark) {
        put(mark);
        marked = true;
    }

    /** Text as it is. */
    void put(String text) {
        if (out.length() > 0 && owed > 0) {
            trim();
            out.append("\n".repeat(owed));
        } else if (blank && needsBlank(text)) {
            out.append(' ');
        }
        owed = 0;
        blank = false;
        marked = false;
        out.append(text);
    }

    private boolean needsBlank(String text) {
        return out.length() > 0 && out.charAt(out.length() - 1) != ' ' && !text.startsWith(" ");
    }

    /** One more line break. */
    void lineBreak() {
        breaks(owed + 1);
    }

    /** At least so many line breaks; two leave an empty line. */
    void breaks(int lines) {
        if (oneLine > 0) {
            blank = true;
        } else if (!marked) {
            owed = Math.max(owed, Math.min(lines, MOST));
            blank = false;
        }
    }

    void preformatted(boolean begins) {
        preformatted += begins ? 1 : -1;
    }

    /** Whether what follows has to stay on its line, as the cells of a table. */
    void oneLine(boolean begins) {
        oneLine = Math.max(0, oneLine + (begins ? 1 : -1));
    }

    String text() {
        trim();
        return out.toString().strip();
    }

    private void trim() {
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == ' ') {
            end--;
        }
        out.setLength(end);
    }
}
