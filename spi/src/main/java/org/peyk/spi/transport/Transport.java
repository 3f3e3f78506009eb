package org.peyk.spi.transport;

import java.util.List;
import org.peyk.spi.Channel;
import org.peyk.spi.Plugin;

/**
 * Hands messages over to the outside: a mail relay, a short-message centre.
 *
 * <p><b>When.</b> Sessions are opened while requests are being sent, at most {@link TransportCapabilities#maxSessions} at once; rendering
 * happens for previews and before the first message. <b>Thread.</b> {@link #open} and everything on a session runs on a worker thread of the
 * library, outside any transaction; {@link #render}, {@link #capabilities} and {@link #check} on any. <b>Errors.</b> A refusal of a message
 * is an outcome, never an exception. An unchecked exception counts as a session failure, with whatever was in flight in doubt.
 */
public interface Transport extends Plugin, AutoCloseable {

    /**
     * The way this transport reaches people.
     *
     * @return the channel
     */
    Channel channel();

    /**
     * What this transport can do, as far as known.
     *
     * @return the capabilities
     */
    TransportCapabilities capabilities();

    /**
     * Opens a session.
     *
     * @return the session, ready to take deliveries
     * @throws TransportException when it cannot be opened
     * @throws InterruptedException when the thread is asked to stop
     */
    TransportSession open() throws TransportException, InterruptedException;

    /**
     * Renders a message exactly as a session would send it.
     *
     * @param message what is shared
     * @param envelope what belongs to one recipient
     * @return the bytes
     * @throws TransportException when the message cannot be rendered, for example because an attachment cannot be read
     */
    RenderedMessage render(OutboundMessage message, Envelope envelope) throws TransportException;

    /**
     * Whether the recipient's address is one this transport can put on the wire.
     *
     * @param address an address as a source gave it
     * @return whether it is well formed for this channel
     */
    boolean accepts(String address);

    /**
     * Looks whether sending would work, without sending anything. May take as long as a connection takes.
     *
     * @return the problems; empty when none was found
     * @throws InterruptedException when the thread is asked to stop
     */
    List<PreflightProblem> check() throws InterruptedException;

    /** Closes all sessions and frees what the transport holds. Harmless when called again. */
    @Override
    void close();
}
