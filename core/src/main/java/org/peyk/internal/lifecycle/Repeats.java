package org.peyk.internal.lifecycle;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.Action;
import org.peyk.MailRequest;
import org.peyk.RequestState;
import org.peyk.spi.PersonId;

/** Second clicks: a command that has been carried out already, by the same person, gives the first one's result. Pure. */
final class Repeats {

    /** Where the decisions of one person lead that end or stop something. */
    private static final Map<Action, RequestState> LEADS_TO = Map.of(
            Action.REJECT, RequestState.REJECTED,
            Action.REQUEST_CHANGES, RequestState.CHANGES_REQUESTED,
            Action.CANCEL, RequestState.CANCELLED,
            Action.PAUSE, RequestState.PAUSED);

    /** Where a request is once its last approval was given. */
    private static final Set<RequestState> PASSED = EnumSet.of(
            RequestState.APPROVED,
            RequestState.SCHEDULED,
            RequestState.SENDING,
            RequestState.PAUSED,
            RequestState.SENT);

    private Repeats() {}

    /** Whether the last thing that moved it was its submission. */
    private static boolean submitted(MailRequest r) {
        boolean permitted = r.plan() != null && r.plan().steps().isEmpty();
        return r.state() == RequestState.IN_APPROVAL || (permitted && r.state() == RequestState.APPROVED);
    }

    /** Whether a command was carried out before, so that nothing has to be done. */
    static boolean repeated(MailRequest r, Command command, @Nullable PersonId actor) {
        if (command instanceof Command.Submit c) {
            return c.digest().equals(r.digest()) && submitted(r);
        }
        if (command instanceof Command.Approve c) {
            return PASSED.contains(r.state())
                    && r.approvals().stream()
                            .anyMatch(a -> a.by().equals(actor) && a.digest().equals(c.digest()));
        }
        if (command instanceof Command.CloseReview) {
            return actor != null
                    && r.review() != null
                    && actor.equals(r.review().closedBy());
        }
        if (command instanceof Command.Schedule c) {
            return r.state() == RequestState.SCHEDULED && c.at() != null && c.at().equals(r.sendAt());
        }
        return actor != null && actor.equals(r.remarkBy()) && r.state() == LEADS_TO.get(command.action());
    }
}
