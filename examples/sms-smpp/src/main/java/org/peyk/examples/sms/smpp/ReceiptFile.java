package org.peyk.examples.sms.smpp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Lines of fields that are only ever added to. A line that a dying process left half written is dropped when the file is opened again. */
final class ReceiptFile implements AutoCloseable {

    private static final String FIELD = "\t";

    private final Path path;
    private final FileChannel guard;
    private FileChannel channel;

    private ReceiptFile(Path path, FileChannel guard, FileChannel channel) {
        this.path = path;
        this.guard = guard;
        this.channel = channel;
    }

    static ReceiptFile open(Path path) throws IOException {
        FileChannel guard = FileChannel.open(
                path.resolveSibling(path.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = guard.tryLock();
            if (lock == null) {
                throw new IOException("another process has the receipt book open");
            }
            return new ReceiptFile(path, guard, appending(path));
        } catch (OverlappingFileLockException e) {
            guard.close();
            throw new IOException("the receipt book is open already", e);
        } catch (IOException e) {
            guard.close();
            throw e;
        }
    }

    private static FileChannel appending(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** All whole lines. */
    List<String[]> lines() throws IOException {
        String all = Files.readString(path, StandardCharsets.UTF_8);
        List<String[]> lines = new ArrayList<>();
        int start = 0;
        for (int end = all.indexOf('\n'); end >= 0; end = all.indexOf('\n', start)) {
            lines.add(all.substring(start, end).split(FIELD, -1));
            start = end + 1;
        }
        return lines;
    }

    /** Puts these lines in the place of all there were. */
    void rewrite(List<String[]> lines) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        StringBuilder all = new StringBuilder();
        lines.forEach(line -> all.append(line(line)));
        Files.writeString(fresh, all, StandardCharsets.UTF_8);
        try (FileChannel written = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        channel.close();
        Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        channel = appending(path);
    }

    /** Adds a line; {@code durable}: whether it has to outlive the machine, not only the process. */
    void append(boolean durable, String... fields) throws IOException {
        ByteBuffer octets = ByteBuffer.wrap(line(fields).getBytes(StandardCharsets.UTF_8));
        while (octets.hasRemaining()) {
            channel.write(octets);
        }
        if (durable) {
            channel.force(false);
        }
    }

    /** What a centre calls a message may hold anything; what would end a field or a line is left out. */
    private static String line(String... fields) {
        List<String> clean = new ArrayList<>();
        for (String field : fields) {
            clean.add(field.replaceAll("[\\p{Cntrl}]", ""));
        }
        return String.join(FIELD, clean) + "\n";
    }

    @Override
    public void close() throws IOException {
        channel.close();
        guard.close();
    }
}
