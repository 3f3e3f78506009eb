package org.peyk.spi;

import java.util.Map;

/**
 * A group of people in one recipient source.
 *
 * @param source name of the {@link org.peyk.spi.recipient.RecipientSource}
 * @param group the group's code in that source
 * @param filter further conditions the source understands, such as {@code faculty=eng}; kept sorted by key
 */
public record Selection(String source, String group, Map<String, String> filter) implements Comparable<Selection> {

    /** Checks the parts and copies the filter in key order, so that equal selections have equal digests. */
    public Selection {
        Texts.requireLine(source, "source");
        Texts.requireLine(group, "group");
        filter = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(filter));
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

    @Override
    public int compareTo(Selection other) {
        return java.util.Comparator.comparing(Selection::source)
                .thenComparing(Selection::group)
                .thenComparing(s -> s.filter().toString())
                .compare(this, other);
    }
}
