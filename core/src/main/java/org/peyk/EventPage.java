package org.peyk;

import java.util.List;
import org.peyk.spi.event.ProcessEvent;

/**
 * A part of the feed of events.
 *
 * @param events the events, in the order of the feed; empty at its present end
 * @param next the position to go on from
 */
public record EventPage(List<ProcessEvent> events, long next) {

    /** Copies the list. */
    public EventPage {
        events = List.copyOf(events);
    }
}
