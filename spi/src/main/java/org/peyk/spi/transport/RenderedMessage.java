package org.peyk.spi.transport;

import org.peyk.spi.ByteSource;

/**
 * A message as the other side gets it.
 *
 * @param mediaType {@code message/rfc822} for mail, {@code text/plain} for short messages
 * @param bytes the very bytes that are handed over, before transparency (dot-stuffing) and signatures that depend on the moment
 * @param bodySha256 digest of what does not depend on the recipient: everything after the header
 * @param segments how many units are charged: 1 for mail, the number of segments for a short message
 */
public record RenderedMessage(String mediaType, ByteSource bytes, String bodySha256, int segments) {}
