package org.peyk.kvkk.internal;

import org.peyk.spi.check.Place;

/**
 * A hit with the place of the request it was found in.
 *
 * @param hit what was found
 * @param place where; names in it are masked already
 */
public record Located(Hit hit, Place place) {}
