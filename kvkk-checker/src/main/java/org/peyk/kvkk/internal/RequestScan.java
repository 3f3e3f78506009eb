package org.peyk.kvkk.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.PersonalDataType;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.check.Place;
import org.peyk.spi.document.DocumentReading;

/** Scans the parts of one request and says where in it each hit stands. Not thread-safe. */
public final class RequestScan {

    private final Ruleset rules;
    private final List<Located> found = new ArrayList<>();
    private boolean studentsMentioned;
    private boolean marksMentioned;
    private @Nullable Redactor redactor;

    /**
     * Starts with nothing found.
     *
     * @param rules the rules
     */
    public RequestScan(Ruleset rules) {
        this.rules = rules;
    }

    /**
     * Scans the text in one language. What stands in the HTML and in the plain text of it is one finding, as each recipient sees one of them.
     *
     * @param version the text
     */
    public void version(LanguageVersion version) {
        String language = version.language().toLanguageTag();
        plain(version.subject(), part(Place.Part.SUBJECT, language, List.of()));
        List<Located> body = new ArrayList<>();
        if (version.html() != null) {
            html(version.html(), language, body);
        }
        Place text = part(Place.Part.TEXT, language, List.of());
        for (Hit hit : scan(version.text())) {
            body.add(new Located(hit, text.at(hit.start(), hit.end())));
        }
        addOnce(body);
        if (version.smsText() != null) {
            plain(version.smsText(), part(Place.Part.SMS, language, List.of()));
        }
    }

    private void html(String html, String language, List<Located> body) {
        List<Piece> pieces = HtmlText.pieces(html);
        Scan scan = newScan();
        Section section = null;
        for (Piece piece : pieces) {
            Section next = new Section(piece.where(), piece.hidden());
            if (!next.equals(section)) {
                scan.section(next);
                section = next;
            }
            scan.add(piece.text(), piece.row(), piece.heading());
        }
        for (Hit hit : finish(scan)) {
            Piece piece = pieces.get(hit.segment());
            String where = piece.where();
            int start = piece.source().start(hit.start());
            int end = piece.source().end(hit.end() - 1);
            // a parser may move text, such as that between the rows of a table, so that the end stands before the start
            boolean known = start >= 0 && end > start;
            List<String> path = where == null ? List.of() : List.of(where);
            Place place = new Place(
                    Place.Part.HTML, language, null, path, known ? start : -1, known ? end : -1, piece.hidden());
            body.add(new Located(hit, place));
        }
    }

    /** What of a body is judged apart. */
    private record Section(@Nullable String where, boolean hidden) {}

    /** Keeps each value where the reader is most likely to meet it: visible before hidden, the HTML before the plain text. */
    private void addOnce(List<Located> body) {
        Map<String, Integer> best = new HashMap<>();
        for (Located located : body) {
            best.merge(key(located.hit()), rank(located.place()), Math::min);
        }
        Set<String> ordinary = new HashSet<>();
        for (Located located : body) {
            if (located.hit().ordinary()) {
                ordinary.add(key(located.hit()));
            }
        }
        for (Located located : body) {
            String key = key(located.hit());
            boolean repeated = rank(located.place()) > best.getOrDefault(key, 0);
            boolean settled = ordinary.contains(key) && !located.hit().ordinary();
            // what is only counted at a value may be met nowhere else
            if ((!repeated && !settled) || located.hit().more() > 0) {
                found.add(located);
            }
        }
    }

    private static int rank(Place place) {
        if (place.part() == Place.Part.HTML) {
            return place.hidden() ? 2 : 0;
        }
        return 1;
    }

    private static String key(Hit hit) {
        return hit.type() + ":" + hit.certainty() + ":" + hit.value();
    }

    /**
     * Scans a detail of the form. A name there is what the form asks for.
     *
     * @param value what was filled in
     * @param label the detail, as staff call it
     */
    public void detail(String value, String label) {
        Place place = part(Place.Part.DETAIL, null, List.of(label));
        for (Hit hit : scan(value)) {
            if (hit.type() != PersonalDataType.PERSON_NAME) {
                found.add(new Located(hit, place.at(hit.start(), hit.end())));
            }
        }
    }

    /**
     * Scans the name of a file.
     *
     * @param name the name
     */
    public void fileName(String name) {
        Place place = new Place(Place.Part.FILE_NAME, null, name, List.of(), -1, -1, false);
        for (Hit hit : scan(name)) {
            found.add(new Located(hit, place.at(hit.start(), hit.end())));
        }
    }

    /**
     * Scans the inside of a file.
     *
     * @param name the file's name
     * @param reading what was read from it
     */
    public void file(String name, DocumentReading reading) {
        for (ReadingScan.Found f : ReadingScan.of(reading, newScan())) {
            Place place = reading.segments().get(f.segment()).place();
            found.add(new Located(f.hit(), Place.inFile(name, place.path(), place.hidden())));
        }
    }

    private void plain(String text, Place place) {
        for (Hit hit : scan(text)) {
            found.add(new Located(hit, place.at(hit.start(), hit.end())));
        }
    }

    private List<Hit> scan(String text) {
        Scan scan = newScan();
        scan.add(text, -1, null);
        return finish(scan);
    }

    private Scan newScan() {
        Scan scan = studentsMentioned ? rules.scan().aboutStudents() : rules.scan();
        return marksMentioned ? scan.aboutMarks() : scan;
    }

    /** What the subject says of students and marks holds for the body, and what the mail says of them for its files. */
    private List<Hit> finish(Scan scan) {
        studentsMentioned |= scan.mentionsStudents();
        marksMentioned |= scan.mentionsMarks();
        return scan.finish();
    }

    private static Place part(Place.Part part, @Nullable String language, List<String> path) {
        return new Place(part, language, null, path, -1, -1, false);
    }

    /**
     * What was found in all parts. File names and the names of sheets and the like are masked where they hold one of the values.
     *
     * @return the hits with their places, in reading order
     */
    public List<Located> found() {
        return found.stream().map(l -> new Located(l.hit(), shown(l.place()))).toList();
    }

    private Place shown(Place place) {
        String file = place.file() == null ? null : redact(place.file());
        List<String> path = place.path().stream().map(this::redact).toList();
        return new Place(place.part(), place.language(), file, path, place.start(), place.end(), place.hidden());
    }

    /**
     * Masks personal data in a short text that is shown with a finding. To be called once all parts are scanned, as their values are masked in
     * it, too.
     *
     * @param text a file name, a sheet name, a note
     * @return the text, masked
     */
    public String redact(String text) {
        if (redactor == null) {
            redactor = new Redactor(rules, found);
        }
        return redactor.redact(text);
    }
}
