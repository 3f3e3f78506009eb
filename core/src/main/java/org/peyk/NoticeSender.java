package org.peyk;

/**
 * Brings notices to people in the portal's own way, in place of the mail transport.
 *
 * <p><b>When.</b> Once for each notice, and again after a failure or a crash. <b>Thread.</b> A worker of the library, one at a time, outside any
 * transaction. <b>Errors.</b> An exception has the notice given again later, each time after a longer wait, and fails it in the end.
 */
@FunctionalInterface
public interface NoticeSender {

    /**
     * Takes one notice.
     *
     * @param notice what to tell whom
     * @throws Exception when it could not be taken and is wanted again
     */
    void send(ReadyNotice notice) throws Exception;
}
