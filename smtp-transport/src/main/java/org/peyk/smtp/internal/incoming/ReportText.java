package org.peyk.smtp.internal.incoming;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a mail, parted into what the sender of a report says and the copy of the original that often follows.
 *
 * @param said the words before the copy
 * @param copy the copy, empty when there is none in the text
 */
record ReportText(String said, String copy) {
    private static final int MAX_TEXT = 64 * 1024;
    private static final Pattern COPY = Pattern.compile(
            "(?im)^[ \\t*=_>-]{0,60}(?:(?:this is|below is|below this line is|here is) (?:a|the) copy of (?:the|your|my)"
                    + "|(?:the )?(?:original|returned|unsent|undelivered|bounced|unsendable) (?:message|mail)\\b"
                    + "|(?:original )?message headers? follow|message (?:header|text|contents?) follows?"
                    + "|(?:orijinal|ozgun|özgün) (?:ileti|mesaj)|(?:the )?header of (?:the )?original message).*$"
                    + "|^(?:Received|Return-Path|Message-ID|DKIM-Signature|MIME-Version|Delivered-To):\\s");

    private static final Pattern CODE_BEGIN = Pattern.compile("(?i)<(?:script|style)\\b");
    private static final Pattern CODE_END = Pattern.compile("(?i)</(?:script|style)[ \\t\\n]{0,20}>");
    private static final Pattern NEXT_RECIPIENT = Pattern.compile("(?m)^[ \\t]{0,8}<?" + Addresses.ADDRESS + ">?:");

    /** Reads the first text of a mail. Further texts are the same in another language or form, or the copy. */
    static ReportText of(Part mail) {
        List<Part> texts = mail.own().stream().filter(ReportText::isWords).toList();
        if (!texts.isEmpty()) {
            return split(texts.get(0).text(MAX_TEXT));
        }
        return mail.own().stream()
                .filter(p -> p.mediaType().equals("text/html"))
                .findFirst()
                .map(p -> split(withoutTags(p.text(MAX_TEXT))))
                .orElse(new ReportText("", ""));
    }

    /** A multipart that cannot be parted, for its boundary is not the one it names, is read as it stands. */
    private static boolean isWords(Part part) {
        return part.mediaType().equals("text/plain")
                || (part.mediaType().startsWith("multipart/") && part.children().isEmpty());
    }

    /** The words about one recipient: from where it is named up to the next address on a line of its own, or some lines on. */
    String about(String recipient) {
        int from = said.indexOf(recipient);
        if (from < 0) {
            return "";
        }
        int end = Math.min(said.length(), from + 600);
        int nextLine = said.indexOf('\n', from);
        Matcher next = NEXT_RECIPIENT.matcher(said);
        if (nextLine >= 0 && next.find(nextLine) && next.start() < end && next.start() > from) {
            end = next.start();
        }
        return said.substring(from, end);
    }

    private static ReportText split(String text) {
        Matcher copy = COPY.matcher(text);
        int from = 0;
        while (copy.find(from)) {
            // a report that begins with such a line says everything behind it
            if (!text.substring(0, copy.start()).isBlank()) {
                return new ReportText(text.substring(0, copy.start()), text.substring(copy.start()));
            }
            from = copy.end();
        }
        return new ReportText(text, "");
    }

    private static String withoutCode(String html) {
        StringBuilder words = new StringBuilder(html.length());
        Matcher open = CODE_BEGIN.matcher(html);
        Matcher close = CODE_END.matcher(html);
        int at = 0;
        while (open.find(at)) {
            words.append(html, at, open.start()).append(' ');
            if (!close.find(open.end())) {
                return words.toString();
            }
            at = close.end();
        }
        return words.append(html, at, html.length()).toString();
    }

    private static String withoutTags(String html) {
        return withoutCode(html)
                .replaceAll("(?i)<(?:br|p|div|tr|li|h\\d)\\b[^<>]{0,500}>", "\n")
                .replaceAll("<[/a-zA-Z!][^<>@]{0,500}>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&#64;", "@")
                .replace("&amp;", "&");
    }
}
