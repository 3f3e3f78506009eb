package org.peyk.kvkk.document.internal.redact;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The XML of a part, taken into pieces that give the same XML again when nothing is changed, but for comments and instructions. It was read by a real parser before, so it
 * is known to be well-formed; here only the places of texts and attributes count.
 */
final class Markup {

    /** A piece in the order of the file. */
    static final class Piece {
        /** Kinds of pieces. */
        enum Kind {
            OPEN,
            CLOSE,
            TEXT,
            OTHER
        }

        /** What it is; what was rewritten is neither element nor text any more. */
        Kind kind;
        /** Local name of an element; empty for what is none. */
        final String name;
        /** The name as written, with its prefix. */
        final String qualified;
        /** Whether an opened element is closed by the same tag. */
        final boolean empty;
        /** Values of attributes by their names as written. */
        final Map<String, Value> attributes = new LinkedHashMap<>();
        /** What is written, in turns of raw text and values. */
        private final List<Object> written = new ArrayList<>();

        private Piece(Kind kind, String qualified, boolean empty) {
            this.kind = kind;
            this.qualified = qualified;
            this.name = local(qualified);
            this.empty = empty;
        }

        /** The value of an attribute by its local name, or null. */
        @Nullable
        Value attribute(String localName) {
            for (Map.Entry<String, Value> entry : attributes.entrySet()) {
                if (local(entry.getKey()).equals(localName)) {
                    return entry.getValue();
                }
            }
            return null;
        }

        /** The same as text; empty when it is not there. */
        String valueOf(String localName) {
            Value value = attribute(localName);
            return value == null ? "" : value.text();
        }

        /** The text of a piece of that kind. */
        Value text() {
            return (Value) written.get(0);
        }

        /** Gives an opened element that has attributes one more, or one of its own another value. */
        void put(String name, String value) {
            Value there = attributes.get(name);
            if (there != null) {
                there.replace(value);
            } else if (!attributes.isEmpty()) {
                written.add(written.size() - 1, ' ' + name + "=\"" + Entities.encode(value) + '"');
            }
        }

        /** Writes something else in its place. */
        void rewrite(String xml) {
            kind = Kind.OTHER;
            attributes.clear();
            written.clear();
            written.add(xml);
        }
    }

    private final List<Piece> pieces = new ArrayList<>();
    private final Charset charset;
    private final int mark;
    private final byte[] original;

    private Markup(Charset charset, int mark, byte[] original) {
        this.charset = charset;
        this.mark = mark;
        this.original = original;
    }

    static Markup of(byte[] bytes) {
        Charset charset = StandardCharsets.UTF_8;
        int mark = 0;
        if (bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            mark = 3;
        } else if (bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            charset = StandardCharsets.UTF_16LE;
            mark = 2;
        } else if (bytes.length > 1 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            charset = StandardCharsets.UTF_16BE;
            mark = 2;
        }
        Markup markup = new Markup(charset, mark, bytes);
        markup.parse(new String(bytes, mark, bytes.length - mark, charset));
        return markup;
    }

    List<Piece> pieces() {
        return pieces;
    }

