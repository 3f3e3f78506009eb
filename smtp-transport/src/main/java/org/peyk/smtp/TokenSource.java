package org.peyk.smtp;

import java.io.IOException;

/**
 * Gives the secret that a connection is opened with: a password, or an access token of OAuth 2.0.
 *
 * <p><b>When.</b> Asked once for each new connection, so that a token that has run out in the middle of a sending is replaced.
 * <b>Thread.</b> The thread that opens the connection; several at once when several connections are opened. May block, for example to fetch a
 * token; the time is not counted by any time-out of this module.
 */
@FunctionalInterface
public interface TokenSource {

    /**
     * The secret.
     *
     * @return password or token; never logged, never kept
     * @throws IOException when it cannot be had at this moment; the connection is tried again later
     * @throws InterruptedException when the thread is asked to stop
     */
    String token() throws IOException, InterruptedException;

    /**
     * Tells that the last secret was refused. One more is asked for at once, and tried if it is another one. A source that caches tokens
     * drops its copy.
     */
    default void refused() {}
}
