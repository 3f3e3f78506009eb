package org.peyk.kvkk;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.peyk.kvkk.internal.FindingTexts;
import org.peyk.kvkk.internal.Judge;
import org.peyk.kvkk.internal.Located;
import org.peyk.kvkk.internal.PictureFormats;
import org.peyk.kvkk.internal.RequestScan;
import org.peyk.spi.Attachment;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PluginInfo;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestView;
import org.peyk.spi.check.CheckContext;
import org.peyk.spi.check.ContentCheck;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Place;
import org.peyk.spi.check.Severity;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadingNote;

/**
 * Looks for personal data in everything a request would send: subjects, bodies (as the reader sees them and as the source has them), short
 * messages, details of the form, file names and the insides of files. What could not be read is a finding of its own.
 *
 * <p>Findings are masked throughout: no message, excerpt, place or {@code toString()} holds a value. A file whose name holds personal data is
 * named masked as well. The codes are those of {@link FindingCodes}. Safe for use by several threads.
 */
public final class KvkkCheck implements ContentCheck {

    private static final String NAME = "kvkk";

    private final KvkkRules rules;
    private final KvkkScanner scanner;

    /** Checks by {@link KvkkRules#DEFAULT}; for the service loader. */
    public KvkkCheck() {
        this(KvkkRules.DEFAULT);
    }

    /**
     * Checks by an institution's rules.
     *
     * @param rules the rules
     */
    public KvkkCheck(KvkkRules rules) {
        this.rules = rules;
        this.scanner = KvkkScanner.of(rules);
    }

    @Override
    public PluginInfo info() {
        return new PluginInfo(NAME, PluginInfo.of(KvkkCheck.class).version());
    }

    @Override
    public List<Finding> check(CheckContext context) throws IOException {
        RequestForm form = context.request().form();
        RequestScan scan = new RequestScan(scanner.rules());
        for (LanguageVersion version : form.content().versions()) {
            scan.version(version);
        }
        form.details()
                .forEach((detail, value) -> scan.detail(value, detail.label().tr()));
        List<DocumentReading> readings = new ArrayList<>();
        for (Attachment attachment : form.content().attachments()) {
            scan.fileName(attachment.fileName());
            DocumentReading reading = context.read(attachment);
            scan.file(attachment.fileName(), reading);
            readings.add(reading);
        }
        List<Finding> findings = new ArrayList<>(new Judge(concerned(scan, context.request())).judge(scan.found()));
        for (int i = 0; i < readings.size(); i++) {
            findings.addAll(unread(form.content().attachments().get(i), readings.get(i), scan));
        }
        return List.copyOf(findings);
    }

    private List<SeverityRule> concerned(RequestScan scan, RequestView request) {
        Set<PersonalDataType> found = EnumSet.noneOf(PersonalDataType.class);
        for (Located located : scan.found()) {
            if (!located.hit().ordinary()) {
                found.add(located.hit().type());
            }
        }
        return rules.severityRules().stream()
                .filter(r -> r.concerns(found, request.audienceSize()))
                .toList();
    }

    /** One finding for each kind of note that says that something may have been missed. */
    private static List<Finding> unread(Attachment attachment, DocumentReading reading, RequestScan scan)
            throws IOException {
        Map<ReadingNote.Kind, List<ReadingNote>> byKind = new LinkedHashMap<>();
        for (ReadingNote note : reading.notes()) {
            boolean picture = note.kind() == ReadingNote.Kind.UNKNOWN_TYPE && isPicture(attachment);
            ReadingNote.Kind kind = picture ? ReadingNote.Kind.IMAGE_NOT_SCANNED : note.kind();
            if (kind != ReadingNote.Kind.REMARK) {
                byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(note);
            }
        }
        List<Finding> findings = new ArrayList<>();
        Place place = Place.inFile(scan.redact(attachment.fileName()), List.of(), false);
        byKind.forEach((kind, notes) -> findings.add(unreadFinding(kind, notes, place, scan)));
        return findings;
    }

    private static Finding unreadFinding(
            ReadingNote.Kind kind, List<ReadingNote> notes, Place place, RequestScan scan) {
        boolean picture = kind == ReadingNote.Kind.IMAGE_NOT_SCANNED;
        LocalizedText first = notes.get(0).text();
        LocalizedText message = picture
                ? new LocalizedText(
                        "Resimlerdeki yazılar taranmadı; kişisel veri içerip içermediğine siz bakın.",
                        "Text in pictures was not looked for; see for yourself whether it holds personal data.")
                : new LocalizedText(
                        "Dosyanın tamamı okunamadı, okunmayan kısım temiz sayılmaz: " + scan.redact(first.tr()),
                        "Not all of the file could be read, and what was not read does not count as clean: "
                                + scan.redact(first.en()));
        LocalizedText advice = picture
                ? new LocalizedText("Resmi açıp bakın.", "Open the picture and look.")
                : new LocalizedText(
                        "Okunabilir bir dosya ekleyin; eklenemiyorsa içeriğine baktığınızı ve gerekçesini yazın.",
                        "Attach a file that can be read; if there is none, say that you looked into it, and why it goes out so.");
        return new Finding(
                picture ? FindingCodes.IMAGE : FindingCodes.UNREADABLE,
                picture ? Severity.INFO : Severity.JUSTIFY,
                place,
                "",
                notes.size(),
                message,
                advice,
                ruleFor(kind),
                FindingTexts.SECURITY);
    }

    private static String ruleFor(ReadingNote.Kind kind) {
        return switch (kind) {
            case LIMIT_REACHED -> "unreadable-limit";
            case ENCRYPTED -> "unreadable-encrypted";
            case DAMAGED -> "unreadable-damaged";
            case UNKNOWN_TYPE -> "unreadable-unknown-type";
            case NO_TEXT -> "unreadable-no-text";
            case IMAGE_NOT_SCANNED -> "image-not-scanned";
            case REMARK -> "remark";
        };
    }

    /** A picture is known by its content: a file that only says so stays one of unknown type. */
    private static boolean isPicture(Attachment attachment) throws IOException {
        try (InputStream in = attachment.bytes().open()) {
            return PictureFormats.isPicture(in.readNBytes(PictureFormats.HEAD));
        }
    }

    @Override
    public String toString() {
        return "KvkkCheck[" + rules + "]";
    }
}