    /** The piece that closes the element opened by another; the same one when it closes itself. */
    int endOf(int open) {
        if (pieces.get(open).empty) {
            return open;
        }
        int depth = 0;
        for (int i = open; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.kind == Piece.Kind.OPEN && !piece.empty) {
                depth++;
            } else if (piece.kind == Piece.Kind.CLOSE && --depth == 0) {
                return i;
            }
        }
        return pieces.size() - 1;
    }

    /** Leaves pieces out. */
    void remove(int from, int to) {
        for (int i = from; i <= to; i++) {
            pieces.get(i).rewrite("");
        }
    }

    byte[] bytes() {
        StringBuilder out = new StringBuilder(original.length + 64);
        for (Piece piece : pieces) {
            for (Object part : piece.written) {
                if (part instanceof Value value) {
                    value.write(out);
                } else {
                    out.append(part);
                }
            }
        }
        byte[] text = out.toString().getBytes(charset);
        byte[] all = new byte[mark + text.length];
        System.arraycopy(original, 0, all, 0, mark);
        System.arraycopy(text, 0, all, mark, text.length);
        return all;
    }

    private void parse(String xml) {
        int at = 0;
        while (at < xml.length()) {
            if (xml.charAt(at) != '<') {
                int end = orEnd(xml.indexOf('<', at), xml);
                text(new Value(xml.substring(at, end)));
                at = end;
            } else if (xml.startsWith("<!--", at)) {
                at = other(xml, at, "-->");
            } else if (xml.startsWith("<![CDATA[", at)) {
                int end = xml.indexOf("]]>", at);
                int stop = end < 0 ? xml.length() : end;
                // escaped like any other text: what it says stays the same
                text(new Value(Entities.encode(xml.substring(at + 9, stop))));
                at = end < 0 ? stop : end + 3;
            } else if (xml.startsWith("<?", at)) {
                at = other(xml, at, "?>");
            } else {
                at = tag(xml, at);
            }
        }
    }

    private void text(Value value) {
        Piece piece = new Piece(Piece.Kind.TEXT, "", false);
        piece.written.add(value);
        pieces.add(piece);
    }

    private int other(String xml, int at, String until) {
        int end = xml.indexOf(until, at);
        int stop = end < 0 ? xml.length() : end + until.length();
        Piece piece = new Piece(Piece.Kind.OTHER, "", false);
        // what is noted in XML itself belongs to no reader of the document, and nobody looks into it
        piece.written.add(xml.startsWith("<?xml ", at) ? xml.substring(at, stop) : "");
        pieces.add(piece);
        return stop;
    }

    private int tag(String xml, int at) {
        int end = endOfTag(xml, at);
        String whole = xml.substring(at, end);
        if (whole.startsWith("</")) {
            String name = whole.substring(2, whole.length() - 1).strip();
            Piece close = new Piece(Piece.Kind.CLOSE, name, false);
            close.written.add(whole);
            pieces.add(close);
            return end;
        }
        int nameEnd = 1;
        while (nameEnd < whole.length() && " \t\r\n/>".indexOf(whole.charAt(nameEnd)) < 0) {
            nameEnd++;
        }
        Piece open = new Piece(Piece.Kind.OPEN, whole.substring(1, nameEnd), whole.endsWith("/>"));
        int from = 0;
        int position = nameEnd;
        while (true) {
            int equals = whole.indexOf('=', position);
            int quote = equals < 0 ? -1 : firstQuote(whole, equals);
            int close = quote < 0 ? -1 : whole.indexOf(whole.charAt(quote), quote + 1);
            if (close < 0) {
                break;
            }
            Value value = new Value(whole.substring(quote + 1, close));
            open.attributes.put(whole.substring(position, equals).strip(), value);
            // an apostrophe inside would end a value that is written with apostrophes
            open.written.add(whole.substring(from, quote) + '"');
            open.written.add(value);
            open.written.add("\"");
            if (whole.charAt(quote) == '\'' && value.text().indexOf('"') >= 0) {
                String text = value.text();
                value.replace("");
                value.replace(text);
            }
            from = close + 1;
            position = close + 1;
        }
        open.written.add(whole.substring(from));
        pieces.add(open);
        return end;
    }

    private static int firstQuote(String tag, int after) {
        for (int i = after; i < tag.length(); i++) {
            if (tag.charAt(i) == '"' || tag.charAt(i) == '\'') {
                return i;
            }
        }
        return -1;
    }

    private static int endOfTag(String xml, int at) {
        char quote = 0;
        for (int i = at; i < xml.length(); i++) {
            char c = xml.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
        return xml.length();
    }

    private static int orEnd(int index, String text) {
        return index < 0 ? text.length() : index;
    }

    static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
