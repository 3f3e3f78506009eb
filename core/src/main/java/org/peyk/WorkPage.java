package org.peyk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a work list.
 *
 * @param items the lines; there may be fewer than were asked for although more follow
 * @param next what to ask with for the next page; null when there are no more
 */
public record WorkPage(List<WorkItem> items, @Nullable String next) {

    /** Copies the list. */
    public WorkPage {
        items = List.copyOf(items);
    }
}
