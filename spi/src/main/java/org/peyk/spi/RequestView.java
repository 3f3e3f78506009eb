package org.peyk.spi;

/**
 * A request as a plugin sees it: one revision, frozen.
 *
 * @param id the request
 * @param revision counts the changes of the form, from 1
 * @param requester who asks
 * @param form what is asked for
 * @param audienceSize how many people the audience resolves to now; 0 when it has not been resolved
 * @param digest digest of everything an approval binds to
 */
public record RequestView(
        RequestId id, int revision, Requester requester, RequestForm form, long audienceSize, String digest) {}
