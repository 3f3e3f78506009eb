package org.peyk.kvkk.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.peyk.kvkk.KvkkRedactor;
import org.peyk.kvkk.KvkkRules;
import org.peyk.kvkk.document.internal.LimitReached;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.redact.Change;
import org.peyk.kvkk.document.internal.redact.OfficeCopy;
import org.peyk.kvkk.document.internal.redact.TextCopy;
import org.peyk.spi.ByteSource;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.document.Segment;

/**
 * Makes blackened copies of files ("Maskele"): plain text, separated values, Word ({@code .docx}) and Excel ({@code .xlsx}). What the
 * readers find is blackened where they find it: bodies, tables, headers, notes, comments, tracked deletions, hidden text, descriptions of pictures, properties,
 * cells (numbers become texts), hidden sheets, defined names, filters, settings of content controls, caches, files inside. All else stays as it is, with its looks, but for comments and
 * instructions of XML, pronunciations and filters by days, which are left out. Formulas that would
 * compute a value again become their values; links that name a person lead nowhere; signatures, which no longer fit, and the picture of the
 * first page are left out.
 *
 * <p>A copy is read and scanned again before it is given: what is given scans clear by the same rules, and no more than that: what a reader
 * does not read, it does not blacken. Pictures are not looked into, and a copy keeps them, but for the picture that shows a file inside which was blackened: it becomes empty. Immutable and safe for use by several threads.
 */
public final class DocumentRedactor {
    private static final int MOST_ROUNDS = 5;

    private final KvkkRedactor redactor;
    private final ReadLimits limits;
    private final int nesting;

    private DocumentRedactor(KvkkRedactor redactor, ReadLimits limits, int nesting) {
        this.redactor = redactor;
        this.limits = limits;
        this.nesting = nesting;
    }

    /**
     * Makes a redactor.
     *
     * @param rules what the institution says about itself
     * @param limits the bounds of reading
     * @return a redactor
     */
    public static DocumentRedactor of(KvkkRules rules, ReadLimits limits) {
        return new DocumentRedactor(KvkkRedactor.of(rules), limits, 0);
    }

    /**
     * Makes a copy.
     *
     * @param input the file
     * @return the copy
     * @throws RedactionException when no copy can be made that scans clear; says why
     * @throws IOException when the file cannot be opened
     */
    public RedactedCopy copy(DocumentInput input) throws IOException {
        DocumentReading reading = read(input);
        String type = reading.info().mediaType();
        if (!reading.complete()) {
            throw new RedactionException(RedactionException.Reason.UNREADABLE);
        }
        byte[] bytes = all(input);
        int places = count(changes(reading));
        boolean everywhere = false;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Change> changes = changes(reading);
            if (count(changes) == 0) {
                ByteSource copy = round == 0 ? input.bytes() : ByteSource.of(bytes);
                return new RedactedCopy(type, copy, places, reading.notes());
            }
            bytes = write(type, bytes, changes, everywhere);
            DocumentReading next = read(new DocumentInput(input.fileName(), input.mediaType(), ByteSource.of(bytes)));
            if (!next.complete() || !next.info().mediaType().equals(type)) {
                throw new RedactionException(RedactionException.Reason.REMAINDER);
            }
            // what was to go and is still there was written in more ways than one
            List<Change> left = stillThere(changes, next);
            if (!left.isEmpty()) {
                bytes = write(type, bytes, left, true);
                next = read(new DocumentInput(input.fileName(), input.mediaType(), ByteSource.of(bytes)));
            }
            everywhere = true;
            reading = next;
        }
        throw new RedactionException(RedactionException.Reason.REMAINDER);
    }

    private DocumentReading read(DocumentInput input) {
        return DocumentReaders.standard().read(input, limits);
    }

    private byte[] all(DocumentInput input) throws IOException {
        try (InputStream in = input.bytes().open()) {
            return in.readNBytes((int) Math.min(limits.inputBytes(), Integer.MAX_VALUE - 16));
        }
    }

    private List<Change> changes(DocumentReading reading) {
        List<String> copies = redactor.redact(reading);
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < copies.size(); i++) {
            Segment segment = reading.segments().get(i);
            changes.add(new Change(segment.place().path(), segment.text(), copies.get(i), segment.row() >= 0));
        }
        return changes;
    }

    private static int count(List<Change> changes) {
        return (int) changes.stream().filter(Change::any).count();
    }

    /** Texts at whose place the same stands as before. Formulas may be gone, so they do not count. */
    private static List<Change> stillThere(List<Change> changes, DocumentReading after) {
        List<Change> told = changes.stream().filter(c -> !isFormula(c.path())).toList();
        List<Segment> segments = after.segments().stream()
                .filter(s -> !isFormula(s.place().path()))
                .toList();
        if (told.size() != segments.size()) {
            return List.of();
        }
        List<Change> left = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            Change change = told.get(i);
            String text = segments.get(i).text();
            boolean stays = change.any() && change.before().equals(text);
            left.add(stays ? change : new Change(change.path(), text, text, change.cell()));
        }
        return left.stream().anyMatch(Change::any) ? left : List.of();
    }

    private static boolean isFormula(List<String> path) {
        return !path.isEmpty() && path.get(path.size() - 1).equals(OfficeCopy.FORMULA);
    }

    private byte[] write(String type, byte[] bytes, List<Change> changes, boolean everywhere) throws IOException {
        try {
            return switch (type) {
                case "text/plain" -> TextCopy.text(bytes, changes, redactor::redact);
                case "text/csv", "text/tab-separated-values" -> TextCopy.table(bytes, changes);
                default -> {
                    if (!isOffice(type)) {
                        throw new RedactionException(RedactionException.Reason.KIND);
                    }
                    Reading bounds = Reading.start("", limits, new DocumentReading.Collector(), List.of());
                    yield OfficeCopy.of(bytes, changes, everywhere, this::inside, bounds);
                }
            };
        } catch (LimitReached e) {
            throw new RedactionException(RedactionException.Reason.UNREADABLE);
        }
    }

    private static boolean isOffice(String type) {
        return type.endsWith(".wordprocessingml.document") || type.endsWith(".spreadsheetml.sheet");
    }

    private byte[] inside(String name, byte[] bytes) throws IOException {
        if (nesting >= limits.nesting()) {
            throw new RedactionException(RedactionException.Reason.INSIDE);
        }
        try {
            DocumentRedactor deeper = new DocumentRedactor(redactor, limits, nesting + 1);
            RedactedCopy copy = deeper.copy(new DocumentInput(name, "", ByteSource.of(bytes)));
            try (InputStream in = copy.bytes().open()) {
                return in.readAllBytes();
            }
        } catch (RedactionException e) {
            throw new RedactionException(RedactionException.Reason.INSIDE);
        }
    }
}
