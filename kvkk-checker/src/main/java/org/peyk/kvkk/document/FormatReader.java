package org.peyk.kvkk.document;

import java.io.IOException;
import org.peyk.kvkk.document.internal.FileHead;
import org.peyk.kvkk.document.internal.FileReading;
import org.peyk.kvkk.document.internal.Format;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.DocumentReader;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.document.ReadingHandler;

/** A reader of one format. */
abstract class FormatReader implements DocumentReader {
    private final Format format;

    FormatReader(Format format) {
        this.format = format;
    }

    @Override
    public final boolean accepts(DocumentInput input) throws IOException {
        return format.recognises(FileHead.of(input));
    }

    @Override
    public final void read(DocumentInput input, ReadLimits limits, ReadingHandler handler) throws IOException {
        FileReading.run(format, input, limits, handler, Formats.ALL);
    }
}
