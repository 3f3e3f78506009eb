package org.peyk.kvkk.document.internal.html;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.peyk.kvkk.document.internal.Reading;

/** Texts in the attributes of elements, which recipients find in the source. */
final class HtmlAttributes {
    /** Attributes that only say how something looks or behaves. */
    private static final Set<String> LOOKS = Set.of(
            "style",
            "class",
            "width",
            "height",
            "align",
            "valign",
            "bgcolor",
            "background",
            "border",
            "cellpadding",
            "cellspacing",
            "color",
            "face",
            "size",
            "lang",
            "xml:lang",
            "dir",
            "rel",
            "type",
            "target",
            "role",
            "tabindex",
            "charset",
            "http-equiv",
            "colspan",
            "rowspan",
            "for",
            "method",
            "enctype",
            "media",
            "sizes",
            "loading",
            "xmlns",
            "hspace",
            "vspace",
            "nowrap",
            "hidden",
            "scope",
            "headers",
            "link",
            "vlink",
            "alink",
            "text",
            "crossorigin",
            "integrity",
            "async",
            "defer",
            "version");

    private final Reading reading;

    HtmlAttributes(Reading reading) {
        this.reading = reading;
    }

    void read(Element element) {
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey().toLowerCase(Locale.ROOT);
            if (!LOOKS.contains(name) && !name.startsWith("xmlns:") && !name.startsWith("on")) {
                value(name, attribute.getValue().strip());
            } else if (name.startsWith("on")) {
                reading.segment(attribute.getValue(), true, List.of("betik"));
            }
        }
    }

    private void value(String name, String value) {
        String place = name.equals("href") ? "bağlantı adresi" : "öznitelik " + name;
        if (value.regionMatches(true, 0, "data:", 0, 5)) {
            data(value, place);
        } else {
            reading.segment(value, true, List.of(place));
        }
    }

    /** A file inside of the page (RFC 2397): texts are read, pictures named. */
    private void data(String uri, String place) {
        int comma = uri.indexOf(',');
        String head = uri.substring(5, comma < 0 ? uri.length() : comma).toLowerCase(Locale.ROOT);
        if (comma < 0) {
            reading.segment(uri, true, List.of(place));
        } else if (head.startsWith("image/") && !head.startsWith("image/svg")) {
            reading.picture();
        } else {
            String body = uri.substring(comma + 1);
            reading.embedded("data", head.endsWith(";base64") ? base64(body) : percent(body));
        }
    }

    private static byte[] base64(String body) {
        try {
            return Base64.getMimeDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            return body.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static byte[] percent(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        int out = 0;
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            if (bytes[i] == '%' && high >= 0 && low >= 0) {
                bytes[out++] = (byte) (high * 16 + low);
                i += 2;
            } else {
                bytes[out++] = bytes[i];
            }
        }
        return Arrays.copyOf(bytes, out);
    }
}
