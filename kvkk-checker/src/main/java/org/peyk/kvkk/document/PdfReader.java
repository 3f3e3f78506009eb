package org.peyk.kvkk.document;

/**
 * Reads PDF files (ISO 32000).
 *
 * <p>Blocks: headings, paragraphs, bullet lists and tables, by where the letters stand on the page. Segments, besides: form fields and
 * bookmarks; and, hidden: annotations, link targets, properties, metadata and files inside. Pages without text, letters that do not map to
 * text, and pictures are noted.
 *
 * <p>For files that do not hold their fonts, PDFBox looks once for those of the system and keeps their list in {@code .pdfbox.cache} in the
 * user's home; the system property {@code pdfbox.fontcache} names another folder.
 */
public final class PdfReader extends FormatReader {

    /** For the service loader and for a builder. */
    public PdfReader() {
        super(Formats.PDF);
    }
}
