/**
 * Handing messages over, with an exact account of what became of each.
 */
package org.peyk.spi.transport;
