package org.peyk.kvkk.document;

import java.io.IOException;
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
 * <p>Starting the process takes some tenths of a second for each file. Stateless and safe for use by several threads; each reading has its process.
 */
public final class IsolatedReader implements DocumentReader {
    private static final int SMALLEST_HEAP = 32;

    private final DocumentReader reader;
    private final int heapMegabytes;
    private final String classPath;

    private IsolatedReader(DocumentReader reader, int heapMegabytes, String classPath) {
        this.reader = reader;
        this.heapMegabytes = heapMegabytes;
        this.classPath = classPath;
    }

    /**
     * Puts a reader into a process of its own, with the class path and module path of this one.
     *
     * @param reader a public reader with a constructor without parameters, such as {@link PdfReader}
     * @param heapMegabytes the largest heap of the other process in MB, at least 32
     * @return the reader to register in its stead, before those on the path
     */
    public static IsolatedReader around(DocumentReader reader, int heapMegabytes) {
        return around(reader, heapMegabytes, ChildProcess.ownClassPath());
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
        if (heapMegabytes < SMALLEST_HEAP) {
            throw new IllegalArgumentException("heapMegabytes must be at least " + SMALLEST_HEAP);
        }
        if (classPath.isBlank()) {
            throw new IllegalArgumentException("classPath must not be blank");
        }
        return new IsolatedReader(reader, heapMegabytes, classPath);
    }

    @Override
    public boolean accepts(DocumentInput input) throws IOException {
        return reader.accepts(input);
    }

    @Override
    public void read(DocumentInput input, ReadLimits limits, ReadingHandler handler) throws IOException {
        ChildProcess.read(reader.getClass().getName(), heapMegabytes, classPath, input, limits, handler);
    }
}
