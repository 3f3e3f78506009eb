package org.peyk.spi.recipient;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.Plugin;
import org.peyk.spi.Selection;

/**
 * Where recipients come from: a file, a database query, a directory service.
 *
 * <p><b>When.</b> {@link #count} before approval and before sending; {@link #page} when a request is about to be sent, until the last page,
 * and again from the last stored cursor after a crash. <b>Thread.</b> A worker thread of the library, outside any transaction; several
 * requests may read at once. May block; answers an interrupt. <b>Order.</b> Stable: a page read twice with the same cursor names the same
 * people unless the data changed, and people who join or leave elsewhere do not move the cursor. <b>Errors.</b> A {@link
 * RecipientSourceException} stops the expansion where it is; it is tried again later and nothing is sent meanwhile. What the library
 * leaves to itself: one person once, address checks, exclusion.
 */
public interface RecipientSource extends Plugin {

    /**
     * The name that selections use.
     *
     * @return a stable name, unique among the sources of a process
     */
    String name();

    /**
     * The groups this source can list.
     *
     * @return the groups, in the order a form should show them
     */
    List<AudienceGroup> groups();

    /**
     * Counts the people of a selection without listing them.
     *
     * @param selection what to count
     * @return how many rows {@link #page} would give in all, at this moment
     * @throws RecipientSourceException when the source cannot be read or does not know the group or a filter
     * @throws InterruptedException when the thread is asked to stop
     */
    long count(Selection selection) throws RecipientSourceException, InterruptedException;

    /**
     * Reads the next people of a selection.
     *
     * @param selection what to read
     * @param after the cursor of the page before, or null for the first page
     * @param limit how many people at most; at least 1
     * @return the page; its cursor is null when there is nothing after it
     * @throws RecipientSourceException when the source cannot be read or does not know the group, a filter or the cursor
     * @throws InterruptedException when the thread is asked to stop
     */
    RecipientPage page(Selection selection, @Nullable String after, int limit)
            throws RecipientSourceException, InterruptedException;

    /**
     * A digest of a list that does not change by itself, such as an uploaded file. It becomes part of what an approval binds to, so that
     * another file voids the approval.
     *
     * @param selection the selection
     * @return SHA-256 of the list in hexadecimal, or empty for a live source whose members come and go
     * @throws RecipientSourceException when the source cannot be read
     */
    default Optional<String> fingerprint(Selection selection) throws RecipientSourceException {
        return Optional.empty();
    }
}
