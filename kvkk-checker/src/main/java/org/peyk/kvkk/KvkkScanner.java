package org.peyk.kvkk;

import java.util.ArrayList;
import java.util.List;
import org.peyk.kvkk.internal.Hit;
import org.peyk.kvkk.internal.Places;
import org.peyk.kvkk.internal.ReadingScan;
import org.peyk.kvkk.internal.Ruleset;
import org.peyk.kvkk.internal.Scan;
import org.peyk.spi.document.DocumentReading;

/**
 * Finds Turkish personal data in texts and documents, without anything else of Peyk.
 *
 * <p>A text is folded (case, Turkish letters, digits of all scripts, invisible characters) and passed over once; the time taken grows with its
 * length alone, whatever it is made of. Ordinary values, such as an institution's address, are found as well and marked as such. Of what a text
 * or document holds very many of, at least the first 10,000 different values are given (100, and as many as a rule counts, once 100,000 values
 * are); the others are counted, see {@link Match#more()}. Immutable and safe for use by several threads.
 */
public final class KvkkScanner {

    private final Ruleset rules;

    private KvkkScanner(KvkkRules rules) {
        this.rules = new Ruleset(rules);
    }

    /**
     * Makes a scanner.
     *
     * @param rules what the institution says about itself
     * @return a scanner
     */
    public static KvkkScanner of(KvkkRules rules) {
        return new KvkkScanner(rules);
    }

    /**
     * Scans one text.
     *
     * @param text any text; HTML is not taken apart here
     * @return what was found, in reading order; offsets are those of the text
     */
    public List<Match> scan(CharSequence text) {
        Scan scan = rules.scan();
        scan.add(text, -1, null);
        List<Match> matches = new ArrayList<>();
        for (Hit hit : scan.finish()) {
            matches.add(match(hit, 0, hit.start(), hit.end()));
        }
        return List.copyOf(matches);
    }

    /**
     * Scans a document: each segment with the heading of its column, and rows as what belongs together.
     *
     * @param reading what a reader found in the document
     * @return what was found, in reading order; offsets are those of the segment's text
     */
    public List<Match> scan(DocumentReading reading) {
        List<Match> matches = new ArrayList<>();
        for (ReadingScan.Found found : ReadingScan.of(reading, rules.scan())) {
            matches.add(match(found.hit(), found.segment(), found.start(), found.end()));
        }
        return List.copyOf(matches);
    }

    /** Goes through the places of all values of a document that are not ordinary, however many they are. */
    void places(DocumentReading reading, Places out) {
        ReadingScan.places(reading, rules.scanForPlaces(), out);
    }

    /** Goes through the places of all values of a text that are not ordinary, however many they are. */
    void places(CharSequence text, Places out) {
        Scan scan = rules.scanForPlaces();
        scan.add(text, -1, null);
        scan.finish();
        scan.places(out);
    }

    private static Match match(Hit hit, int segment, int start, int end) {
        return new Match(
                hit.type(),
                hit.certainty(),
                hit.ordinary(),
                hit.holds(Circumstance.BESIDE_NAME),
                segment,
                start,
                end,
                hit.masked(),
                hit.more());
    }

    Ruleset rules() {
        return rules;
    }
}
