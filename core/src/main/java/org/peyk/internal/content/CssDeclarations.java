package org.peyk.internal.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps those declarations of a {@code style} attribute that only change how visible text looks. Nothing that loads, runs, covers, moves
 * or hides: what the approver sees is what the recipient gets.
 */
final class CssDeclarations {

    private static final Set<String> PROPERTIES = Set.of(
            "background",
            "background-color",
            "border",
            "border-bottom",
            "border-collapse",
            "border-color",
            "border-left",
            "border-radius",
            "border-right",
            "border-spacing",
            "border-style",
            "border-top",
            "border-width",
            "caption-side",
            "color",
            "direction",
            "display",
            "font",
            "font-family",
            "font-size",
            "font-style",
            "font-variant",
            "font-weight",
            "height",
            "letter-spacing",
            "line-height",
            "list-style",
            "list-style-type",
            "margin",
            "margin-bottom",
            "margin-left",
            "margin-right",
            "margin-top",
            "max-width",
            "min-width",
            "padding",
            "padding-bottom",
            "padding-left",
            "padding-right",
            "padding-top",
            "table-layout",
            "text-align",
            "text-decoration",
            "text-transform",
            "vertical-align",
            "white-space",
            "width",
            "word-break",
            "word-spacing",
            "word-wrap",
            "overflow-wrap");

    /** The functions that name a colour; any other function is unknown to us and dropped. */
    private static final Pattern COLOUR = Pattern.compile("(?:rgb|hsl)a?\\([0-9.,%\\s/+-]*\\)");

    /** Words, numbers with units, hexadecimal colours and quoted names. No backslash, as it can spell any word; no colon, no bracket. */
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9#%.,+/\\s'\"!-]*");

    private static final Pattern NEGATIVE = Pattern.compile("(?:^|[\\s,])-\\s*[.\\d]");

    private static final Pattern INVISIBLE = Pattern.compile("transparent"
            // a fourth component of zero, or one after a slash
            + "|\\((?:[^,/)]*,){3}\\s*0*\\.?0*%?\\s*\\)|/\\s*0*\\.?0*%?\\s*\\)"
            // hexadecimal colours with a transparency of their own
            + "|#(?:[0-9a-f]{8}|[0-9a-f]{4})(?![0-9a-f])");

    /** Below five points, four tenths of the size around, or without a unit, which only zero may be. */
    private static final Pattern TINY = Pattern.compile(
            "(?:^|\\s)(?:\\+?0*[0-4]?(?:\\.\\d+)?(?:px|pt)|\\+?0*\\.[0-3]\\d*(?:em|rem)|\\+?[0-3]?\\d(?:\\.\\d+)?%"
                    + "|\\+?0+(?:\\.0*)?[a-z%]*)(?=[\\s/!]|$)");

    /** No style that a person wrote is longer. */
    private static final int LONGEST = 4_000;

    private static final Set<String> DISPLAYS = Set.of(
            "block",
            "inline",
            "inline-block",
            "list-item",
            "table",
            "table-cell",
            "table-row",
            "table-row-group",
            "table-header-group",
            "table-footer-group",
            "table-caption");

    /** What was kept, and how many declarations were not. */
    record Kept(String style, int dropped) {}

    private CssDeclarations() {}

    static Kept keep(String style) {
        if (style.length() > LONGEST) {
            return new Kept("", 1);
        }
        List<String> kept = new ArrayList<>();
        int dropped = 0;
        for (String declaration : split(style)) {
            if (declaration.isBlank()) {
                continue;
            }
            int colon = declaration.indexOf(':');
            String property = colon < 0
                    ? ""
                    : Letters.fold(declaration.substring(0, colon)).strip();
            String value = declaration.substring(colon + 1).strip();
            if (PROPERTIES.contains(property) && harmless(property, Letters.fold(value))) {
                kept.add(property + ": " + value);
            } else {
                dropped++;
            }
        }
        return new Kept(String.join("; ", kept), dropped);
    }

    private static boolean harmless(String property, String value) {
        String plain = COLOUR.matcher(value).replaceAll("colour");
        if (value.isEmpty()
                || !PLAIN.matcher(plain).matches()
                || NEGATIVE.matcher(plain).find()) {
            return false;
        }
        return switch (property) {
            case "display" -> DISPLAYS.contains(value.replaceFirst("\\s*!\\s*important$", ""));
            case "color" -> !INVISIBLE.matcher(value).find();
            case "font", "font-size", "line-height" -> !TINY.matcher(value).find();
            default -> true;
        };
    }

    /** Semicolons in quotes and brackets separate nothing. */
    private static List<String> split(String style) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        char quote = 0;
        int depth = 0;
        for (int i = 0; i < style.length(); i++) {
            char c = style.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == ';' && depth <= 0) {
                parts.add(part.toString());
                part.setLength(0);
                continue;
            }
            part.append(c);
        }
        parts.add(part.toString());
        return parts;
    }
}
