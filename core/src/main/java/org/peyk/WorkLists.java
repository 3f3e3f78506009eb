package org.peyk;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peyk.internal.store.Store;
import org.peyk.internal.store.SummaryRows;
import org.peyk.internal.store.SummaryRows.Place;
import org.peyk.internal.store.SummaryRows.Summary;
import org.peyk.internal.worklist.WaitingList;
import org.peyk.spi.PersonId;

/**
 * What people look for when they come to work: what waits for them, what they asked for, what is late. Lists are kept beside the requests as
 * these change and are paged by the store, so a page takes as long with a hundred thousand requests as with ten.
 *
 * <p>A cursor is good for the list it came from, at any later time: nothing comes twice, and what changed its place meanwhile is found from
 * the beginning. Thread-safe.
 */
public final class WorkLists {

    /** Most lines of one page. */
    public static final int MOST = 200;

    private final Store store;
    private final WaitingList waiting;
    private final Clock clock;

    WorkLists(Store store, WaitingList waiting, Clock clock) {
        this.store = store;
        this.waiting = waiting;
        this.clock = clock;
    }

    /**
     * Requests with an open step that a person may decide now and has not decided yet: with an authority of his own, as a deputy, or because it
     * was given to him; never one he touched. The longest waiting first. The directory is asked about every role that open steps name.
     *
     * @param person the person
     * @param cursor {@link WorkPage#next()} of the page before, or null for the first
     * @param limit how many at most; 1 to {@value #MOST}
     * @return the page
     * @throws PeykException with {@link ErrorCode#PLUGIN_FAILED} when the directory cannot be asked
     * @throws IllegalArgumentException when the cursor is of no list, or the limit out of bounds
     */
    public WorkPage waitingFor(PersonId person, @Nullable String cursor, int limit) {
        checkLimit(limit);
        WaitingList.Part part = waiting.of(person, clock.instant(), place(cursor), limit);
        Map<String, Summary> summaries = new HashMap<>();
        List<String> ids = part.steps().keySet().stream().map(Place::request).toList();
        store.read(c -> SummaryRows.of(c, ids)).forEach(s -> summaries.put(s.id().value(), s));
        List<WorkItem> items = new ArrayList<>();
        part.steps().forEach((place, steps) -> {
            Summary s = summaries.get(place.request());
            if (s != null) {
                items.add(item(s, steps));
            }
        });
        Place next = part.next();
        return new WorkPage(items, next == null ? null : cursor(next));
    }

    /**
     * Requests a person asked for or typed in for somebody else, the newest first.
     *
     * @param person the person
     * @param cursor {@link WorkPage#next()} of the page before, or null for the first
     * @param limit how many at most; 1 to {@value #MOST}
     * @return the page
     * @throws IllegalArgumentException when the cursor is of no list, or the limit out of bounds
     */
    public WorkPage requestedBy(PersonId person, @Nullable String cursor, int limit) {
        checkLimit(limit);
        Place after = place(cursor);
        Map<Place, Summary> found = new TreeMap<>(
                Comparator.comparing(Place::at).thenComparing(Place::request).reversed());
        List<Summary> rows = store.read(c -> {
            List<Summary> both = new ArrayList<>(SummaryRows.requestedBy(c, person, after, limit + 1));
            both.addAll(SummaryRows.enteredBy(c, person, after, limit + 1));
            return both;
        });
        rows.forEach(s -> found.put(new Place(s.created(), s.id().value()), s));
        return page(List.copyOf(found.values()), limit, Summary::created);
    }

    /**
     * Requests that are late now, the longest late first: their open steps should have been decided, by the policy's reminder or else its
     * escalation, or it is too late to send them.
     *
     * @param cursor {@link WorkPage#next()} of the page before, or null for the first
     * @param limit how many at most; 1 to {@value #MOST}
     * @return the page
     * @throws IllegalArgumentException when the cursor is of no list, or the limit out of bounds
     */
    public WorkPage overdue(@Nullable String cursor, int limit) {
        checkLimit(limit);
        Place after = place(cursor);
        Instant now = clock.instant();
        return page(store.read(c -> SummaryRows.late(c, now, after, limit + 1)), limit, Summary::late);
    }

    /**
     * Requests that wait for anybody's decision, the longest waiting first.
     *
     * @param cursor {@link WorkPage#next()} of the page before, or null for the first
     * @param limit how many at most; 1 to {@value #MOST}
     * @return the page
     * @throws IllegalArgumentException when the cursor is of no list, or the limit out of bounds
     */
    public WorkPage waiting(@Nullable String cursor, int limit) {
        checkLimit(limit);
        Place after = place(cursor);
        return page(store.read(c -> SummaryRows.waiting(c, after, limit + 1)), limit, Summary::waitingSince);
    }

    private static WorkPage page(List<Summary> rows, int limit, Function<Summary, @Nullable Instant> at) {
        List<WorkItem> items =
                rows.stream().limit(limit).map(s -> item(s, s.steps())).toList();
        if (rows.size() <= limit) {
            return new WorkPage(items, null);
        }
        Summary last = rows.get(limit - 1);
        Instant moment = at.apply(last);
        return new WorkPage(
                items,
                moment == null ? null : cursor(new Place(moment, last.id().value())));
    }

    private static WorkItem item(Summary s, List<String> steps) {
        return new WorkItem(
                s.id(),
                s.state(),
                s.purpose(),
                s.subject(),
                s.requester(),
                steps,
                s.waitingSince(),
                s.due(),
                s.late(),
                s.created(),
                s.updated());
    }

    private static void checkLimit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be between 1 and " + MOST);
        }
    }

    private static String cursor(Place place) {
        String text = place.at() + "/" + place.request();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable Place place(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int slash = text.indexOf('/');
            return new Place(Instant.parse(text.substring(0, Math.max(slash, 0))), text.substring(slash + 1));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException("cursor is of no work list");
        }
    }
}
