package org.peyk.kvkk.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The simple rules of a mail's style sheets that take elements out of sight: those for one class or one id, outside of media queries. */
final class HtmlStyles {

    private final Set<String> hiddenClasses = new HashSet<>();
    private final Set<String> hiddenIds = new HashSet<>();

    /** Whether a rule takes the element out of sight. */
    boolean hide(Element element) {
        if (!hiddenIds.isEmpty() && hiddenIds.contains(element.id())) {
            return true;
        }
        if (!hiddenClasses.isEmpty()) {
            for (String name : element.classNames()) {
                if (hiddenClasses.contains(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Takes over the rules of a style sheet. Linear in its length. */
    void addSheet(String css) {
        int from = 0;
        while (from < css.length()) {
            int open = css.indexOf('{', from);
            if (open < 0) {
                return;
            }
            String selectors = css.substring(from, open);
            if (selectors.indexOf('@') >= 0) {
                from = behindBlock(css, open);
                continue;
            }
            int close = css.indexOf('}', open);
            int end = close < 0 ? css.length() : close;
            if (HtmlLook.hides(declarations(css.substring(open + 1, end)))) {
                addSelectors(selectors);
            }
            from = end + 1;
        }
    }

    private static int behindBlock(String css, int open) {
        int depth = 0;
        for (int i = open; i < css.length(); i++) {
            char c = css.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i + 1;
            }
        }
        return css.length();
    }

    private void addSelectors(String selectors) {
        int from = 0;
        while (from <= selectors.length()) {
            int comma = selectors.indexOf(',', from);
            int to = comma < 0 ? selectors.length() : comma;
            String selector = selectors.substring(from, to).strip();
            int mark = Math.max(selector.indexOf('.'), selector.indexOf('#'));
            if (mark >= 0 && isName(selector, mark + 1)) {
                (selector.charAt(mark) == '.' ? hiddenClasses : hiddenIds).add(selector.substring(mark + 1));
            }
            from = to + 1;
        }
    }

    private static boolean isName(String selector, int from) {
        for (int i = from; i < selector.length(); i++) {
            char c = selector.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '-' && c != '_') {
                return false;
            }
        }
        return from < selector.length();
    }

    /** The declarations of a style attribute or a rule: properties and values in lower case, without {@code !important}. */
    static Map<String, String> declarations(String style) {
        if (style.isEmpty()) {
            return Map.of();
        }
        Map<String, String> map = new HashMap<>();
        int from = 0;
        while (from < style.length()) {
            int semicolon = style.indexOf(';', from);
            int to = semicolon < 0 ? style.length() : semicolon;
            int colon = style.indexOf(':', from);
            if (colon >= 0 && colon < to) {
                String property = style.substring(from, colon).strip().toLowerCase(Locale.ROOT);
                String value =
                        style.substring(colon + 1, to).toLowerCase(Locale.ROOT).replace("!important", "");
                map.put(property, value.strip());
            }
            from = to + 1;
        }
        return map;
    }
}
