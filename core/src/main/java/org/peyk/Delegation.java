package org.peyk;

import java.time.Instant;
import org.peyk.spi.PersonId;

/**
 * A decision that was given to somebody else, for one step of one request (devir). It is not a deputyship: it ends with the request, and the
 * delegate cannot pass it on.
 *
 * @param step id of the plan's step
 * @param from whose authority is used
 * @param to who may decide as well
 * @param at when it was given
 */
public record Delegation(String step, PersonId from, PersonId to, Instant at) {}
