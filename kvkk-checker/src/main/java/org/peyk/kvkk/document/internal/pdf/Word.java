package org.peyk.kvkk.document.internal.pdf;

/**
 * Letters that stand together on a page. Measures are in points from the top left corner.
 *
 * @param text the letters
 * @param left where they start
 * @param right where they end
 * @param baseline the line they stand on
 * @param size their size
 */
record Word(String text, float left, float right, float baseline, float size) {}
