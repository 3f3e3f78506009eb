package org.peyk.smtp.internal.message;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The encoded contents used last: few, for few are sent at a time, and bounded in bytes, for each may hold large attachments. Thread-safe;
 * contents that are different are encoded side by side, unless they are large, as several of those at once might not fit.
 */
final class ContentCache {
    private static final int MAX_ENTRIES = 16;
    private static final long MOST_BYTES = 32L * 1024 * 1024;
    private static final int SHARE_OF_HEAP = 8;

    /** From here on contents are encoded one after the other. */
    private static final int LARGE = 512 * 1024;

    /** Makes what is not there yet. */
    @FunctionalInterface
    interface Maker {
        EncodedContent make() throws MessageException;
    }

    /** One content, once it is encoded. Its lock is held while it is. */
    private static final class Slot {
        private @Nullable EncodedContent content;
        /** Whether its bytes are counted; guarded by the cache's lock. */
        private boolean counted;
    }

    private final long maxBytes = Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    private final Map<String, Slot> slots = new LinkedHashMap<>(16, 0.75f, true);
    private final Object large = new Object();
    private long bytes;

    /**
     * The content of a key. Sessions that need one that is just being encoded wait for it instead of encoding it again.
     *
     * @param expected about how many bytes it will have
     */
    EncodedContent get(String key, int expected, Maker maker) throws MessageException {
        Slot slot;
        synchronized (slots) {
            slot = slots.computeIfAbsent(key, k -> new Slot());
        }
        EncodedContent content;
        synchronized (slot) {
            content = slot.content;
            if (content == null) {
                content = make(expected, maker);
                slot.content = content;
            }
        }
        synchronized (slots) {
            count(key, slot, content);
        }
        return content;
    }

    private EncodedContent make(int expected, Maker maker) throws MessageException {
        if (expected < LARGE) {
            return maker.make();
        }
        synchronized (large) {
            return maker.make();
        }
    }

    private void count(String key, Slot slot, EncodedContent content) {
        if (slot.counted || slots.get(key) != slot) {
            // counted already, or dropped while it was encoded
            return;
        }
        slot.counted = true;
        bytes += content.size();
        // the newest one stays, whatever its size: it is the one in use
        Iterator<Slot> eldest = slots.values().iterator();
        while (slots.size() > 1 && (slots.size() > MAX_ENTRIES || bytes > maxBytes)) {
            Slot dropped = eldest.next();
            if (dropped != slot) {
                bytes -= dropped.counted && dropped.content != null ? dropped.content.size() : 0;
                eldest.remove();
            }
        }
    }
}
