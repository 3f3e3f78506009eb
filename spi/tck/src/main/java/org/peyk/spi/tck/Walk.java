package org.peyk.spi.tck;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.PersonId;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.Recipient;
import org.peyk.spi.recipient.RecipientPage;
import org.peyk.spi.recipient.RecipientSource;
import org.peyk.spi.recipient.RecipientSourceException;
import org.peyk.spi.recipient.RejectedRow;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A selection read page by page to its end.
 *
 * @param cursors the cursors after each page but the last
 * @param read how many recipients had been read at each cursor
 */
record Walk(List<Recipient> recipients, List<RejectedRow> rejected, List<String> cursors, List<Integer> read) {

    static Walk of(RecipientSource source, Selection selection, int limit)
            throws RecipientSourceException, InterruptedException {
        return from(source, selection, null, limit);
    }

    static Walk from(RecipientSource source, Selection selection, @Nullable String after, int limit)
            throws RecipientSourceException, InterruptedException {
        Walk walk = new Walk(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Set<String> seen = new HashSet<>();
        String cursor = after;
        do {
            RecipientPage page = source.page(selection, cursor, limit);
            assertThat(page.recipients()).as("people of a page").hasSizeLessThanOrEqualTo(limit);
            walk.recipients.addAll(page.recipients());
            walk.rejected.addAll(page.rejected());
            cursor = page.next();
            if (cursor != null) {
                assertThat(seen.add(cursor)).as("a cursor not met before").isTrue();
                walk.cursors.add(cursor);
                walk.read.add(walk.recipients.size());
            }
        } while (cursor != null);
        return walk;
    }

    Set<PersonId> people() {
        return recipients.stream().map(Recipient::person).collect(Collectors.toSet());
    }
}
