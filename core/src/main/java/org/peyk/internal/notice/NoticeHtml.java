package org.peyk.internal.notice;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text as simple HTML: paragraphs, line ends, and links that can be followed. Everything of the text is escaped first. */
final class NoticeHtml {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+");

    private NoticeHtml() {}

    static String of(String text, String language) {
        StringBuilder b = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
                .append(language)
                .append("\"><body>\n");
        for (String paragraph : text.strip().split("\n\\s*\n")) {
            b.append("<p>").append(linked(paragraph).replace("\n", "<br>\n")).append("</p>\n");
        }
        return b.append("</body></html>\n").toString();
    }

    private static String linked(String paragraph) {
        StringBuilder b = new StringBuilder();
        Matcher m = LINK.matcher(paragraph);
        int at = 0;
        while (m.find()) {
            String link = escape(m.group());
            b.append(escape(paragraph.substring(at, m.start())));
            b.append("<a href=\"").append(link).append("\">").append(link).append("</a>");
            at = m.end();
        }
        return b.append(escape(paragraph.substring(at))).toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
