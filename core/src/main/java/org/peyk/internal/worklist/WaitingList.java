package org.peyk.internal.worklist;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.peyk.ErrorCode;
import org.peyk.PeykException;
import org.peyk.internal.store.Store;
import org.peyk.internal.store.SummaryRows.Place;
import org.peyk.internal.store.WaitingRows;
import org.peyk.internal.store.WaitingRows.Found;
import org.peyk.internal.store.WaitingRows.Ground;
import org.peyk.spi.PersonId;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.DirectoryException;

/** What waits for one person: the lists of all grounds on which he may decide, made one. */
public final class WaitingList {

    /** Rows that are read beyond a page, as one request may have several steps on one ground. */
    private static final int MORE = 50;

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::at).thenComparing(Place::request);

    private final Store store;
    private final Directory directory;

    public WaitingList(Store store, Directory directory) {
        this.store = store;
        this.directory = directory;
    }

    /**
     * A part of the list.
     *
     * @param steps for each request, the steps the person may decide; in the order of the list
     * @param next where the next part begins; null at the end
     */
    public record Part(
            Map<Place, List<String>> steps, @Nullable Place next) {}

    /**
     * The requests with an open step that a person may decide, the longest waiting first.
     *
     * @throws PeykException when the directory cannot be asked
     */
    public Part of(PersonId person, Instant at, @Nullable Place after, int limit) {
        try {
            // the directory is asked between the readings, so that it does not hold a connection of ours
            Grounds grounds = Grounds.of(directory, person, store.read(WaitingRows::roles), at);
            List<Found> delegated = new ArrayList<>();
            Part part = store.read(c -> merge(c, person, grounds.all(), after, limit, delegated));
            Set<List<String>> kept = new HashSet<>();
            for (Found f : delegated) {
                List<String> names = store.read(c -> WaitingRows.holders(c, f.request(), f.step()));
                if (grounds.holds(new PersonId(f.via()), names)) {
                    kept.add(List.of(f.request(), f.step()));
                }
            }
            delegated.stream()
                    .filter(f -> !kept.contains(List.of(f.request(), f.step())))
                    .forEach(f -> remove(part.steps(), place(f), f.step()));
            return part;
        } catch (DirectoryException e) {
            throw new PeykException(ErrorCode.PLUGIN_FAILED, e.text(), e);
        }
    }

    private static void remove(Map<Place, List<String>> steps, Place place, String step) {
        List<String> left = steps.get(place);
        if (left != null) {
            left.remove(step);
            if (left.isEmpty()) {
                steps.remove(place);
            }
        }
    }

    private static Part merge(
            Connection c,
            PersonId person,
            List<Ground> grounds,
            @Nullable Place after,
            int limit,
            List<Found> delegated)
            throws SQLException {
        Map<Place, Set<String>> found = new TreeMap<>(ORDER);
        List<Found> all = new ArrayList<>();
        Place bound = null;
        for (Ground g : grounds) {
            List<Found> rows = WaitingRows.find(c, person, g, after, limit + MORE);
            if (rows.size() == limit + MORE) {
                // what comes after this ground's last row is not known yet
                Place last = complete(rows);
                bound = bound == null || ORDER.compare(last, bound) < 0 ? last : bound;
            }
            rows.stream().filter(Found::open).forEach(all::add);
        }
        for (Found f : all) {
            if (bound == null || ORDER.compare(place(f), bound) <= 0) {
                found.computeIfAbsent(place(f), p -> new LinkedHashSet<>()).add(f.step());
            }
        }
        Map<Place, List<String>> page = new TreeMap<>(ORDER);
        Place last = null;
        for (Map.Entry<Place, Set<String>> e : found.entrySet()) {
            if (page.size() == limit) {
                break;
            }
            last = e.getKey();
            page.put(last, new ArrayList<>(e.getValue()));
        }
        collectDelegated(all, page, delegated);
        // a page that is not full ends where the next rows are unknown, which may be behind its last line
        return new Part(page, found.size() > page.size() ? last : bound);
    }

    /** Steps of the page that are there on the ground of a delegation alone. */
    private static void collectDelegated(List<Found> all, Map<Place, List<String>> page, List<Found> delegated) {
        Set<List<String>> own = new HashSet<>();
        all.stream().filter(f -> f.via().isEmpty()).forEach(f -> own.add(List.of(f.request(), f.step())));
        for (Found f : all) {
            boolean given = !f.via().isEmpty() && !own.contains(List.of(f.request(), f.step()));
            if (given && page.containsKey(place(f))) {
                delegated.add(f);
            }
        }
    }

    /** The last request of which all rows are there; the last one of all may have more. */
    private static Place complete(List<Found> rows) {
        Place last = place(rows.get(rows.size() - 1));
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (!place(rows.get(i)).equals(last)) {
                return place(rows.get(i));
            }
        }
        return last;
    }

    private static Place place(Found f) {
        return new Place(f.since(), f.request());
    }
}
