package org.peyk.kvkk.document.internal.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.peyk.kvkk.document.internal.FileBytes;
import org.peyk.kvkk.document.internal.FileHead;
import org.peyk.kvkk.document.internal.Format;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.ReadingNote.Kind;
import org.peyk.spi.document.Span;

/** Plain text: paragraphs are parted by empty lines. */
public final class PlainTextFormat implements Format {
    /** Kinds of file that are made of letters but do not say what they mean in them. */
    private static final List<String> ENCODED = List.of("{\\rtf", "%!PS", "%PDF", "-----BEGIN ", "begin 6");

    private static final Pattern MAIL = Pattern.compile("(?im)^(mime-version|content-type|received|return-path):");

    @Override
    public boolean recognises(FileHead head) {
        byte[] bytes = head.bytes();
        return ENCODED.stream().noneMatch(head::startsWith)
                && TextEncoding.looksLikeText(bytes)
                && !isMail(TextEncoding.of(bytes).decode(bytes));
    }

    /** A saved mail: its texts and files are encoded inside. */
    private static boolean isMail(String head) {
        int end = head.indexOf("\n\n");
        int windowsEnd = head.indexOf("\r\n\r\n");
        int bodyAt = end < 0 ? windowsEnd : windowsEnd < 0 ? end : Math.min(end, windowsEnd);
        String first = bodyAt < 0 ? head : head.substring(0, bodyAt);
        return first.indexOf(':') > 0 && MAIL.matcher(first).results().limit(2).count() == 2;
    }

    @Override
    public String mediaType() {
        return "text/plain";
    }

    @Override
    public boolean needsWholeFile() {
        return false;
    }

    @Override
    public void read(FileBytes file, Reading reading) throws IOException {
        reading.info(mediaType(), null);
        TextEncoding encoding = TextEncoding.of(file.bytes());
        if (encoding.broken()) {
            reading.note(Kind.REMARK, Notes.BROKEN_LETTERS);
        }
        BufferedReader lines = encoding.reader(file.bytes());
        StringBuilder paragraph = new StringBuilder();
        int number = 0;
        int start = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            reading.tick();
            if (line.isBlank()) {
                paragraph(paragraph, start, reading);
                start = number + 1;
            } else {
                paragraph.append(paragraph.isEmpty() ? "" : "\n").append(line.stripTrailing());
            }
        }
        paragraph(paragraph, start, reading);
    }

    private static void paragraph(StringBuilder text, int line, Reading reading) {
        if (!text.isEmpty()) {
            String shown = text.toString();
            text.setLength(0);
            reading.segment(shown, false, List.of("satır " + line));
            reading.block(new Block.Paragraph(List.of(Span.of(shown))));
        }
    }
}
