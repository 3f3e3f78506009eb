package org.peyk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peyk.internal.difference.ContentDifference;
import org.peyk.internal.lifecycle.Event;
import org.peyk.internal.store.RequestRows;
import org.peyk.internal.store.RequestRows.StoredEvent;
import org.peyk.internal.store.Store;
import org.peyk.spi.Content;
import org.peyk.spi.RequestId;

/** The texts a request had, as its events tell. */
final class Revisions {

    private final List<Content> contents = new ArrayList<>();
    private int approved;

    private Revisions() {}

    static Revisions of(Store store, RequestRows rows, RequestId id) {
        List<StoredEvent> history = store.read(c -> rows.history(c, id));
        if (history.isEmpty()) {
            throw new PeykException(ErrorCode.NOT_FOUND, null);
        }
        Revisions r = new Revisions();
        history.forEach(e -> r.follow(rows.happened(e).event()));
        return r;
    }

    private void follow(Event e) {
        if (e instanceof Event.Created created) {
            contents.add(created.form().content());
        } else if (e instanceof Event.Revised revised) {
            contents.add(revised.form().content());
        } else if (e instanceof Event.Approved) {
            approved = contents.size();
        }
    }

    RequestDifference between(int from, int to) {
        if (from < 1 || to < from || to > contents.size()) {
            throw new IllegalArgumentException("from and to must be revisions of the request, from not after to");
        }
        return new RequestDifference(from, to, ContentDifference.of(contents.get(from - 1), contents.get(to - 1)));
    }

    Optional<RequestDifference> sinceApproval() {
        return approved == 0 ? Optional.empty() : Optional.of(between(approved, contents.size()));
    }
}
