package org.peyk.kvkk.document;

/**
 * Reads Word documents ({@code .docx}, {@code .docm}, {@code .dotx}; ECMA-376).
 *
 * <p>Blocks: headings by style or outline level, paragraphs, lists, tables and pictures of the body. Segments, besides: headers, footers,
 * notes and text boxes; and, hidden: comments, tracked deletions, hidden text, link targets, descriptions of pictures, field
 * instructions, properties, and the text of every other part. Files inside are read, too.
 */
public final class DocxReader extends FormatReader {

    /** For the service loader and for a builder. */
    public DocxReader() {
        super(Formats.DOCX);
    }
}
