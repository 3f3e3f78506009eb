package org.peyk.smtp.internal.message;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The encoded contents used last: few, for few are sent at a time, and bounded in bytes, for each may hold large attachments. */
final class ContentCache {
    private static final int MAX_ENTRIES = 16;
    private static final long MOST_BYTES = 32L * 1024 * 1024;
    private static final int SHARE_OF_HEAP = 8;

    /** Makes what is not there yet. */
    @FunctionalInterface
    interface Maker {
        EncodedContent make() throws MessageException;
    }

    private final long maxBytes = Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    private final Map<String, EncodedContent> contents = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /**
     * The content of a key. Sessions that need one that is just being encoded wait for it instead of encoding it again.
     */
    synchronized EncodedContent get(String key, Maker maker) throws MessageException {
        EncodedContent known = contents.get(key);
        if (known != null) {
            return known;
        }
        EncodedContent made = maker.make();
        contents.put(key, made);
        bytes += made.size();
        // the newest one stays, whatever its size: it is the one in use
        Iterator<EncodedContent> eldest = contents.values().iterator();
        while (contents.size() > 1 && (contents.size() > MAX_ENTRIES || bytes > maxBytes)) {
            bytes -= eldest.next().size();
            eldest.remove();
        }
        return made;
    }
}
