/**
 * Where recipients come from.
 */
package org.peyk.spi.recipient;
