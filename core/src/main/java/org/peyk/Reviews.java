package org.peyk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.peyk.internal.approval.Standings;
import org.peyk.internal.lifecycle.Command;
import org.peyk.internal.lifecycle.PeopleRules;
import org.peyk.internal.store.PermissionRows;
import org.peyk.internal.store.RequestCommands;
import org.peyk.internal.store.RequestRows;
import org.peyk.internal.store.Store;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestId;
import org.peyk.spi.approval.LaterReview;

/**
 * The look afterwards at requests that went out by a permission given beforehand or because they could not wait. A review is open from the
 * moment of approval until one of its reviewers closes it. Thread-safe.
 */
public final class Reviews {

    private final Store store;
    private final RequestRows rows;
    private final RequestCommands commands;
    private final Standings standings;
    private final Clock clock;

    Reviews(Store store, RequestCommands commands, Standings standings, Clock clock) {
        this.store = store;
        this.rows = new RequestRows(store);
        this.commands = commands;
        this.standings = standings;
        this.clock = clock;
    }

    /**
     * Requests nobody has looked at yet, the oldest first.
     *
     * @param limit how many at most
     * @return the requests
     */
    public List<MailRequest> open(int limit) {
        return store.read(c -> {
            List<MailRequest> found = new ArrayList<>();
            for (RequestId id : PermissionRows.open(c, limit)) {
                rows.find(c, id).ifPresent(found::add);
            }
            return found;
        });
    }

    /**
     * Requests that used a permission, looked at or not, the oldest first.
     *
     * @param permission name of the permission
     * @param since from when on
     * @param limit how many at most
     * @return the requests
     */
    public List<MailRequest> uses(String permission, Instant since, int limit) {
        return store.read(c -> {
            List<MailRequest> found = new ArrayList<>();
            for (RequestId id : PermissionRows.uses(c, permission, since, limit)) {
                rows.find(c, id).ifPresent(found::add);
            }
            return found;
        });
    }

    /**
     * Says that the use of a permission was looked at.
     *
     * @param actor one of the reviewers, who neither touched nor approved the request
     * @param id the request
     * @param suitable whether the permission was rightly used
     * @param note what was found
     * @return the request
     * @throws RefusedException when no review is open, or the person is no reviewer of it
     */
    public MailRequest close(PersonId actor, RequestId id, boolean suitable, String note) {
        return commands.execute(id, actor, r -> {
            PermissionReview review = r.review();
            LaterReview asked = review == null ? null : review.asked();
            boolean reviewer = asked != null && standings.reviews(asked, PeopleRules.users(r), actor, clock.instant());
            return new Command.CloseReview(reviewer, suitable, note);
        });
    }
}
