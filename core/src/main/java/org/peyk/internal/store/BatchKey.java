package org.peyk.internal.store;

import org.peyk.spi.Channel;
import org.peyk.spi.RequestId;

/** Names a batch: some hundred rows of one request and channel that one session sends. */
public record BatchKey(RequestId request, Channel channel, int batch) {}
