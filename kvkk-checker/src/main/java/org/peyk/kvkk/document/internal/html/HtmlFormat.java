package org.peyk.kvkk.document.internal.html;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.peyk.kvkk.document.internal.FileBytes;
import org.peyk.kvkk.document.internal.FileHead;
import org.peyk.kvkk.document.internal.Format;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.text.PlainTextFormat;
import org.peyk.kvkk.document.internal.text.TextEncoding;
import org.peyk.spi.document.ReadingNote.Kind;

/** HTML, as browsers repair it. */
public final class HtmlFormat implements Format {
    /** The parser repairs wrong nesting by repeating elements, up to hundreds for three letters of source. */
    private static final int MOST_ELEMENTS = 300_000;

    private static final int DEEPEST = 256;
    private static final int CHARSET_RANGE = 4_096;
    private static final Set<String> FIRST_TAGS = Set.of(
            "html", "head", "body", "table", "div", "p", "meta", "style", "span", "center", "font", "h1", "h2", "h3");

    private static final Pattern CHARSET = Pattern.compile(
            "<meta\\b[^>]{0,200}?charset\\s*=\\s*[\"']?([a-zA-Z0-9_.:-]{1,40})", Pattern.CASE_INSENSITIVE);

    private final PlainTextFormat plainText = new PlainTextFormat();

    @Override
    public boolean recognises(FileHead head) {
        if (!plainText.recognises(head)) {
            return false;
        }
        String text = TextEncoding.of(head.bytes()).decode(head.bytes());
        return startsLikeHtml(text.substring(0, Math.min(text.length(), CHARSET_RANGE)))
                || head.hints(".html", ".htm", ".xhtml", "text/html", "application/xhtml+xml");
    }

    /** A doctype or a tag of HTML, perhaps behind comments and an XML declaration. */
    private static boolean startsLikeHtml(String text) {
        String rest = text.stripLeading();
        while (rest.startsWith("<!--") || rest.startsWith("<?xml")) {
            String end = rest.startsWith("<!--") ? "-->" : "?>";
            int at = rest.indexOf(end, 4);
            if (at < 0) {
                return false;
            }
            rest = rest.substring(at + end.length()).stripLeading();
        }
        if (!rest.startsWith("<")) {
            return false;
        }
        if (rest.regionMatches(true, 1, "!doctype html", 0, 13)) {
            return true;
        }
        int end = 1;
        while (end < rest.length() && Character.isLetterOrDigit(rest.charAt(end))) {
            end++;
        }
        return FIRST_TAGS.contains(rest.substring(1, end).toLowerCase(Locale.ROOT));
    }

    @Override
    public String mediaType() {
        return "text/html";
    }

    @Override
    public boolean needsWholeFile() {
        return false;
    }

    @Override
    public void read(FileBytes file, Reading reading) throws IOException {
        TextEncoding encoding = encoding(file.bytes());
        if (encoding.broken()) {
            reading.note(Kind.REMARK, Notes.BROKEN_LETTERS);
        }
        Document document = parse(encoding.reader(file.bytes()), reading);
        reading.info(mediaType(), document.title());
        new HtmlWalk(document, reading).read();
    }

    /** What the bytes show, then what the page says, for a page that says UTF-8 and is not is common. */
    private static TextEncoding encoding(byte[] bytes) {
        TextEncoding seen = TextEncoding.of(bytes);
        if (seen.mark() > 0 || !seen.charset().equals(TextEncoding.TURKISH)) {
            return seen;
        }
        String head = new String(bytes, 0, Math.min(bytes.length, CHARSET_RANGE), StandardCharsets.ISO_8859_1);
        Matcher declared = CHARSET.matcher(head);
        if (declared.find()) {
            try {
                Charset charset = Charset.forName(declared.group(1).toLowerCase(Locale.ROOT));
                // browsers, too, read the Latin-5 of the standard as the code page that has its gaps filled
                boolean turkish = charset.name().equals("ISO-8859-9");
                if (!turkish
                        && !charset.equals(StandardCharsets.UTF_8)
                        && !charset.name().startsWith("UTF-")) {
                    return new TextEncoding(charset, 0, false);
                }
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                return seen;
            }
        }
        return seen;
    }

    private static Document parse(Reader source, Reading reading) throws IOException {
        Parser parser = Parser.htmlParser();
        parser.setMaxDepth(DEEPEST);
        try (StreamParser stream = new StreamParser(parser)) {
            Iterator<Element> elements =
                    stream.parse(new Timed(source, reading), "").iterator();
            for (int count = 0; elements.hasNext(); count++) {
                elements.next();
                reading.tick();
                if (count > MOST_ELEMENTS) {
                    throw reading.tooComplex("HTML");
                }
            }
            return stream.document();
        }
    }

    /** Looks at the clock while the parser reads on. */
    private static final class Timed extends FilterReader {
        private final Reading reading;

        Timed(Reader in, Reading reading) {
            super(in);
            this.reading = reading;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            reading.tick();
            return super.read(target, offset, length);
        }
    }
}
