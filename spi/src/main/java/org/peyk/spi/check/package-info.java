/**
 * Checks of a request's content and what they find.
 */
package org.peyk.spi.check;
