package org.peyk.spi.transport;

/**
 * What a transport can do.
 *
 * @param maxSessions how many sessions may be open at once; at least 1
 * @param maxMessageBytes the largest rendered message it takes, or {@link Long#MAX_VALUE} when unknown
 * @param pipelining whether a session may have more than one delivery in flight
 * @param returnPath whether reports of failed deliveries can come back to an address
 */
public record TransportCapabilities(int maxSessions, long maxMessageBytes, boolean pipelining, boolean returnPath) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException when one is not positive
     */
    public TransportCapabilities {
        if (maxSessions < 1 || maxMessageBytes < 1) {
            throw new IllegalArgumentException("maxSessions and maxMessageBytes must be positive");
        }
    }
}
