package org.peyk.internal.notice;

import java.time.Instant;
import java.util.List;
import org.peyk.Approval;
import org.peyk.MailRequest;
import org.peyk.internal.lifecycle.Event;
import org.peyk.spi.event.ProcessEvent;

/**
 * An event in its request's history.
 *
 * @param event as listeners see it
 * @param what as it is stored
 * @param before the request before it
 * @param after the request after it
 * @param now the request as it is
 * @param ended approvals that it ended, or the voiding that is part of it
 * @param moment when this is looked at
 */
record Moment(
        ProcessEvent event,
        Event what,
        MailRequest before,
        MailRequest after,
        MailRequest now,
        List<Approval> ended,
        Instant moment) {}
