package org.peyk.report;

/**
 * Reply cases in numbers.
 *
 * @param open cases that somebody still has to take care of, the overdue ones included
 * @param overdue open cases whose time is over
 * @param closed cases that are done
 */
public record CaseCounts(long open, long overdue, long closed) {}
