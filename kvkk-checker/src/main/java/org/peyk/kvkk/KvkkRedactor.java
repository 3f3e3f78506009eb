package org.peyk.kvkk;

import java.util.ArrayList;
import java.util.List;
import org.peyk.spi.document.DocumentInfo;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.Segment;

/**
 * Makes copies in which every value that the scanner finds is blackened: each letter and digit of it becomes {@code █}, so that the shape of the
 * text stays. What is ordinary, such as an institution's address, stays as it is. A copy scans clear by the same rules. Immutable and safe for use by
 * several threads.
 */
public final class KvkkRedactor {

    private static final char BLACK = '\u2588';

    /** With some values gone others may come to light, as the longer of two that overlapped hid the other. */
    private static final int MOST_ROUNDS = 5;

    private final KvkkScanner scanner;

    private KvkkRedactor(KvkkScanner scanner) {
        this.scanner = scanner;
    }

    /**
     * Makes a redactor.
     *
     * @param rules what the institution says about itself
     * @return a redactor
     */
    public static KvkkRedactor of(KvkkRules rules) {
        return new KvkkRedactor(KvkkScanner.of(rules));
    }

    /**
     * Blackens one text.
     *
     * @param text any text
     * @return a text of the same length
     */
    public String redact(CharSequence text) {
        StringBuilder copy = new StringBuilder(text);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            boolean[] any = new boolean[1];
            scanner.places(copy.toString(), (segment, start, end) -> any[0] |= blacken(copy, start, end));
            if (!any[0]) {
                break;
            }
        }
        return copy.toString();
    }

    /**
     * Blackens a document's texts, each with the heading of its column and what stands in its row.
     *
     * @param reading what a reader found in the document
     * @return the texts of its segments in their order, each as long as it was
     */
    public List<String> redact(DocumentReading reading) {
        List<StringBuilder> copies = new ArrayList<>();
        reading.segments().forEach(s -> copies.add(new StringBuilder(s.text())));
        for (int round = 0; round < MOST_ROUNDS; round++) {
            boolean[] any = new boolean[1];
            scanner.places(
                    copy(reading, copies), (segment, start, end) -> any[0] |= blacken(copies.get(segment), start, end));
            if (!any[0]) {
                break;
            }
        }
        return copies.stream().map(StringBuilder::toString).toList();
    }

    private static DocumentReading copy(DocumentReading reading, List<StringBuilder> texts) {
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Segment s = reading.segments().get(i);
            segments.add(new Segment(texts.get(i).toString(), s.place(), s.row(), s.column(), s.header()));
        }
        return new DocumentReading(DocumentInfo.of(reading.info().mediaType()), List.of(), segments, List.of());
    }

    private static boolean blacken(StringBuilder text, int start, int end) {
        boolean any = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c != BLACK && !Character.isWhitespace(c)) {
                text.setCharAt(i, BLACK);
                any = true;
            }
        }
        return any;
    }
}
