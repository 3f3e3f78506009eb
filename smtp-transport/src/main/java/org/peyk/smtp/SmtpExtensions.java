package org.peyk.smtp;

import org.jspecify.annotations.Nullable;

/**
 * How that is used which a server may offer. What it does not offer is never used.
 *
 * @param pipelining how much leaves ahead of answers (RFC 2920)
 * @param chunkWindow how many whole messages may be in flight over one connection where CHUNKING and PIPELINING are offered (RFC 3030); 0 for
 *     none. No more are than the feed allows, and as many may be in doubt when a connection breaks
 * @param internationalAddresses whether recipients' addresses may hold letters beyond ASCII before the at sign; each is refused where the
 *     server does not offer SMTPUTF8 (RFC 6531)
 * @param reports which reports of delivery are asked for (DSN, RFC 3461), or null to leave that to the server
 */
public record SmtpExtensions(
        Pipelining pipelining,
        int chunkWindow,
        boolean internationalAddresses,
        @Nullable DeliveryReports reports) {

    /** The defaults: one round trip a message, no chunks, reports as the server likes. */
    public static final SmtpExtensions DEFAULT = new SmtpExtensions(Pipelining.MESSAGE, 0, false, null);

    /**
     * The same with another use of PIPELINING.
     *
     * @param value how much leaves ahead of answers
     * @return the settings
     */
    public SmtpExtensions withPipelining(Pipelining value) {
        return new SmtpExtensions(value, chunkWindow, internationalAddresses, reports);
    }

    /**
     * The same with another window.
     *
     * @param value 0 to 64; 0 for no chunks
     * @return the settings
     */
    public SmtpExtensions withChunkWindow(int value) {
        return new SmtpExtensions(pipelining, value, internationalAddresses, reports);
    }

    /**
     * The same with or without addresses beyond ASCII.
     *
     * @param value whether they are accepted
     * @return the settings
     */
    public SmtpExtensions withInternationalAddresses(boolean value) {
        return new SmtpExtensions(pipelining, chunkWindow, value, reports);
    }

    /**
     * The same with other reports.
     *
     * @param value which reports are asked for, or null to leave that to the server
     * @return the settings
     */
    public SmtpExtensions withReports(@Nullable DeliveryReports value) {
        return new SmtpExtensions(pipelining, chunkWindow, internationalAddresses, value);
    }

    /**
     * Whether a session takes deliveries before the answer to the one at hand is there.
     *
     * @return whether it does where the server offers it
     */
    public boolean takesAhead() {
        return pipelining.takesAhead() || (chunkWindow > 0 && pipelining.groupsEnvelopes());
    }
}
