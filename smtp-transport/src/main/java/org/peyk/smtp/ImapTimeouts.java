package org.peyk.smtp;

import java.time.Duration;

/**
 * How long a mailbox server may take.
 *
 * @param connect opening the TCP connection
 * @param read until more of an answer comes
 * @param write until the server takes what is written
 * @param poll after which time a page is ended with what it holds, even if it is not full
 */
public record ImapTimeouts(Duration connect, Duration read, Duration write, Duration poll) {

    /** The defaults: 30 s, 60 s, 60 s, 5 min. */
    public static final ImapTimeouts DEFAULT = new ImapTimeouts(
            Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMinutes(5));

    /**
     * The same with another bound for connecting.
     *
     * @param value the bound
     * @return the time-outs
     */
    public ImapTimeouts withConnect(Duration value) {
        return new ImapTimeouts(value, read, write, poll);
    }

    /**
     * The same with another bound for reading.
     *
     * @param value the bound
     * @return the time-outs
     */
    public ImapTimeouts withRead(Duration value) {
        return new ImapTimeouts(connect, value, write, poll);
    }

    /**
     * The same with another bound for writing.
     *
     * @param value the bound
     * @return the time-outs
     */
    public ImapTimeouts withWrite(Duration value) {
        return new ImapTimeouts(connect, read, value, poll);
    }

    /**
     * The same with another bound for a page.
     *
     * @param value the bound
     * @return the time-outs
     */
    public ImapTimeouts withPoll(Duration value) {
        return new ImapTimeouts(connect, read, write, value);
    }
}
