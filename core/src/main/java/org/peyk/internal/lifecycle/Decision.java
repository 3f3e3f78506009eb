package org.peyk.internal.lifecycle;

import java.util.List;
import org.peyk.MailRequest;
import org.peyk.RefusedException.Refusal;

/** What becomes of a command. */
public sealed interface Decision {

    /**
     * It is done: the request as it is next, and the events that lead there. No events means that nothing had to change, as with a second
     * click.
     */
    record Accepted(MailRequest next, List<Event> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** It is not done, and there is nothing to store. */
    record Refused(Refusal refusal) implements Decision {}

    /** It is not done, and that it was tried is part of the history (an incomplete submission counts in the measures). */
    record RefusedOnRecord(Refusal refusal, MailRequest next, List<Event> events) implements Decision {
        public RefusedOnRecord {
            events = List.copyOf(events);
        }
    }
}
