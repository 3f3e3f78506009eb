package org.peyk.kvkk.document.internal.redact;

/** The five entities of XML and character references (XML 1.0, 4.1 and 4.6). */
final class Entities {
    private static final int LONGEST = 10;

    private Entities() {}

    static String decode(String raw) {
        int at = raw.indexOf('&');
        if (at < 0) {
            return raw;
        }
        StringBuilder text = new StringBuilder(raw.length());
        int from = 0;
        while (at >= 0) {
            int end = raw.indexOf(';', at);
            if (end < 0 || end - at > LONGEST) {
                text.append(raw, from, at + 1);
                from = at + 1;
            } else {
                text.append(raw, from, at).append(one(raw.substring(at + 1, end), raw.substring(at, end + 1)));
                from = end + 1;
            }
            at = raw.indexOf('&', from);
        }
        return text.append(raw, from, raw.length()).toString();
    }

    private static String one(String name, String whole) {
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> name.startsWith("#") ? reference(name.substring(1), whole) : whole;
        };
    }

    private static String reference(String number, String whole) {
        try {
            int code = number.startsWith("x") ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
            return Character.isValidCodePoint(code) ? Character.toString(code) : whole;
        } catch (NumberFormatException e) {
            return whole;
        }
    }

    static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n' -> out.append("&#10;");
                case '\r' -> out.append("&#13;");
                case '\t' -> out.append("&#9;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
