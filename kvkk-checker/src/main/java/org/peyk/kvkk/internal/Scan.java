package org.peyk.kvkk.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.PersonalDataType;

/**
 * One scan of a text, or of all texts of one document, which come one after the other. What only the whole can tell, such as that numbers
 * make a list, is settled in {@link #finish()}. Not thread-safe.
 */
public final class Scan {

    private static final int HEADINGS_KEPT = 1_000;

    /** What a pass notes of a text takes several times its size, so that a longer one is scanned in pieces of whole lines. */
    private static final int LONGEST_PIECE = 1 << 18;

    private static final NumberDetector[] NUMBER_DETECTORS = {
        new IbanDetector(),
        new ForeignIbanDetector(),
        new LabelledCodeDetector(),
        new MachineZoneDetector(),
        new HexAddressDetector(),
        new CardDetector(),
        new MaskedIdentityDetector(),
        new IdentityDetector(),
        new PlateDetector(),
        new IpDetector(),
        new BirthDateDetector(),
        new PhoneDetector(),
        new LabelledNumberDetector(),
        new StudentNoDetector()
    };

    /** Those that want a short group of digits with nothing joined to it: a day, a year, a room. */
    private static final NumberDetector[] SHORT_NUMBER_DETECTORS = {
        new PlateDetector(), new BirthDateDetector(), new LabelledNumberDetector(), new StudentNoDetector()
    };

    private static final NameDetector NAMES = new NameDetector(NameLexicon.STANDARD);
    private static final LowercaseNames SMALL_NAMES = new LowercaseNames(NameLexicon.STANDARD);
    private static final NameCells NAME_CELLS = new NameCells(NameLexicon.STANDARD);

    private final Ruleset rules;
    private final ScannedText text;
    private final HeadingCues headings = new HeadingCues(HEADINGS_KEPT);

    private final Sections sections = new Sections();
    private final Holding<Hit> found;
    private final Holding<NumberCandidate> candidates;
    private int segments;
    private long steps;
    private boolean finished;
    private boolean studentsMentioned;
    private boolean marksMentioned;

    private long row = -1;
    private long leftCues;
    private final RowFindings rowFindings;
    private final List<Statement> statements = new ArrayList<>();

    /**
     * Starts with nothing found.
     *
     * @param rules the rules
     * @param places whether the places of all values are wanted, also of those that are so many that they are only counted
     */
    Scan(Ruleset rules, boolean places) {
        this.rules = rules;
        this.text = rules.scannedText();
        this.found = hits(places);
        this.candidates = numbers(places);
        this.rowFindings = new RowFindings(hits(places), numbers(places));
    }

    private Holding<Hit> hits(boolean places) {
        return new Holding<>(
                rules.countedUpTo(), places, h -> h.classIn(sections.of(h.segment())), Hit::value, Function.identity());
    }

    private Holding<NumberCandidate> numbers(boolean places) {
        return new Holding<>(
                rules.countedUpTo(),
                places,
                n -> n.classIn(sections.of(n.hit().segment())),
                NumberCandidate::withCompanion,
                NumberCandidate::hit);
    }

    /**
     * Says that the texts that follow are in a part of the document that is judged apart from others.
     *
     * @param section anything that stands for the part
     */
    public void section(Object section) {
        sections.begin(segments, section);
    }

    /**
     * Says that students are spoken of around the texts of this scan, such as in the subject of a mail.
     *
     * @return this
     */
    public Scan aboutStudents() {
        studentsMentioned = true;
        return this;
    }

    /**
     * Says that marks are spoken of around the texts of this scan.
     *
     * @return this
     */
    public Scan aboutMarks() {
        marksMentioned = true;
        return this;
    }

    /**
     * Whether marks are spoken of.
     *
     * @return whether the texts so far do, or what is around them
     */
    public boolean mentionsMarks() {
        return marksMentioned;
    }

    /**
     * Whether students are spoken of.
     *
     * @return whether the texts so far do, or what is around them
     */
    public boolean mentionsStudents() {
        return studentsMentioned;
    }

    /**
     * Scans the next text.
     *
     * @param content the text
     * @param tableRow the table row it is a cell of, or -1
     * @param heading the heading of its column, or null
     */
    public void add(CharSequence content, long tableRow, @Nullable String heading) {
        if (finished) {
            throw new IllegalStateException("the scan is finished");
        }
        if (tableRow != row) {
            closeRow();
            row = tableRow;
        }
        boolean cell = tableRow >= 0;
        boolean headed = heading != null && !heading.isBlank();
        HeadingCues.Heading above = heading == null ? HeadingCues.Heading.NONE : headings.of(heading);
        long headingCues = above.cues();
        Surroundings surroundings =
                new Surroundings(cell, headed, headingCues, cell ? leftCues : 0, cell ? above.stated() : null);
        int segment = segments++;
        int from = 0;
        while (content.length() - from > LONGEST_PIECE) {
            int to = Pieces.cut(content, from, from + LONGEST_PIECE);
            scanPiece(content.subSequence(from, to), from, segment, surroundings);
            from = to;
        }
        scanPiece(from == 0 ? content : content.subSequence(from, content.length()), from, segment, surroundings);
    }

