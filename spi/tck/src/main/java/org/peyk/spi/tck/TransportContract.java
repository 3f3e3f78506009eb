package org.peyk.spi.tck;

import org.peyk.spi.transport.Transport;

/**
 * The whole contract of a {@link Transport}. A plugin's test implements {@link #transport()}, {@link #impatientTransport()} and
 * {@link #remote()}, and what else its channel needs.
 *
 * <p>The other side is a {@link RemoteSide}: a scripted server that plays the faults of a real one and knows which messages it took. Every
 * outcome that the transport reports is compared with that truth.
 */
public interface TransportContract
        extends TransportOutcomeContract,
                TransportDoubtContract,
                TransportFeedContract,
                TransportStopContract,
                TransportRenderContract,
                TransportMessageContract {}
