package org.peyk.kvkk.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.document.DocumentException;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.DocumentReader;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.document.ReadingNote;
import org.peyk.spi.document.ReadingNote.Kind;

/**
 * Readers in the order they are asked. For programs that read documents without the mail process; the process has its own list of the
 * readers given to it. Thread-safe.
 */
public final class DocumentReaders {
    private static final DocumentReaders STANDARD = new DocumentReaders(List.of(
            new DocxReader(),
            new XlsxReader(),
            new PptxReader(),
            new OdfReader(),
            new EypReader(),
            new ZipReader(),
            new ProtectedOfficeReader(),
            new DocReader(),
            new PptReader(),
            new XlsReader(),
            new MsgReader(),
            new PdfReader(),
            new RtfReader(),
            new EmlReader(),
            new HtmlReader(),
            new CsvReader(),
            new TextReader()));

    private final List<DocumentReader> readers;

    private DocumentReaders(List<DocumentReader> readers) {
        this.readers = List.copyOf(readers);
    }

    /**
     * All readers of this module.
     *
     * @return the readers
     */
    public static DocumentReaders standard() {
        return STANDARD;
    }

    /**
     * These readers with one more that is asked before them.
     *
     * @param reader the reader to ask first
     * @return a new list
     */
    public DocumentReaders withFirst(DocumentReader reader) {
        List<DocumentReader> longer = new ArrayList<>();
        longer.add(reader);
        longer.addAll(readers);
        return new DocumentReaders(longer);
    }

    /**
     * The readers in the order they are asked.
     *
     * @return an unmodifiable list
     */
    public List<DocumentReader> readers() {
        return readers;
    }

    /**
     * Reads a file with the first reader that knows it. What is wrong with the file never throws: an unknown, damaged, encrypted or
     * oversized file gives a reading that is not {@link DocumentReading#complete() complete} and says why, with what could be read.
     *
     * @param input the file
     * @param limits the bounds of the reading
     * @return the reading
     */
    public DocumentReading read(DocumentInput input, ReadLimits limits) {
        DocumentReading.Collector collector = new DocumentReading.Collector();
        try {
            DocumentReader reader = readerOf(input);
            if (reader == null) {
                collector.note(new ReadingNote(Kind.UNKNOWN_TYPE, Notes.UNKNOWN_TYPE));
            } else {
                reader.read(input, limits, collector);
            }
        } catch (DocumentException e) {
            collector.note(new ReadingNote(Kind.DAMAGED, e.text()));
        } catch (IOException e) {
            damaged(collector, Notes.UNREADABLE);
        } catch (RuntimeException | StackOverflowError e) {
            // a reader of somebody else's
            damaged(collector, Notes.DAMAGED);
        }
        return collector.reading();
    }

    private @Nullable DocumentReader readerOf(DocumentInput input) throws IOException {
        for (DocumentReader reader : readers) {
            if (reader.accepts(input)) {
                return reader;
            }
        }
        return null;
    }

    private static void damaged(DocumentReading.Collector collector, LocalizedText text) {
        collector.note(new ReadingNote(Kind.DAMAGED, text));
    }
}
