package org.peyk.smtp.internal.incoming;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail, or a part of one, read without trust: depth, number of parts and size of texts are bounded, and what is malformed is taken as far
 * as it goes.
 */
final class Part {
    private static final int MAX_DEPTH = 12;
    private static final int MAX_PARTS = 200;
    private static final Pattern TYPE = Pattern.compile("\\s*([A-Za-z0-9!#$&^_.+-]+)\\s*/\\s*([A-Za-z0-9!#$&^_.+-]+)");

    private final byte[] bytes;
    private final int to;
    private final Headers headers;
    private final List<Part> children = new ArrayList<>();

    private Part(byte[] bytes, int from, int to, int depth, int[] left) {
        this.bytes = bytes;
        this.to = to;
        this.headers = new Headers(bytes, from, to);
        String type = mediaType();
        if (depth >= MAX_DEPTH) {
            return;
        }
        if (type.startsWith("multipart/")) {
            split(parameter("boundary"), depth, left);
        } else if (type.equals("message/rfc822") || type.equals("message/global") || type.equals("message/partial")) {
            byte[] inner = content();
            if (left[0]-- > 0) {
                children.add(new Part(inner, 0, inner.length, depth + 1, left));
            }
        }
    }

    static Part parse(byte[] mail) {
        return new Part(mail, 0, mail.length, 0, new int[] {MAX_PARTS});
    }

    private void split(String boundary, int depth, int[] left) {
        if (boundary.isEmpty()) {
            return;
        }
        byte[] delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        int begin = -1;
        int at = headers.end();
        while (at < to && left[0] > 0) {
            int end = Lines.end(bytes, at, to);
            int next = Lines.next(bytes, end, to);
            if (end - at >= delimiter.length
                    && Arrays.equals(bytes, at, at + delimiter.length, delimiter, 0, delimiter.length)) {
                String rest = new String(
                                bytes, at + delimiter.length, end - at - delimiter.length, StandardCharsets.ISO_8859_1)
                        .strip();
                // another boundary may begin with this one
                if (rest.isEmpty() || rest.equals("--")) {
                    if (begin >= 0) {
                        add(begin, at, depth, left);
                    }
                    begin = next;
                    if (!rest.isEmpty()) {
                        return;
                    }
                }
            }
            at = next;
        }
        if (begin >= 0 && begin < to) {
            add(begin, to, depth, left);
        }
    }

    private void add(int from, int end, int depth, int[] left) {
        if (left[0]-- > 0) {
            // the line end before a delimiter belongs to the delimiter
            int stop = end > from && bytes[end - 1] == '\n' ? end - 1 : end;
            stop = stop > from && bytes[stop - 1] == '\r' ? stop - 1 : stop;
            children.add(new Part(bytes, from, stop, depth + 1, left));
        }
    }

    Headers headers() {
        return headers;
    }

    List<Part> children() {
        return children;
    }

    /** Media type in lower case; {@code text/plain} when none is given (RFC 2045 section 5.2). */
    String mediaType() {
        Matcher type = TYPE.matcher(headers.raw("content-type"));
        return type.lookingAt() ? (type.group(1) + "/" + type.group(2)).toLowerCase(Locale.ROOT) : "text/plain";
    }

    /** A parameter of the content type, without quotes; empty when there is none. */
    String parameter(String name) {
        Matcher m = Pattern.compile(
                        ";\\s*" + Pattern.quote(name) + "\\s*=\\s*(?:\"([^\"]{0,200})\"|([^;\\s\"]{1,200}))",
                        Pattern.CASE_INSENSITIVE)
                .matcher(headers.raw("content-type"));
        if (!m.find()) {
            return "";
        }
        return m.group(1) != null ? m.group(1) : m.group(2);
    }

    /** The content with its transfer encoding undone. */
    byte[] content() {
        return TransferEncoding.decode(bytes, headers.end(), to, headers.raw("content-transfer-encoding"));
    }

    /** The first bytes after the header as they came, without carriage returns, which differ from store to store. */
    byte[] firstBytes(int most) {
        byte[] first = new byte[Math.max(0, Math.min(most, to - headers.end()))];
        int n = 0;
        for (int i = headers.end(); i < to && n < first.length; i++) {
            if (bytes[i] != '\r') {
                first[n++] = bytes[i];
            }
        }
        return Arrays.copyOf(first, n);
    }

    /** The content as text, cut to a length. */
    String text(int most) {
        byte[] content = content();
        byte[] head = content.length > most ? Arrays.copyOf(content, most) : content;
        return Charsets.decode(head, parameter("charset")).replace("\r", "");
    }

    /** This part and all below it, but for what is inside of enclosed mails: what the mail itself says. */
    List<Part> own() {
        List<Part> all = new ArrayList<>();
        collect(all);
        return all;
    }

    private void collect(List<Part> all) {
        all.add(this);
        if (!mediaType().startsWith("message/")) {
            children.forEach(child -> child.collect(all));
        }
    }
}
