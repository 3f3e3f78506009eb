package org.peyk;

import java.time.Instant;
import org.peyk.spi.RequestId;
import org.peyk.spi.UnitId;

/**
 * Another request that says much the same (mükerrer talep). Holds none of its text.
 *
 * @param request which
 * @param similarity share of runs of three words that both have among those that either has, from 0 to 1; 1 when all words are the same
 * @param unit whose request it is
 * @param state where it stands now
 * @param submittedAt when it was last handed in
 */
public record Duplicate(RequestId request, double similarity, UnitId unit, RequestState state, Instant submittedAt) {}
