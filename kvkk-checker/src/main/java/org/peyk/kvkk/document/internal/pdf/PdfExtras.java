package org.peyk.kvkk.document.internal.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.common.filespecification.PDFileSpecification;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFreeText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationMarkup;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.LimitReached;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.ooxml.LooseText;
import org.peyk.kvkk.document.internal.ooxml.XmlEvents;
import org.peyk.spi.document.ReadingNote.Kind;

/** What a PDF file holds beside its pages: forms, annotations, bookmarks, properties, files. */
final class PdfExtras {
    private static final int MOST_NODES = 10_000;
    private static final int DEEPEST = 20;

    /** Keys of the document information that name programs and times. */
    private static final Set<String> TECHNICAL =
            Set.of("Creator", "Producer", "CreationDate", "ModDate", "Trapped", "Title", "PTEX.Fullbanner");

    private static final Set<String> PLACEHOLDERS =
            Set.of("(anonymous)", "(unspecified)", "anonymous", "unspecified", "untitled", "unknown");

    private final PDDocument document;
    private final Reading reading;
    private final Set<COSBase> seen = new HashSet<>();

    PdfExtras(PDDocument document, Reading reading) {
        this.document = document;
        this.reading = reading;
    }

    private interface Step {
        void run() throws IOException;
    }

    /** Damage in one corner leaves the others readable. */
    private void attempt(String corner, Step step) {
        try {
            step.run();
        } catch (LimitReached e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            reading.note(Kind.DAMAGED, Notes.damagedPart(corner));
        }
    }

    void read() {
        attempt("AcroForm", this::form);
        int number = 0;
        for (PDPage page : document.getPages()) {
            String place = "sayfa " + ++number;
            attempt(place, () -> annotations(page, place));
        }
        attempt("Outlines", this::outline);
        attempt("EmbeddedFiles", this::files);
        attempt("Info", this::information);
        attempt("Metadata", this::metadata);
    }

    private void form() throws IOException {
        // without the repairs that a viewer would make to show the form
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        if (form == null) {
            return;
        }
        int fields = 0;
        for (PDField field : form.getFieldTree()) {
            if (++fields > MOST_NODES) {
                throw reading.tooComplex("AcroForm");
            }
            List<String> path = List.of("form alanı " + orEmpty(field.getFullyQualifiedName()));
            if (field instanceof PDTerminalField terminal) {
                reading.segment(orEmpty(terminal.getValueAsString()), false, path);
            }
            reading.segment(orEmpty(field.getAlternateFieldName()), true, path);
        }
        if (form.hasXFA()) {
            List<String> path = List.of("XFA formu");
            byte[] bytes = form.getXFA().getBytes();
            if (!xml(bytes, new LooseText(reading, path, true))) {
                // the text is in it all the same
                reading.segment(new String(bytes, StandardCharsets.UTF_8), true, path);
            }
        }
    }

    private void annotations(PDPage page, String place) throws IOException {
        for (PDAnnotation annotation : page.getAnnotations()) {
            reading.tick();
            boolean visible = annotation instanceof PDAnnotationFreeText && !annotation.isHidden();
            reading.segment(orEmpty(annotation.getContents()), !visible, List.of(place, "açıklama"));
            if (annotation instanceof PDAnnotationMarkup markup) {
                reading.property(markup.getTitlePopup(), List.of(place, "açıklama", "yazan"));
                reading.segment(orEmpty(markup.getSubject()), true, List.of(place, "açıklama", "konu"));
            }
            if (annotation instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI uri) {
                reading.segment(orEmpty(uri.getURI()), true, List.of(place, "bağlantı adresi"));
            }
            if (annotation instanceof PDAnnotationFileAttachment attachment) {
                file(attachment.getFile());
            }
        }
    }

    private void outline() {
        PDDocumentOutline outline = document.getDocumentCatalog().getDocumentOutline();
        if (outline != null) {
            outline(outline, 0);
        }
    }

    private void outline(PDOutlineNode node, int depth) {
        PDOutlineItem item = node.getFirstChild();
        while (item != null && depth < DEEPEST && seen.add(item.getCOSObject())) {
            reading.segment(orEmpty(item.getTitle()), false, List.of("yer imi"));
            outline(item, depth + 1);
            item = item.getNextSibling();
        }
    }

    private void files() throws IOException {
        PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
        if (names != null && names.getEmbeddedFiles() != null) {
            files(names.getEmbeddedFiles(), 0);
        }
    }

    private void files(PDNameTreeNode<PDComplexFileSpecification> node, int depth) throws IOException {
        if (depth > DEEPEST || !seen.add(node.getCOSObject())) {
            return;
        }
        if (node.getNames() != null) {
            for (PDComplexFileSpecification file : node.getNames().values()) {
                file(file);
            }
        }
        if (node.getKids() != null) {
            for (PDNameTreeNode<PDComplexFileSpecification> kid : node.getKids()) {
                files(kid, depth + 1);
            }
        }
    }

    private void file(@Nullable PDFileSpecification specification) throws IOException {
        if (!(specification instanceof PDComplexFileSpecification file) || !seen.add(file.getCOSObject())) {
            return;
        }
        String name = orEmpty(file.getFilename());
        reading.property(name, List.of("gömülü dosya", "adı"));
        reading.segment(orEmpty(file.getFileDescription()), true, List.of("gömülü dosya", "açıklama"));
        PDEmbeddedFile embedded = file.getEmbeddedFile();
        if (embedded != null) {
            reading.embedded(name, embedded.toByteArray());
        }
    }

    private void information() {
        PDDocumentInformation information = document.getDocumentInformation();
        reading.property(telling(information.getTitle()), List.of("belge özellikleri", "başlık"));
        for (String key : information.getMetadataKeys()) {
            if (!TECHNICAL.contains(key)) {
                String name = switch (key) {
                    case "Author" -> "oluşturan";
                    case "Subject" -> "konu";
                    case "Keywords" -> "anahtar sözcükler";
                    default -> {
                        // people choose the name as well, so that it is text and no place
                        reading.property(key, List.of("belge özellikleri", "özel alan adı"));
                        yield "özel";
                    }
                };
                reading.property(telling(information.getCustomMetadataValue(key)), List.of("belge özellikleri", name));
            }
        }
    }

    private void metadata() throws IOException {
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        if (metadata != null) {
            try (InputStream in = metadata.createInputStream()) {
                List<String> path = List.of("üstveri");
                byte[] bytes = in.readAllBytes();
                if (!xml(bytes, LooseText.ofProperties(reading, path))) {
                    reading.property(new String(bytes, StandardCharsets.UTF_8), path);
                }
            }
        }
    }

    /**
     * XML inside of the file, read by our own bounded parser: PDFBox' would follow outside entities of a form.
     *
     * @return false when it is not well-formed
     */
    private boolean xml(byte[] bytes, LooseText text) {
        try (XmlEvents events = XmlEvents.open(new ByteArrayInputStream(bytes), reading)) {
            events.root();
            text.read(events);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The value of a property, or null when a program filled it in for want of one. */
    static @Nullable String telling(@Nullable String value) {
        return value == null || PLACEHOLDERS.contains(value.toLowerCase(Locale.ROOT)) ? null : value;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
