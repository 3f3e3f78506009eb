package org.peyk.kvkk.document.internal.pdf;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.ICOSParser;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.peyk.kvkk.document.internal.Reading;

/**
 * A PDF parser whose streams do not unpack without bounds. PDFBox unpacks into memory whatever a stream says, on loading already; so every
 * stream is one of ours. Nothing is written to disk.
 */
final class BoundedParser extends PDFParser {

    BoundedParser(byte[] bytes, Reading reading) throws IOException {
        super(new TimedSource(bytes, reading), "", null, null, IOUtils.createMemoryOnlyStreamCache());
        COSDocument unbounded = document;
        document = new BoundedDocument(this, reading);
        unbounded.close();
    }

    private static final class BoundedDocument extends COSDocument {
        private final ICOSParser parser;
        private final Reading reading;
        private final BoundedStream.Retained retained = new BoundedStream.Retained();

        BoundedDocument(ICOSParser parser, Reading reading) {
            super(IOUtils.createMemoryOnlyStreamCache(), parser);
            this.parser = parser;
            this.reading = reading;
        }

        @Override
        public COSStream createCOSStream(COSDictionary dictionary, long start, long length) throws IOException {
            COSStream stream = new BoundedStream(parser.createRandomAccessReadView(start, length), reading, retained);
            dictionary.forEach(stream::setItem);
            stream.setKey(dictionary.getKey());
            return stream;
        }
    }

    /** The file, read with an eye on the clock: repairing a broken cross-reference table goes over it many times. */
    private static final class TimedSource extends RandomAccessReadBuffer {
        private final Reading reading;

        TimedSource(byte[] bytes, Reading reading) {
            super(bytes);
            this.reading = reading;
        }

        @Override
        public int read() throws IOException {
            reading.tick();
            return super.read();
        }
    }
}
