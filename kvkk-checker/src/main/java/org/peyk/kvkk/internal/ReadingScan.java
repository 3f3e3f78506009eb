package org.peyk.kvkk.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.check.Place;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.Segment;

/**
 * Scans the segments of a document. Paragraphs that follow each other are scanned as one text, as a label may stand in one and its number in the
 * next; cells are scanned one by one, with their row and heading.
 */
public final class ReadingScan {

    private static final int LONGEST_TEXT = 1 << 20;

    private final List<Segment> segments;
    private final Scan scan;
    /** For each text of the scan: its first segment. */
    private final IntList firstSegment = new IntList();
    /** For each segment: where it starts in the text it is part of. */
    private final int[] offset;

    private @Nullable Section section;

    /** What is judged apart: a sheet, a page, and what is hidden in it. */
    private record Section(List<String> way, boolean hidden) {}

    private ReadingScan(List<Segment> segments, Scan scan) {
        this.segments = segments;
        this.scan = scan;
        this.offset = new int[segments.size()];
    }

    /**
     * A hit in a document.
     *
     * @param hit what was found
     * @param segment index of the segment it starts in
     * @param start index in that segment's text
     * @param end index after it in that segment's text; the segment's end when it goes on in the next one
     */
    public record Found(Hit hit, int segment, int start, int end) {}

    /**
     * Scans a document.
     *
     * @param reading the document
     * @param fresh a new scan
     * @return what was found, in reading order
     */
    public static List<Found> of(DocumentReading reading, Scan fresh) {
        ReadingScan scan = new ReadingScan(reading.segments(), fresh);
        scan.addAll();
        return scan.finish();
    }

    /**
     * Goes through the places of all values that are not ordinary, also of those that are so many that they are only counted.
     *
     * @param reading the document
     * @param fresh a new scan that remembers places
     * @param out takes the index of the segment and the range in its text
     */
    public static void places(DocumentReading reading, Scan fresh, Places out) {
        ReadingScan scan = new ReadingScan(reading.segments(), fresh);
        scan.addAll();
        fresh.finish();
        fresh.places((text, start, end) -> {
            int segment = scan.segmentOf(text, start);
            out.place(segment, start - scan.offset[segment], scan.endIn(segment, end));
        });
    }

    private void addAll() {
        StringBuilder text = new StringBuilder();
        int from = 0;
        while (from < segments.size()) {
            Segment first = segments.get(from);
            firstSegment.add(from);
            section(first.place());
            if (first.row() >= 0) {
                scan.add(first.text(), first.row(), first.header());
                from++;
                continue;
            }
            text.setLength(0);
            text.append(first.text());
            int next = from + 1;
            while (next < segments.size() && text.length() < LONGEST_TEXT && follows(segments.get(next), first)) {
                text.append('\n');
                offset[next] = text.length();
                text.append(segments.get(next).text());
                next++;
            }
            scan.add(text, -1, null);
            from = next;
        }
    }

    private void section(Place place) {
        List<String> way = container(place);
        if (section == null
                || section.hidden() != place.hidden()
                || !section.way().equals(way)) {
            section = new Section(List.copyOf(way), place.hidden());
            scan.section(section);
        }
    }

    private static boolean follows(Segment next, Segment first) {
        return next.row() < 0
                && next.place().hidden() == first.place().hidden()
                && container(next.place()).equals(container(first.place()));
    }

    /** The way to a place without its last step: the sheet of a cell, the page of a paragraph. */
    static List<String> container(Place place) {
        List<String> path = place.path();
        return path.isEmpty() ? path : path.subList(0, path.size() - 1);
    }

    private List<Found> finish() {
        List<Found> all = new ArrayList<>();
        for (Hit hit : scan.finish()) {
            int segment = segmentOf(hit.segment(), hit.start());
            all.add(new Found(hit, segment, hit.start() - offset[segment], endIn(segment, hit.end())));
        }
        return all;
    }

    /** The segment in which a position of a text of the scan is. */
    private int segmentOf(int text, int position) {
        int end = text + 1 < firstSegment.size() ? firstSegment.get(text + 1) : segments.size();
        return lastStartingBy(firstSegment.get(text), end, position);
    }

    private int endIn(int segment, int end) {
        return Math.min(end - offset[segment], segments.get(segment).text().length());
    }

    /** The last of a text's segments that starts at or before a position. */
    private int lastStartingBy(int from, int to, int position) {
        int low = from;
        int high = to - 1;
        while (low < high) {
            int mid = (low + high + 1) >>> 1;
            if (offset[mid] <= position) {
                low = mid;
            } else {
                high = mid - 1;
            }
        }
        return low;
    }
}
