package org.peyk.kvkk.internal;

/** Takes the places of values, one after the other. */
@FunctionalInterface
public interface Places {

    /**
     * One place.
     *
     * @param segment the text, by its number in the order of the scan or of the reading
     * @param start where the value starts in it
     * @param end where it ends in it, exclusive
     */
    void place(int segment, int start, int end);
}
