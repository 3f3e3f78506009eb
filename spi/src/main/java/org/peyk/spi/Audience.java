package org.peyk.spi;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Who shall get a mail, as a definition that is resolved anew for each sending.
 *
 * @param include groups of which every member gets it, once
 * @param exclude groups of which no member gets it
 * @param expectedSize how many people the requester believes this to be; guards against the wrong 23,000
 * @param reason why a special group is addressed, or null
 */
public record Audience(
        List<Selection> include,
        List<Selection> exclude,
        OptionalLong expectedSize,
        @Nullable String reason) {

    /** Nobody yet. */
    public static final Audience NOBODY = new Audience(List.of(), List.of(), OptionalLong.empty(), null);

    /**
     * Copies both lists, sorted and without repetitions, so that equal audiences have equal digests.
     *
     * @throws IllegalArgumentException when the expected size is negative
     */
    public Audience {
        include = include.stream().distinct().sorted().toList();
        exclude = exclude.stream().distinct().sorted().toList();
        if (expectedSize.isPresent() && expectedSize.getAsLong() < 0) {
            throw new IllegalArgumentException("expectedSize must not be negative");
        }
    }

    /**
     * The union of groups, with nobody left out and no expected size.
     *
     * @param include the groups
     * @return the audience
     */
    public static Audience of(Selection... include) {
        return new Audience(List.of(include), List.of(), OptionalLong.empty(), null);
    }

    /**
     * The same people with an expected size.
     *
     * @param size how many people the requester believes this to be
     * @return a new audience
     */
    public Audience expecting(long size) {
        return new Audience(include, exclude, OptionalLong.of(size), reason);
    }

    /**
     * Shows no reason, which is free text and may speak of people.
     *
     * @return the selections and the size
     */
    @Override
    public String toString() {
        return "Audience[" + include + " without " + exclude + ", " + expectedSize + "]";
    }
}
