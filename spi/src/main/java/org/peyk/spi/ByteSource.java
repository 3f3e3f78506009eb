package org.peyk.spi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes that can be read from the start as often as needed, from several threads at once. */
public interface ByteSource {

    /**
     * The number of bytes.
     *
     * @return the size in bytes, never negative
     */
    long size();

    /**
     * Opens the bytes from the start. The caller closes the stream.
     *
     * @return a new stream
     * @throws IOException when the bytes can no longer be read
     */
    InputStream open() throws IOException;

    /**
     * Bytes held in memory.
     *
     * @param bytes the bytes; copied
     * @return a source over the copy
     */
    static ByteSource of(byte[] bytes) {
        byte[] copy = bytes.clone();
        return new ByteSource() {
            @Override
            public long size() {
                return copy.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(copy);
            }
        };
    }

    /**
     * Bytes of a file, read anew at each {@link #open()}. The file must not change while the source is in use.
     *
     * @param file a readable file
     * @return a source over the file
     * @throws IOException when the file's size cannot be read
     */
    static ByteSource of(Path file) throws IOException {
        long size = Files.size(file);
        return new ByteSource() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }
        };
    }
}
