package org.peyk.smtp;

import java.time.Duration;

/**
 * How long the other side may take. Each bound is for a step as a whole, not for the next byte, so that a server that drips one byte at a
 * time gains nothing. The defaults are those of RFC 5321 section 4.5.3.2, below which a sender should not go: who gives up early at the end
 * of a message sends it twice.
 *
 * @param connect opening the TCP connection, all addresses of the host together
 * @param greeting the greeting, each answer until the session is ready, and the TLS handshake
 * @param command the answers to MAIL and RCPT
 * @param data the answer to DATA
 * @param write until the other side takes what is written: for a command as it stands, for a message plus one second for each 4 kB
 * @param end the answer to the end of a message, after which it may have been accepted
 * @param check the answer to RSET, by which a connection that lay idle is tried
 * @param stop how long a message whose end has left may still wait for its answer when the thread is asked to stop or the transport is
 *     closed; everything else is cut within a second
 */
public record SmtpTimeouts(
        Duration connect,
        Duration greeting,
        Duration command,
        Duration data,
        Duration write,
        Duration end,
        Duration check,
        Duration stop) {

    /** The defaults: 30 s, 5 min, 5 min, 2 min, 180 s, 10 min, 10 s, 20 s. */
    public static final SmtpTimeouts DEFAULT = new SmtpTimeouts(
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(2),
            Duration.ofSeconds(180),
            Duration.ofMinutes(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20));

    /**
     * The same with another bound for connecting.
     *
     * @param value the bound
     * @return the time-outs
     */
    public SmtpTimeouts withConnect(Duration value) {
        return new SmtpTimeouts(value, greeting, command, data, write, end, check, stop);
    }

    /**
     * The same with another bound for getting ready.
     *
     * @param value the bound
     * @return the time-outs
     */
    public SmtpTimeouts withGreeting(Duration value) {
        return new SmtpTimeouts(connect, value, command, data, write, end, check, stop);
    }

    /**
     * The same with another bound for MAIL and RCPT.
     *
     * @param value the bound
     * @return the time-outs
     */
    public SmtpTimeouts withCommand(Duration value) {
        return new SmtpTimeouts(connect, greeting, value, data, write, end, check, stop);
    }

    /**
     * The same with another bound for DATA.
     *
     * @param value the bound
     * @return the time-outs
     */
    public SmtpTimeouts withData(Duration value) {
        return new SmtpTimeouts(connect, greeting, command, value, write, end, check, stop);
    }

    /**
     * The same with another bound for writing.
     *
     * @param value the bound
     * @return the time-outs
     */
    public SmtpTimeouts withWrite(Duration value) {
        return new SmtpTimeouts(connect, greeting, command, data, value, end, check, stop);
    }

    /**
     * The same with another bound for the answer to the end of a message.
     *
     * @param value the bound
     * @return the time-outs
     */
    public SmtpTimeouts withEnd(Duration value) {
        return new SmtpTimeouts(connect, greeting, command, data, write, value, check, stop);
    }

    /**
     * The same with another bound for trying an idle connection.
     *
     * @param value the bound
     * @return the time-outs
     */
    public SmtpTimeouts withCheck(Duration value) {
        return new SmtpTimeouts(connect, greeting, command, data, write, end, value, stop);
    }

    /**
     * The same with another grace at the end.
     *
     * @param value the bound
     * @return the time-outs
     */
    public SmtpTimeouts withStop(Duration value) {
        return new SmtpTimeouts(connect, greeting, command, data, write, end, check, value);
    }
}
