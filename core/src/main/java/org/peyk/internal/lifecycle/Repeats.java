package org.peyk.internal.lifecycle;

import java.util.Map;
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

    private Repeats() {}

    /** Whether a command was carried out before, so that nothing has to be done. */
    static boolean repeated(MailRequest r, Command command, @Nullable PersonId actor) {
        if (command instanceof Command.Submit c) {
            return r.state() == RequestState.IN_APPROVAL && c.digest().equals(r.digest());
        }
        if (command instanceof Command.Schedule c) {
            return r.state() == RequestState.SCHEDULED && c.at() != null && c.at().equals(r.sendAt());
        }
        return actor != null && actor.equals(r.remarkBy()) && r.state() == LEADS_TO.get(command.action());
    }
}
