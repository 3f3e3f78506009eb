/**
 * The scanner. A text is folded ({@code Folded}), passed over once ({@code Pass}), and what the pass noticed ({@code Triggers}) is looked at by
 * the detectors; {@code Scan} settles what only the whole text or document can tell, {@code Judge} makes findings of it.
 */
package org.peyk.kvkk.internal;
