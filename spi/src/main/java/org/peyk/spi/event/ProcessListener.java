package org.peyk.spi.event;

import org.peyk.spi.Plugin;

/**
 * Is told what happened.
 *
 * <p><b>When.</b> After the commit, in the order of each request's history; at least once: after a crash or an exception an event comes again.
 * <b>Thread.</b> A worker of the library, one event at a time per listener, outside any transaction. <b>Errors.</b> An exception changes
 * nothing about the request; the event is given again later.
 */
public interface ProcessListener extends Plugin {

    /**
     * Takes one event.
     *
     * @param event what happened
     * @throws Exception when the listener could not take it and wants it again
     */
    void onEvent(ProcessEvent event) throws Exception;
}
