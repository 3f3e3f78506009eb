package org.peyk.internal.store;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.RequestId;

/**
 * Requests as this node last left them, so that who goes on with one need not read it again. Somebody else may have changed them since, which
 * the store notices when a change is made from what is here. Bounded; the longest unused goes first. Thread-safe.
 */
final class RecentHeads {

    private final long most;
    private final LinkedHashMap<RequestId, RequestRows.Head> heads = new LinkedHashMap<>(16, 0.75f, true);
    private long characters;

    /** @param most how many characters of requests, as they are written down, are kept */
    RecentHeads(long most) {
        this.most = most;
    }

    synchronized RequestRows.@Nullable Head get(RequestId id) {
        return heads.get(id);
    }

    /** Keeps a request in place of what was known of it. One with files is read from the store, as that has them for good. */
    synchronized void put(RequestRows.Head head) {
        RequestId id = head.request().id();
        forget(id);
        if (head.request().state().terminal()
                || !head.request().form().content().attachments().isEmpty()
                || head.snapshot().length() > most) {
            return;
        }
        heads.put(id, head);
        characters += head.snapshot().length();
        Iterator<Map.Entry<RequestId, RequestRows.Head>> oldest =
                heads.entrySet().iterator();
        while (characters > most) {
            characters -= oldest.next().getValue().snapshot().length();
            oldest.remove();
        }
    }

    synchronized void forget(RequestId id) {
        RequestRows.Head gone = heads.remove(id);
        if (gone != null) {
            characters -= gone.snapshot().length();
        }
    }
}
