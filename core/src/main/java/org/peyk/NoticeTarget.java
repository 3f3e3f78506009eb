package org.peyk;

import org.peyk.spi.PersonId;
import org.peyk.spi.RequestId;

/**
 * What a link in a notice shall lead to.
 *
 * @param request the request
 * @param kind what the notice is about
 * @param person who will follow it
 */
public record NoticeTarget(RequestId request, NoticeKind kind, PersonId person) {}
