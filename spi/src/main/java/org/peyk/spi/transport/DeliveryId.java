package org.peyk.spi.transport;

/**
 * Names a row of the delivery ledger. Without meaning outside of it.
 *
 * @param value the row's number
 */
public record DeliveryId(long value) {}
