package org.peyk;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.mailbox.IncomingKind;

/**
 * What one reading of the mailboxes brought.
 *
 * @param mails how many new mails of each kind; kinds that did not come are absent
 * @param known mails that were read again and had been taken in before
 * @param busy names of mailboxes that another node was reading
 * @param failed mailboxes that could not be read, by name, and why; the next poll goes on where they stopped
 */
public record MailboxPoll(
        Map<IncomingKind, Long> mails, long known, List<String> busy, Map<String, LocalizedText> failed) {

    /** Copies the collections. */
    public MailboxPoll {
        Map<IncomingKind, Long> sorted = new EnumMap<>(IncomingKind.class);
        sorted.putAll(mails);
        mails = Collections.unmodifiableMap(sorted);
        busy = List.copyOf(busy);
        failed = Collections.unmodifiableMap(new TreeMap<>(failed));
    }

    /**
     * All new mails.
     *
     * @return their number
     */
    public long total() {
        return mails.values().stream().mapToLong(Long::longValue).sum();
    }
}
