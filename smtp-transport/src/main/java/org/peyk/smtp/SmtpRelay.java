package org.peyk.smtp;

/**
 * One of several relays, with the same protection, credentials and time-outs as the others.
 *
 * @param host domain name, or IPv4 or IPv6 address
 * @param port its port
 * @param weight its share of the connections among those that have one; 0 to stand in only where none of these works
 */
public record SmtpRelay(String host, int port, int weight) {
    /** The largest weight: {@value}. */
    public static final int MAX_WEIGHT = 100;

    /**
     * One that stands in.
     *
     * @param host domain name, or IPv4 or IPv6 address
     * @param port its port
     */
    public SmtpRelay(String host, int port) {
        this(host, port, 0);
    }

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
