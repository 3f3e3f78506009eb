package org.peyk.kvkk.internal;

import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * How an element looks, as far as it decides whether a reader sees its text.
 *
 * @param gone whether it, or an element around it, is not displayed at all
 * @param colour colour of its text, 0xRRGGBB
 * @param background colour behind it
 */
record HtmlLook(boolean gone, int colour, int background) {

    /** A page before anything is said. */
    static final HtmlLook PAGE = new HtmlLook(false, 0x000000, 0xFFFFFF);

    private static final int ALIKE = 0x10;
    private static final int UNKNOWN = -1;

    private static final Map<String, Integer> COLOURS = Map.of(
            "white", 0xFFFFFF, "black", 0x000000, "red", 0xFF0000, "green", 0x008000, "blue", 0x0000FF, "yellow",
            0xFFFF00, "gray", 0x808080, "grey", 0x808080, "silver", 0xC0C0C0, "navy", 0x000080);

    /** Whether a reader does not see the text: it is not displayed, or written in the colour of what is behind it. */
    boolean hidden() {
        return gone || alike(colour, background);
    }

    private static boolean alike(int a, int b) {
        return Math.abs((a >> 16 & 0xFF) - (b >> 16 & 0xFF)) <= ALIKE
                && Math.abs((a >> 8 & 0xFF) - (b >> 8 & 0xFF)) <= ALIKE
                && Math.abs((a & 0xFF) - (b & 0xFF)) <= ALIKE;
    }

    /** The look of an element inside one that looks like this. */
    HtmlLook inside(Element element, HtmlStyles styles) {
        Map<String, String> style = HtmlStyles.declarations(element.attr("style"));
        boolean goneNow = gone
                || element.hasAttr("hidden")
                || element.attr("type").equalsIgnoreCase("hidden")
                || hides(style)
                || styles.hide(element);
        int text = firstKnown(colourOf(style.getOrDefault("color", "")), colourOf(element.attr("color")), colour);
        int behind = firstKnown(
                colourOf(style.getOrDefault("background-color", "")),
                firstKnown(colourOf(style.getOrDefault("background", "")), colourOf(element.attr("bgcolor")), UNKNOWN),
                background);
        return new HtmlLook(goneNow, text, behind);
    }

    /** Whether declarations take an element out of sight. */
    static boolean hides(Map<String, String> style) {
        String visibility = style.getOrDefault("visibility", "");
        return style.getOrDefault("display", "").equals("none")
                || visibility.equals("hidden")
                || visibility.equals("collapse")
                || isZero(style.get("opacity"), 0.01)
                || isZero(style.get("font-size"), 1.01)
                || isZero(style.get("max-height"), 0.01)
                || isZero(style.get("max-width"), 0.01)
                || (isZero(style.get("height"), 0.01)
                        && style.getOrDefault("overflow", "").equals("hidden"))
                || style.getOrDefault("mso-hide", "").equals("all")
                || style.getOrDefault("color", "").equals("transparent")
                || isFarOut(style.get("text-indent"))
                || isFarOut(style.get("left"))
                || isFarOut(style.get("top"));
    }

    private static boolean isZero(@org.jspecify.annotations.Nullable String value, double limit) {
        double number = number(value);
        return !Double.isNaN(number)
                && number >= 0
                && number < limit
                && !String.valueOf(value).endsWith("em");
    }

    private static boolean isFarOut(@org.jspecify.annotations.Nullable String value) {
        double number = number(value);
        return !Double.isNaN(number) && number <= -500;
    }

    private static double number(@org.jspecify.annotations.Nullable String value) {
        if (value == null) {
            return Double.NaN;
        }
        int end = 0;
        while (end < value.length() && end < 12 && "+-.0123456789".indexOf(value.charAt(end)) >= 0) {
            end++;
        }
        try {
            return end == 0 ? Double.NaN : Double.parseDouble(value.substring(0, end));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static int firstKnown(int a, int b, int otherwise) {
        if (a != UNKNOWN) {
            return a;
        }
        return b != UNKNOWN ? b : otherwise;
    }

    private static int colourOf(String value) {
        String v = value.strip().toLowerCase(Locale.ROOT);
        if (v.startsWith("#")) {
            return hex(v.substring(1));
        }
        if (v.startsWith("rgb(")) {
            return rgb(v.substring(4));
        }
        int space = v.indexOf(' ');
        Integer named = COLOURS.get(space < 0 ? v : v.substring(0, space));
        return named == null ? UNKNOWN : named;
    }

    private static int hex(String digits) {
        int length = 0;
        while (length < digits.length() && Character.digit(digits.charAt(length), 16) >= 0) {
            length++;
        }
        if (length == 6) {
            return Integer.parseInt(digits.substring(0, 6), 16);
        }
        if (length == 3) {
            int v = Integer.parseInt(digits.substring(0, 3), 16);
            return (((v >> 8) * 17) << 16) | ((((v >> 4) & 0xF) * 17) << 8) | ((v & 0xF) * 17);
        }
        return UNKNOWN;
    }

    private static int rgb(String rest) {
        int value = 0;
        int from = 0;
        for (int i = 0; i < 3; i++) {
            int to = from;
            while (to < rest.length() && (rest.charAt(to) == ' ' || Character.digit(rest.charAt(to), 10) >= 0)) {
                to++;
            }
            double part = number(rest.substring(from, to).strip());
            if (Double.isNaN(part) || part > 255) {
                return UNKNOWN;
            }
            value = value << 8 | (int) part;
            from = Math.min(to + 1, rest.length());
        }
        return value;
    }
}
