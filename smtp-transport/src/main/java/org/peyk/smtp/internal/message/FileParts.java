package org.peyk.smtp.internal.message;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.Attachment;

/**
 * Files in their encoded form, for messages whose texts differ while their files are the same: only what differs is encoded again. A file is
 * kept from the second message on that holds it, so that one which all recipients share is not kept twice. Bounded in bytes; larger files are
 * read anew each time. Thread-safe.
 */
final class FileParts {
    private static final long MOST_BYTES = 16L * 1024 * 1024;
    private static final int SHARE_OF_HEAP = 32;
    private static final int MOST_SEEN = 256;

    /** Encodes a file, having seen that it is the one its digest names. */
    @FunctionalInterface
    interface Encoder<E extends Exception> {
        byte[] encode() throws E;
    }

    private final long maxBytes;
    private final Map<String, byte @Nullable []> files = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    FileParts() {
        this(Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
    }

    FileParts(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * The encoded bytes of a file.
     *
     * @return null when they are to be written without being kept
     */
    <E extends Exception> byte @Nullable [] encoded(Attachment file, Encoder<E> encoder) throws E {
        long size = file.bytes().size();
        if (size < 0 || size * 3 > maxBytes * 2) {
            return null;
        }
        String key = file.sha256();
        synchronized (files) {
            byte[] kept = files.get(key);
            if (kept != null) {
                return kept;
            }
            if (!files.containsKey(key)) {
                files.put(key, null);
                trim();
                return null;
            }
        }
        byte[] made = encoder.encode();
        synchronized (files) {
            if (made.length <= maxBytes) {
                byte[] other = files.put(key, made);
                bytes += made.length - (other == null ? 0 : other.length);
                trim();
            }
        }
        return made;
    }

    private void trim() {
        var eldest = files.values().iterator();
        while (bytes > maxBytes || files.size() > MOST_SEEN) {
            byte[] dropped = eldest.next();
            bytes -= dropped == null ? 0 : dropped.length;
            eldest.remove();
        }
    }
}
