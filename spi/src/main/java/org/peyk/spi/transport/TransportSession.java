package org.peyk.spi.transport;

/**
 * One open way to the other side, such as an SMTP connection. Used by one thread, but for {@link #close()}, which any thread may call.
 */
public interface TransportSession extends AutoCloseable {

    /**
     * Sends what the feed gives until it gives no more. May be called again with another feed while the session lives.
     *
     * <p>However it ends, every delivery taken from the feed has been reported or withdrawn by then; one whose end may have left without a
     * complete reply is in doubt.
     *
     * @param feed gives deliveries and takes outcomes
     * @throws TransportException when the session is of no more use; the session is to be closed
     * @throws InterruptedException when the thread was asked to stop; answered within the transport's documented bound
     */
    void run(DeliveryFeed feed) throws TransportException, InterruptedException;

    /** Ends the session. Harmless when called again. Wakes a thread inside {@link #run} within the transport's documented bound. */
    @Override
    void close();
}
