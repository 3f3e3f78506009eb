package org.peyk.smtp;

/**
 * A relay that stands in for another one, with the same protection, credentials and time-outs.
 *
 * @param host domain name, or IPv4 or IPv6 address
 * @param port its port
 */
public record SmtpRelay(String host, int port) {

    /**
     * Where it is.
     *
     * @return host and port
     */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
