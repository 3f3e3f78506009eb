package org.peyk.internal.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.MailRequest;
import org.peyk.spi.RequestId;

/** Requests one after the other, for whoever looks at all of them. */
public final class PastRequests {

    private final Store store;
    private final RequestRows rows;

    public PastRequests(Store store) {
        this.store = store;
        this.rows = new RequestRows(store);
    }

    /** Requests that were handed in at least once, in the order of their ids, which stays as it is while others are made. */
    public List<MailRequest> submitted(Instant since, @Nullable RequestId after, int limit) {
        return store.read(c -> {
            List<RequestId> ids = new ArrayList<>();
            try (PreparedStatement p =
                    c.prepareStatement("select id from peyk_request r where id > ? and created_at >= ?"
                            + " and exists (select 1 from peyk_event e where e.request_id = r.id and e.type = 'SUBMITTED')"
                            + " order by id fetch first ? rows only")) {
                p.setString(1, after == null ? "" : after.value());
                p.setObject(2, Store.time(since));
                p.setInt(3, limit);
                try (ResultSet r = p.executeQuery()) {
                    while (r.next()) {
                        ids.add(RequestId.of(r.getString(1)));
                    }
                }
            }
            List<MailRequest> found = new ArrayList<>();
            for (RequestId id : ids) {
                rows.find(c, id).ifPresent(found::add);
            }
            return found;
        });
    }
}
