package org.peyk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peyk.internal.difference.FormDifference;
import org.peyk.internal.lifecycle.Event;
import org.peyk.internal.store.RequestRows;
import org.peyk.internal.store.RequestRows.StoredEvent;
import org.peyk.internal.store.Store;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;

/** The forms a request had, as its events tell. */
final class Revisions {

    private final List<RequestForm> forms = new ArrayList<>();
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
            forms.add(created.form());
        } else if (e instanceof Event.Revised revised) {
            forms.add(revised.form());
        } else if (e instanceof Event.Approved) {
            approved = forms.size();
        }
    }

    RequestDifference between(int from, int to) {
        if (from < 1 || to < from || to > forms.size()) {
            throw new IllegalArgumentException("from and to must be revisions of the request, from not after to");
        }
        return difference(from, to, forms.get(from - 1), forms.get(to - 1));
    }

    static RequestDifference difference(int from, int to, RequestForm before, RequestForm after) {
        return new RequestDifference(from, to, FormDifference.of(before, after));
    }

    Optional<RequestDifference> sinceApproval() {
        return approved == 0 ? Optional.empty() : Optional.of(between(approved, forms.size()));
    }
}
