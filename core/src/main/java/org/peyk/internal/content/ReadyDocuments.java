package org.peyk.internal.content;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.ErrorCode;
import org.peyk.PeykException;
import org.peyk.ReadyDocument;
import org.peyk.spi.Content;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.Sha256;
import org.peyk.spi.SourceDocument;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadingNote;

/** Takes a mail's text from a ready document, with its provenance. */
public final class ReadyDocuments {

    /** A document with fewer letters is a picture with a stamp on it, such as a scanned letter. */
    private static final int FEW_LETTERS = 20;

    /** What a file without a name is called. */
    private static final String UNNAMED = "evrak";

    private final Documents documents;

    /**
     * Takes the readers.
     *
     * @param documents reads files
     */
    public ReadyDocuments(Documents documents) {
        this.documents = documents;
    }

    /**
     * Reads a document.
     *
     * @param input the file
     * @param registryNumber its number in the document management system, or null to take the one it states
     * @param language the language it is written in
     * @return what it gives
     * @throws PeykException with {@link ErrorCode#DOCUMENT_UNREADABLE} when it cannot be read, or holds no text
     */
    public ReadyDocument read(DocumentInput input, @Nullable String registryNumber, Locale language) {
        String sha256;
        try {
            sha256 = Sha256.hex(input.bytes());
        } catch (IOException e) {
            throw new PeykException(ErrorCode.DOCUMENT_UNREADABLE, e);
        }
        DocumentReading reading = documents.read(input);
        String html = DocumentContent.html(reading);
        String text = HtmlText.of(html);
        if (Letters.count(text) < FEW_LETTERS) {
            throw new PeykException(ErrorCode.DOCUMENT_UNREADABLE, why(reading), null);
        }
        String number = registryNumber != null ? registryNumber : reading.info().registryNumber();
        String fileName = DocumentContent.line(input.fileName());
        LanguageVersion version = new LanguageVersion(language, DocumentContent.subject(reading), html, text, null);
        Content content = new Content(
                List.of(version),
                List.of(),
                new SourceDocument(
                        number == null ? null : DocumentContent.line(number),
                        fileName.isEmpty() ? UNNAMED : fileName,
                        sha256,
                        reading.visibleText()));
        Map<Detail, String> details = LabelledDetails.of(reading);
        return new ReadyDocument(content, details, reading, warnings(reading));
    }

    /** The reader's own reason if it has one, and in any case what to do. */
    private static LocalizedText why(DocumentReading reading) {
        for (ReadingNote note : reading.notes()) {
            if (note.kind().incomplete() && note.kind() != ReadingNote.Kind.NO_TEXT) {
                return LocalizedText.of(
                        note.text().tr() + " Metni ayrıca yazın ya da açılabilen bir belge verin.",
                        note.text().en() + " Give the text itself, or a document that opens.");
            }
        }
        return LocalizedText.of(
                "Belgede metin bulunamadı; taranmış bir görsel olabilir. Metni ayrıca yazın ya da metin içeren bir belge"
                        + " verin; yalnızca görselden oluşan mail gönderilmez.",
                "No text was found in the document; it may be a scanned picture. Give the text itself or a document that"
                        + " holds text; a mail made of pictures alone is not sent.");
    }

    private static List<LocalizedText> warnings(DocumentReading reading) {
        List<LocalizedText> warnings = new ArrayList<>();
        reading.notes().forEach(n -> warnings.add(n.text()));
        long images =
                reading.blocks().stream().filter(Block.Image.class::isInstance).count();
        if (images > 0) {
            warnings.add(LocalizedText.of(
                    "Belgedeki görseller metne alınmadı: " + images + ".",
                    "Pictures of the document were not taken over: " + images + "."));
        }
        return warnings;
    }
}
