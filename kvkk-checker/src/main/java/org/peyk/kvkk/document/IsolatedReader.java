package org.peyk.kvkk.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.child.ChildProcess;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.DocumentReader;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.document.ReadingHandler;

/**
 * Reads files in a Java process of its own with a heap of its own, so that a file that takes a parser's memory takes nothing from the portal: for
 * PDF and the old office formats, where others' code reads, or where the portal's heap is small. Without it files are read in the portal's process,
 * within the same limits. What the other process told before it died is kept, and the reading says that there is more.
 *
 * <p>A portal switches it on with one line, {@code processBuilder.documentReader(IsolatedReader.builder().build())}, as readers that are
 * given are asked before those found on the path.
 *
 * <p>Starting the process takes some tenths of a second for each file. Safe for use by several threads; each reading has its process, and
 * waits while as many as allowed are at work.
 */
public final class IsolatedReader implements DocumentReader {
    /** The heap of the other process in MB when nothing else is set. */
    public static final int DEFAULT_HEAP_MEGABYTES = 256;

    /** How many processes are at work at once when nothing else is set. */
    public static final int DEFAULT_AT_ONCE = 2;

    private static final int SMALLEST_HEAP = 32;

    private final List<DocumentReader> readers;
    private final int heapMegabytes;
    private final String classPath;
    private final Semaphore atWork;

    private IsolatedReader(Builder builder) {
        this.readers = List.copyOf(builder.readers);
        this.heapMegabytes = builder.heapMegabytes;
        this.classPath = builder.classPath;
        this.atWork = new Semaphore(builder.atOnce, true);
    }

    /**
     * Starts with the defaults: PDF, {@code .doc}, {@code .ppt}, {@code .xls} and {@code .msg} files, a heap of {@link #DEFAULT_HEAP_MEGABYTES},
     * {@link #DEFAULT_AT_ONCE} processes at once, the class path and module path of this process.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Puts a reader into a process of its own, with the class path and module path of this one.
     *
     * @param reader a public reader with a constructor without parameters, such as {@link PdfReader}
     * @param heapMegabytes the largest heap of the other process in MB, at least 32
     * @return the reader to register in its stead, before those on the path
     */
    public static IsolatedReader around(DocumentReader reader, int heapMegabytes) {
        return builder().readers(reader).heapMegabytes(heapMegabytes).build();
    }

    /**
     * The same with a class path of its own, for application servers and packed applications, whose libraries are not on the class path.
     *
     * @param reader a public reader with a constructor without parameters
     * @param heapMegabytes the largest heap of the other process in MB, at least 32
     * @param classPath where this library and its dependencies are
     * @return the reader to register in its stead
     */
    public static IsolatedReader around(DocumentReader reader, int heapMegabytes, String classPath) {
        return builder()
                .readers(reader)
                .heapMegabytes(heapMegabytes)
                .classPath(classPath)
                .build();
    }

    @Override
    public boolean accepts(DocumentInput input) throws IOException {
        return readerOf(input) != null;
    }

    private @Nullable DocumentReader readerOf(DocumentInput input) throws IOException {
        for (DocumentReader reader : readers) {
            if (reader.accepts(input)) {
                return reader;
            }
        }
        return null;
    }

    @Override
    public void read(DocumentInput input, ReadLimits limits, ReadingHandler handler) throws IOException {
        DocumentReader reader = readerOf(input);
        if (reader == null) {
            throw new IllegalArgumentException("not a file of these readers");
        }
        // each that is at work ends within its limits, so that the wait ends as well
        atWork.acquireUninterruptibly();
        try {
            ChildProcess.read(reader.getClass().getName(), heapMegabytes, classPath, input, limits, handler);
        } finally {
            atWork.release();
        }
    }

    /** Settings of an {@link IsolatedReader}. Not thread-safe. */
    public static final class Builder {
        private List<DocumentReader> readers =
                List.of(new PdfReader(), new DocReader(), new PptReader(), new XlsReader(), new MsgReader());
        private int heapMegabytes = DEFAULT_HEAP_MEGABYTES;
        private int atOnce = DEFAULT_AT_ONCE;
        private String classPath = ChildProcess.ownClassPath();

        private Builder() {}

        /**
         * Sets what is read in a process of its own, instead of the default formats.
         *
         * @param values public readers with a constructor without parameters, in the order they are asked
         * @return this
         */
        public Builder readers(DocumentReader... values) {
            readers = List.of(values);
            return this;
        }

        /**
         * Sets the largest heap of the other process.
         *
         * @param value MB, at least 32; {@link #DEFAULT_HEAP_MEGABYTES} by default
         * @return this
         */
        public Builder heapMegabytes(int value) {
            heapMegabytes = value;
            return this;
        }

        /**
         * Sets how many processes may be at work at once; further readings wait for one of them to end.
         *
         * @param value at least 1; {@link #DEFAULT_AT_ONCE} by default
         * @return this
         */
        public Builder atOnce(int value) {
            atOnce = value;
            return this;
        }

        /**
         * Sets where this library and its dependencies are, for application servers and packed applications, whose libraries are not on the class path.
         *
         * @param value a class path; that of this process by default
         * @return this
         */
        public Builder classPath(String value) {
            classPath = value;
            return this;
        }

        /**
         * Makes the reader.
         *
         * @return the reader to register before those on the path
         * @throws IllegalArgumentException when settings are wrong; the message names all of them
         */
        public IsolatedReader build() {
            List<String> problems = new ArrayList<>();
            if (readers.isEmpty()) {
                problems.add("readers must not be empty");
            }
            if (heapMegabytes < SMALLEST_HEAP) {
                problems.add("heapMegabytes must be at least " + SMALLEST_HEAP);
            }
            if (atOnce < 1) {
                problems.add("atOnce must be at least 1");
            }
            if (classPath.isBlank()) {
                problems.add("classPath must not be blank");
            }
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(String.join("; ", problems));
            }
            return new IsolatedReader(this);
        }
    }
}
