package org.peyk.kvkk;

import java.util.ArrayList;
import java.util.List;
import org.peyk.spi.check.Place;
import org.peyk.spi.document.DocumentInfo;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.Segment;

/** Short ways to scan and to say what was found. */
final class Scans {

    static final KvkkScanner SCANNER = KvkkScanner.of(KvkkRules.DEFAULT);

    private Scans() {}

    /** What is not ordinary, as {@code TYPE:text} or, when not verified, {@code TYPE/CERTAINTY:text}. */
    static List<String> notable(String text) {
        return show(text, SCANNER.scan(text), false);
    }

    /** Everything, ordinary or not. */
    static List<String> all(String text) {
        return show(text, SCANNER.scan(text), true);
    }

    /** What is not ordinary and no name. */
    static List<String> identifiers(String text) {
        return notable(text).stream().filter(s -> !s.startsWith("PERSON_NAME")).toList();
    }

    static List<String> show(String text, List<Match> matches, boolean ordinaryToo) {
        List<String> shown = new ArrayList<>();
        for (Match m : matches) {
            if (ordinaryToo || !m.ordinary()) {
                String type = m.type().name()
                        + (m.certainty() == Certainty.VERIFIED || m.certainty() == Certainty.CONTEXTUAL
                                ? ""
                                : "/" + m.certainty());
                shown.add(type + ":" + text.substring(m.start(), m.end()));
            }
        }
        return shown;
    }

    /** A table as a reader would give it: the first row is the heading. */
    static DocumentReading table(String sheet, boolean hidden, List<List<String>> rows) {
        List<Segment> segments = new ArrayList<>();
        List<String> headings = rows.get(0);
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                String cell = (char) ('A' + c) + Integer.toString(r + 1);
                Place place = Place.inFile("liste.xlsx", List.of(sheet, cell), hidden);
                segments.add(new Segment(rows.get(r).get(c), place, r, c, r == 0 ? null : headings.get(c)));
            }
        }
        return new DocumentReading(DocumentInfo.of("application/test"), List.of(), segments, List.of());
    }

    static DocumentReading paragraphs(List<String> texts) {
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            segments.add(Segment.of(texts.get(i), Place.inFile("yazi.docx", List.of("paragraf " + (i + 1)), false)));
        }
        return new DocumentReading(DocumentInfo.of("application/test"), List.of(), segments, List.of());
    }

    /** Like {@link #notable(String)}, for a document. */
    static List<String> notable(DocumentReading reading) {
        List<String> shown = new ArrayList<>();
        for (Match m : SCANNER.scan(reading)) {
            if (!m.ordinary()) {
                String text = reading.segments().get(m.segment()).text();
                shown.addAll(show(text, List.of(m), false));
            }
        }
        return shown;
    }
}
