package org.peyk.spi.tck;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.peyk.spi.ByteSource;

/** Bytes that know whether every stream over them was closed, and that may fail. */
final class TrickyBytes implements ByteSource {
    private final byte[] bytes;
    private final int goodBytes;
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();

    private TrickyBytes(byte[] bytes, int goodBytes) {
        this.bytes = bytes;
        this.goodBytes = goodBytes;
    }

    static TrickyBytes of(byte[] bytes) {
        return new TrickyBytes(bytes, bytes.length);
    }

    static TrickyBytes of(ByteSource source) throws IOException {
        try (InputStream in = source.open()) {
            return of(in.readAllBytes());
        }
    }

    /** Gives so many bytes and then fails; fails to open when none are good. */
    TrickyBytes failingAfter(int good) {
        return new TrickyBytes(bytes, good);
    }

    int opened() {
        return opened.get();
    }

    int leftOpen() {
        return open.get();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open() throws IOException {
        opened.incrementAndGet();
        if (goodBytes == 0 && bytes.length > 0) {
            throw new Gone();
        }
        open.incrementAndGet();
        InputStream good = new ByteArrayInputStream(bytes, 0, goodBytes);
        InputStream all = goodBytes == bytes.length ? good : new SequenceInputStream(good, new Failing());
        return new FilterInputStream(all) {
            private boolean closed;

            @Override
            public void close() throws IOException {
                if (!closed) {
                    closed = true;
                    open.decrementAndGet();
                }
                super.close();
            }
        };
    }

    /** The file is no longer there. */
    static final class Gone extends IOException {
        private static final long serialVersionUID = 1L;

        Gone() {
            super("the file can no longer be read");
        }
    }

    private static final class Failing extends InputStream {
        @Override
        public int read() throws IOException {
            throw new Gone();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            throw new Gone();
        }
    }
}
