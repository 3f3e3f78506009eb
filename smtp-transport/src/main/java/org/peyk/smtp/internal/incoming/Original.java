package org.peyk.smtp.internal.incoming;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a report gives back of the mail it is about: its Message-ID, by which we know it, and to whom it went.
 *
 * @param messageIds Message-IDs, most likely one
 * @param recipients addresses of its To header
 */
record Original(List<String> messageIds, List<String> recipients) {
    private static final Pattern MESSAGE_ID =
            Pattern.compile("(?im)^[ \\t>]*Message-ID:[ \\t]*\\r?\\n?[ \\t>]*(<[^<>\\s]{1,500}>)");
    private static final Pattern TO = Pattern.compile("(?im)^[ \\t>]{0,8}To:([^\\n]{0,400})");

    static Original of(Part mail, ReportText text) {
        List<String> ids = new ArrayList<>();
        List<String> to = new ArrayList<>();
        for (Part part : mail.own()) {
            String type = part.mediaType();
            if (type.equals("text/rfc822-headers") || type.equals("message/rfc822-headers")) {
                byte[] content = part.content();
                add(new Headers(content, 0, content.length), ids, to);
            } else if (type.startsWith("message/")) {
                part.children().forEach(child -> add(child.headers(), ids, to));
                if (part.children().isEmpty() || ids.isEmpty()) {
                    addWords(new String(part.firstBytes(16 * 1024), StandardCharsets.ISO_8859_1), ids, to);
                }
            }
        }
        if (ids.isEmpty()) {
            addWords(text.copy(), ids, to);
        }
        return new Original(ids, to);
    }

    private static void add(Headers headers, List<String> ids, List<String> to) {
        ids.addAll(Addresses.messageIds(headers.raw("message-id"), 1));
        to.addAll(Addresses.in(headers.text("to"), 10));
    }

    private static void addWords(String text, List<String> ids, List<String> to) {
        Matcher id = MESSAGE_ID.matcher(text);
        if (ids.isEmpty() && id.find()) {
            ids.add(id.group(1));
        }
        Matcher m = TO.matcher(text);
        if (to.isEmpty() && m.find()) {
            to.addAll(Addresses.in(m.group(1), 10));
        }
    }
}
