package org.peyk.smtp;

import org.jspecify.annotations.Nullable;

/**
 * How that is used which a server may offer. What it does not offer is never used.
 *
 * @param pipelining how much leaves ahead of answers (RFC 2920)
 * @param reports which reports of delivery are asked for (DSN, RFC 3461), or null to leave that to the server
 */
public record SmtpExtensions(
        Pipelining pipelining, @Nullable DeliveryReports reports) {

    /** The defaults: one round trip a message, reports as the server likes. */
    public static final SmtpExtensions DEFAULT = new SmtpExtensions(Pipelining.MESSAGE, null);

    /**
     * The same with another use of PIPELINING.
     *
     * @param value how much leaves ahead of answers
     * @return the settings
     */
    public SmtpExtensions withPipelining(Pipelining value) {
        return new SmtpExtensions(value, reports);
    }

    /**
     * The same with other reports.
     *
     * @param value which reports are asked for, or null to leave that to the server
     * @return the settings
     */
    public SmtpExtensions withReports(@Nullable DeliveryReports value) {
        return new SmtpExtensions(pipelining, value);
    }
}
