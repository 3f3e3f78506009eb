package org.peyk.spi;

import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * A group of people in one recipient source.
 *
 * @param source name of the {@link org.peyk.spi.recipient.RecipientSource}
 * @param group the group's code in that source
 * @param filter further conditions the source understands, such as {@code faculty=eng}; kept sorted by key
 */
public record Selection(String source, String group, Map<String, String> filter) implements Comparable<Selection> {
    private static final Comparator<Selection> BY_NAME =
            Comparator.comparing(Selection::source).thenComparing(Selection::group);
    private static final Comparator<Map.Entry<String, String>> BY_ENTRY =
            Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry.comparingByValue());

    /**
     * Checks the parts and copies the filter in key order, so that equal selections have equal digests.
     *
     * @throws IllegalArgumentException when source or group is blank or holds a control character
     */
    public Selection {
        Texts.requireLine(source, "source");
        Texts.requireLine(group, "group");
        filter = Collections.unmodifiableMap(new TreeMap<>(filter));
    }

    /**
     * A whole group.
     *
     * @param source name of the source
     * @param group the group's code
     * @return the selection
     */
    public static Selection of(String source, String group) {
        return new Selection(source, group, Map.of());
    }

    /**
     * Orders by source, group and filter; consistent with equals.
     *
     * @param other the other selection
     * @return negative, zero or positive
     */
    @Override
    public int compareTo(Selection other) {
        int byName = BY_NAME.compare(this, other);
        if (byName != 0) {
            return byName;
        }
        Iterator<Map.Entry<String, String>> mine = filter.entrySet().iterator();
        Iterator<Map.Entry<String, String>> others = other.filter.entrySet().iterator();
        while (mine.hasNext() && others.hasNext()) {
            int byEntry = BY_ENTRY.compare(mine.next(), others.next());
            if (byEntry != 0) {
                return byEntry;
            }
        }
        return Integer.compare(filter.size(), other.filter.size());
    }
}
