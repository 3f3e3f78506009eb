package org.peyk.spi.event;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestId;

/**
 * Something that happened, as told to listeners.
 *
 * @param position place in the feed of all events; later events have higher ones, with gaps
 * @param request which request
 * @param sequence place in the request's own history, from 1 without gaps
 * @param type what happened
 * @param at when
 * @param actor who did it, or null for the library itself
 * @param data further values, without addresses and texts of mails
 */
public record ProcessEvent(
        long position,
        RequestId request,
        int sequence,
        EventType type,
        Instant at,
        @Nullable PersonId actor,
        Map<String, String> data) {

    /** Copies the map. */
    public ProcessEvent {
        data = Map.copyOf(data);
    }
}
