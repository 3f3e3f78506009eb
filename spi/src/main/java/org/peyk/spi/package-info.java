/**
 * Value types shared by the library and its plugins: the request form, its content, its audience, and the identifiers.
 *
 * <p>Everything here is immutable and may be passed between threads. No {@code toString()} shows an address, a name or a text
 * of a mail.
 */
package org.peyk.spi;
