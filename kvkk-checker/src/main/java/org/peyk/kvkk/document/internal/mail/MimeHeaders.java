package org.peyk.kvkk.document.internal.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.peyk.kvkk.document.internal.text.TextEncoding;

/** The headers of a mail or of one of its parts. */
final class MimeHeaders {
    private static final int MOST = 1_000;
    private static final int MOST_PIECES = 100;

    /** A header; its name in lower case. */
    record Header(String name, String value) {}

    private final List<Header> all;
    private final int bodyStart;

    private MimeHeaders(List<Header> all, int bodyStart) {
        this.all = all;
        this.bodyStart = bodyStart;
    }

    static MimeHeaders of(byte[] mail, int from, int to) {
        List<Header> headers = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int line = from;
        while (line < to) {
            int end = line;
            while (end < to && mail[end] != '\n') {
                end++;
            }
            int stop = end > line && mail[end - 1] == '\r' ? end - 1 : end;
            if (stop == line) {
                add(headers, open);
                return new MimeHeaders(headers, Math.min(end + 1, to));
            }
            String text = text(mail, line, stop);
            boolean folded = text.charAt(0) == ' ' || text.charAt(0) == '\t';
            if (!folded) {
                add(headers, open);
            }
            open.append(folded ? " " : "").append(text.strip());
            line = end + 1;
        }
        add(headers, open);
        return new MimeHeaders(headers, to);
    }

    /** Headers are ASCII, or UTF-8 where both ends know it (RFC 6532); old programs write their code page. */
    private static String text(byte[] mail, int from, int to) {
        byte[] line = java.util.Arrays.copyOfRange(mail, from, to);
        TextEncoding encoding = TextEncoding.of(line);
        return new String(
                line,
                encoding.charset().equals(StandardCharsets.UTF_8) ? StandardCharsets.UTF_8 : TextEncoding.TURKISH);
    }

    private static void add(List<Header> headers, StringBuilder open) {
        String line = open.toString();
        open.setLength(0);
        int colon = line.indexOf(':');
        if (colon > 0 && headers.size() < MOST) {
            headers.add(new Header(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip()));
        }
    }

    List<Header> all() {
        return all;
    }

    int bodyStart() {
        return bodyStart;
    }

    /** The first header of a name, or an empty text. */
    String value(String name) {
        return all.stream()
                .filter(h -> h.name().equals(name))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }

    String decoded(String name) {
        return MimeWords.decode(value(name));
    }

    /** The media type in lower case, without parameters. */
    String type() {
        String value = value("content-type");
        int semicolon = value.indexOf(';');
        return (semicolon < 0 ? value : value.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }

    /** The charset that is declared; without one, the one that the bytes show. */
    Charset charset(byte[] body) {
        String declared = parameter("content-type", "charset");
        boolean tellsNothing = declared.isEmpty() || declared.equalsIgnoreCase("us-ascii");
        return tellsNothing ? TextEncoding.of(body).charset() : MimeWords.charset(declared);
    }

    /** The name of the file that a part is, or an empty text. */
    String fileName() {
        String name = parameter("content-disposition", "filename");
        return MimeWords.decode(name.isEmpty() ? parameter("content-type", "name") : name);
    }

    /** A parameter of a header, put together from its pieces (RFC 2231, 3 and 4), or an empty text. */
    String parameter(String header, String name) {
        Map<String, String> parameters = parameters(value(header));
        String whole = parameters.get(name);
        if (whole != null) {
            return whole;
        }
        String extended = parameters.get(name + "*");
        if (extended != null) {
            return MimeWords.extended(extended);
        }
        StringBuilder pieces = new StringBuilder();
        boolean encoded = false;
        for (int i = 0; i < MOST_PIECES; i++) {
            String plain = parameters.get(name + "*" + i);
            String percent = parameters.get(name + "*" + i + "*");
            if (plain == null && percent == null) {
                break;
            }
            encoded |= percent != null;
            pieces.append(percent != null ? percent : plain);
        }
        return encoded ? MimeWords.extended(pieces.toString()) : pieces.toString();
    }

    private static Map<String, String> parameters(String value) {
        Map<String, String> parameters = new LinkedHashMap<>();
        int at = value.indexOf(';');
        while (at >= 0 && at < value.length()) {
            int equals = value.indexOf('=', at);
            if (equals < 0) {
                break;
            }
            String name = value.substring(at + 1, equals).strip().toLowerCase(Locale.ROOT);
            StringBuilder text = new StringBuilder();
            int i = equals + 1;
            while (i < value.length() && value.charAt(i) == ' ') {
                i++;
            }
            if (i < value.length() && value.charAt(i) == '"') {
                i++;
                while (i < value.length() && value.charAt(i) != '"') {
                    i += value.charAt(i) == '\\' && i + 1 < value.length() ? 1 : 0;
                    text.append(value.charAt(i++));
                }
                at = value.indexOf(';', i);
            } else {
                at = value.indexOf(';', i);
                text.append(value, i, at < 0 ? value.length() : at);
            }
            parameters.putIfAbsent(name, text.toString().strip());
        }
        return parameters;
    }
}
