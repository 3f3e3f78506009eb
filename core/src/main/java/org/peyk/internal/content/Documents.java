package org.peyk.internal.content;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.document.DocumentException;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.DocumentReader;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.document.ReadingNote;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads files with the registered readers. Whatever goes wrong is a note of an incomplete reading, never an exception. */
public final class Documents {

    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);

    private final List<DocumentReader> readers;
    private final ReadLimits limits;

    /**
     * Takes the readers in the order they are asked.
     *
     * @param readers the readers
     * @param limits the bounds of each reading
     */
    public Documents(List<DocumentReader> readers, ReadLimits limits) {
        this.readers = List.copyOf(readers);
        this.limits = limits;
    }

    /**
     * Reads a file with the first reader that accepts it.
     *
     * @param input the file
     * @return what was read; incomplete, with a note that says why, when not everything was
     */
    public DocumentReading read(DocumentInput input) {
        DocumentReading.Collector collector = new DocumentReading.Collector();
        List<String> broken = new ArrayList<>();
        @Nullable DocumentReader reader = choose(input, broken);
        if (reader != null) {
            readWith(reader, input, collector);
        } else if (!broken.isEmpty()) {
            collector.note(failed(String.join(", ", broken)));
        } else {
            collector.note(new ReadingNote(
                    ReadingNote.Kind.UNKNOWN_TYPE,
                    LocalizedText.of(
                            "Bu dosya türünü okuyan bir eklenti yok; içine bakılmadı.",
                            "No reader knows this kind of file; it was not looked into.")));
        }
        return collector.reading();
    }

    private @Nullable DocumentReader choose(DocumentInput input, List<String> broken) {
        for (DocumentReader reader : readers) {
            try {
                if (reader.accepts(input)) {
                    return reader;
                }
            } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
                report(reader, e);
                broken.add(reader.info().name());
            }
        }
        return null;
    }

    private void readWith(DocumentReader reader, DocumentInput input, DocumentReading.Collector collector) {
        try {
            reader.read(input, limits, collector);
        } catch (DocumentException e) {
            report(reader, e);
            collector.note(new ReadingNote(ReadingNote.Kind.DAMAGED, e.text()));
        } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
            report(reader, e);
            collector.note(failed(reader.info().name()));
        }
    }

    /** The message of an exception may quote the file, so that only its class is logged. */
    private static void report(DocumentReader reader, Throwable e) {
        LOG.warn(
                "document reader {} failed with {}",
                reader.info().name(),
                e.getClass().getName());
    }

    private static ReadingNote failed(String reader) {
        return new ReadingNote(
                ReadingNote.Kind.DAMAGED,
                LocalizedText.of(
                        "Dosya okunamadı (okuyucu: " + reader + "); bozuk olabilir.",
                        "The file could not be read (reader: " + reader + "); it may be damaged."));
    }
}
