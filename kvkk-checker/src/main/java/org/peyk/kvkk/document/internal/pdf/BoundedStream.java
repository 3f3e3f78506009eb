package org.peyk.kvkk.document.internal.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.peyk.kvkk.document.internal.Reading;

/**
 * A PDF stream that is unpacked once with nothing kept, to see how large it gets, before PDFBox unpacks it into memory. Each use counts
 * against the bounds anew, for a page may draw the same stream over and over.
 */
final class BoundedStream extends COSStream {
    /** What a stream may unpack to whatever the ratio. */
    private static final long FLOOR = 1024 * 1024;

    /** What no stream may pass: it is held in memory. */
    private static final long CEILING = 32L * 1024 * 1024;

    private final Reading reading;
    private final Retained retained;
    private long unpackedSize = -1;

    BoundedStream(RandomAccessReadView view, Reading reading, Retained retained) throws IOException {
        super(null, view);
        this.reading = reading;
        this.retained = retained;
    }

    /** How much was unpacked that stays in memory while the document is open: the objects that object streams hold. */
    static final class Retained {
        private static final long MOST = 32L * 1024 * 1024;

        private long bytes;

        private boolean add(long more) {
            bytes += more;
            return bytes <= MOST;
        }
    }

    @Override
    public COSInputStream createInputStream(DecodeOptions options) throws IOException {
        check();
        return super.createInputStream(options);
    }

    @Override
    public RandomAccessRead createView() throws IOException {
        check();
        return super.createView();
    }

    /** Counts what the stream unpacks to; for those who unpack it bit by bit without asking. */
    void check() throws IOException {
        List<Filter> filters = filters();
        if (filters.isEmpty()) {
            reading.tick();
            return;
        }
        if (unpackedSize < 0) {
            unpackedSize = measure(filters);
            if (COSName.OBJ_STM.equals(getCOSName(COSName.TYPE)) && !retained.add(unpackedSize)) {
                throw reading.tooComplex("PDF");
            }
        } else {
            reading.unpacked(unpackedSize);
        }
    }

    private long measure(List<Filter> filters) throws IOException {
        byte[] raw;
        try (InputStream in = createRawInputStream()) {
            raw = in.readAllBytes();
        }
        long bound = Math.min(
                CEILING, Math.max(FLOOR, (long) raw.length * reading.limits().ratio()));
        for (int i = 0; i < filters.size(); i++) {
            boolean last = i == filters.size() - 1;
            Measure measure = new Measure(last ? OutputStream.nullOutputStream() : new ByteArrayOutputStream(), bound);
            filters.get(i).decode(new ByteArrayInputStream(raw), measure, this, i, DecodeOptions.DEFAULT);
            if (last) {
                return measure.size;
            }
            raw = ((ByteArrayOutputStream) measure.out).toByteArray();
        }
        return raw.length;
    }

    /** The filters as PDFBox applies them: each kind once. */
    private List<Filter> filters() throws IOException {
        Set<Filter> found = new LinkedHashSet<>();
        COSBase named = getFilters();
        if (named instanceof COSName name) {
            found.add(FilterFactory.INSTANCE.getFilter(name));
        } else if (named instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i) instanceof COSName name) {
                    found.add(FilterFactory.INSTANCE.getFilter(name));
                }
            }
        }
        return new ArrayList<>(found);
    }

    private final class Measure extends OutputStream {
        private final OutputStream out;
        private final long bound;
        private long size;

        Measure(OutputStream out, long bound) {
            this.out = out;
            this.bound = bound;
        }

        @Override
        public void write(int b) throws IOException {
            count(1);
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            count(length);
            out.write(bytes, offset, length);
        }

        private void count(int length) {
            size += length;
            reading.unpacked(length);
            if (size > bound) {
                throw reading.tooDense();
            }
        }
    }
}
