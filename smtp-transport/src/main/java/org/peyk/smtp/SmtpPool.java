package org.peyk.smtp;

import java.time.Duration;

/**
 * How connections are kept.
 *
 * @param connections how many may be open at once; Microsoft 365 takes 3 from one mailbox
 * @param messagesPerConnection after how many messages one is closed and opened anew
 * @param maxAge after which time one is closed and opened anew
 * @param maxIdle after which time without use one is closed
 * @param checkAfter after which time without use one is tried with RSET before it is used
 * @param patience how long {@link SmtpTransport#open()} waits for a free one
 * @param slowStart a relay that is new, or comes back after it failed, gets one connection, then one more with each message that it accepts,
 *     and after each such time in any case; zero for all at once
 */
public record SmtpPool(
        int connections,
        int messagesPerConnection,
        Duration maxAge,
        Duration maxIdle,
        Duration checkAfter,
        Duration patience,
        Duration slowStart) {

    /** The defaults: 4 connections, 500 messages, 30 min, 60 s, 5 s, 30 s, 250 ms. */
    public static final SmtpPool DEFAULT = new SmtpPool(
            4,
            500,
            Duration.ofMinutes(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMillis(250));

    /**
     * The same with another number of connections.
     *
     * @param value how many
     * @return the settings
     */
    public SmtpPool withConnections(int value) {
        return new SmtpPool(value, messagesPerConnection, maxAge, maxIdle, checkAfter, patience, slowStart);
    }

    /**
     * The same with another number of messages.
     *
     * @param value how many
     * @return the settings
     */
    public SmtpPool withMessagesPerConnection(int value) {
        return new SmtpPool(connections, value, maxAge, maxIdle, checkAfter, patience, slowStart);
    }

    /**
     * The same with another age.
     *
     * @param value the age
     * @return the settings
     */
    public SmtpPool withMaxAge(Duration value) {
        return new SmtpPool(connections, messagesPerConnection, value, maxIdle, checkAfter, patience, slowStart);
    }

    /**
     * The same with another idle time.
     *
     * @param value the time
     * @return the settings
     */
    public SmtpPool withMaxIdle(Duration value) {
        return new SmtpPool(connections, messagesPerConnection, maxAge, value, checkAfter, patience, slowStart);
    }

    /**
     * The same with another time before a check.
     *
     * @param value the time
     * @return the settings
     */
    public SmtpPool withCheckAfter(Duration value) {
        return new SmtpPool(connections, messagesPerConnection, maxAge, maxIdle, value, patience, slowStart);
    }

    /**
     * The same with another waiting time.
     *
     * @param value the time
     * @return the settings
     */
    public SmtpPool withPatience(Duration value) {
        return new SmtpPool(connections, messagesPerConnection, maxAge, maxIdle, checkAfter, value, slowStart);
    }

    /**
     * The same with another slow start.
     *
     * @param value the time after which one more is opened in any case; zero for all at once
     * @return the settings
     */
    public SmtpPool withSlowStart(Duration value) {
        return new SmtpPool(connections, messagesPerConnection, maxAge, maxIdle, checkAfter, patience, value);
    }
}
