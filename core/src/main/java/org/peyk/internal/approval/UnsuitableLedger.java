package org.peyk.internal.approval;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.MailRequest;
import org.peyk.PermissionReview;
import org.peyk.internal.duplicate.Wording;
import org.peyk.internal.lifecycle.Event;
import org.peyk.internal.store.Change;
import org.peyk.internal.store.CommitHook;
import org.peyk.internal.store.Store;
import org.peyk.internal.store.UnsuitableRows;
import org.peyk.spi.RequestView;

/**
 * Remembers what reviewers found wrong, in the transaction that closes the review: the request and what it says, as numbers alone. The request
 * itself forgets the review once it is changed or sent back.
 */
public final class UnsuitableLedger implements CommitHook, UnsuitableUses {

    private final Store store;

    public UnsuitableLedger(Store store) {
        this.store = store;
    }

    @Override
    public void with(Change change, @Nullable MailRequest before, MailRequest after, List<Event> events) {
        PermissionReview review = after.review();
        boolean found = events.stream().anyMatch(e -> e instanceof Event.ReviewClosed closed && !closed.suitable());
        if (found && review != null) {
            Set<Long> wordings = Wording.wholes(after.form().content().versions());
            UnsuitableRows.put(change, review.asked().permission(), after.id(), wordings, after.updatedAt());
        }
    }

    @Override
    public boolean found(String permission, RequestView request) {
        Set<Long> wordings = Wording.wholes(request.form().content().versions());
        return store.look(c -> UnsuitableRows.any(c, permission, request.id(), wordings));
    }
}