    private void scanPiece(CharSequence content, int from, int segment, Surroundings surroundings) {
        boolean cell = surroundings.cell();
        long headingCues = surroundings.headingCues();
        text.open(content, from, segment, surroundings);
        text.addresses().detect(text);
        detectNumbers();
        ConfusedDigitsDetector.detect(text);
        NAMES.detect(text, text.addresses());
        SMALL_NAMES.detect(text);
        NamedWordsDetector.detect(text);
        CredentialDetector.detect(text);
        HomeAddressDetector.detect(text);
        long cues = text.triggers().cueMask;
        studentsMentioned |= ((cues | headingCues) & (Cue.STUDENT.bit() | Cue.STUDENT_NO.bit())) != 0;
        if (cell) {
            if (surroundings.underNames() && noName()) {
                NAME_CELLS.detect(text);
            }
            if (surroundings.underSurnames()) {
                rowFindings.surname(NAME_CELLS.surname(text));
            }
            rowFindings.add(text);
            state(rowFindings.statements());
            leftCues = text.triggers().groups() == 0 ? cues : 0;
        } else {
            Neighbours.linkText(text);
            statements.clear();
            state(statements);
            Persons.linkText(text, statements);
            Persons.singleOut(text);
            found.addAll(text.hits());
            candidates.addAll(text.numberCandidates());
        }
    }

    private void state(List<Statement> out) {
        marksMentioned |= (text.triggers().cueMask & (Cue.GRADE.bit() | Cue.GRADE_WORD.bit())) != 0;
        AttributeDetector.detect(text, out);
        GradeDetector.detect(text, marksMentioned, out);
    }

    private void detectNumbers() {
        int group = 0;
        while (group < text.triggers().groups()) {
            text.work().step();
            int last = text.addresses().covers(text.triggers().groupStart.get(group)) ? group : detectNumber(group);
            group = last + 1;
        }
    }

    private int detectNumber(int group) {
        NumberDetector[] detectors = text.window().standsAlone(group) ? SHORT_NUMBER_DETECTORS : NUMBER_DETECTORS;
        for (NumberDetector detector : detectors) {
            int last = detector.detect(text, group);
            if (last >= 0) {
                return last;
            }
        }
        return group;
    }

    private boolean noName() {
        return text.hits().stream().noneMatch(h -> h.type() == PersonalDataType.PERSON_NAME);
    }

    private void closeRow() {
        if (row >= 0) {
            rowFindings.moveTo(found, candidates);
        }
        leftCues = 0;
    }

    /**
     * Settles what the whole tells. The scan takes no more texts after this.
     *
     * @return all hits, in reading order
     */
    public List<Hit> finish() {
        if (finished) {
            throw new IllegalStateException("the scan is finished");
        }
        closeRow();
        steps = text.work().total();
        rules.giveBack(text);
        finished = true;
        row = -1;
        List<Hit> found = this.found.items();
        new NumberLists(found, rules.studentListFrom()).takeFrom(candidates.items(), studentsMentioned);
        Set<String> titled = new HashSet<>();
        for (Hit hit : found) {
            if (hit.type() == PersonalDataType.PERSON_NAME && hit.ordinary()) {
                titled.add(hit.value());
            }
        }
        for (Hit hit : found) {
            if (hit.type() == PersonalDataType.PERSON_NAME) {
                // what is counted at a hit is not told by its name
                if (titled.contains(hit.value()) && hit.more() == 0) {
                    hit.markOrdinary();
                }
                if (studentsMentioned) {
                    hit.markAmongStudents();
                }
            }
        }
        found.sort(Comparator.comparingInt(Hit::segment).thenComparingInt(Hit::start));
        return List.copyOf(found);
    }

    /**
     * Goes through the places of all values that are not ordinary, after the scan is finished.
     *
     * @param out takes the places; not in order
     */
    public void places(Places out) {
        for (Hit hit : found.items()) {
            if (!hit.ordinary()) {
                out.place(hit.segment(), hit.start(), hit.end());
            }
            hit.forEachCounted(out);
        }
    }

    /**
     * How many steps the detectors took so far, beyond the one pass; bounded by a multiple of the text's length.
     *
     * @return the number of steps
     */
    public long steps() {
        return steps;
    }
}
