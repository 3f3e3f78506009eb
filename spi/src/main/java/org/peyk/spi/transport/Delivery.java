package org.peyk.spi.transport;

/**
 * One message to one recipient.
 *
 * @param id names it in the ledger
 * @param envelope what belongs to the recipient
 * @param message what is shared
 */
public record Delivery(DeliveryId id, Envelope envelope, OutboundMessage message) {}
