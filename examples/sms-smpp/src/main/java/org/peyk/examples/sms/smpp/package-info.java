/** A transport for short messages over SMPP 3.4, its numbers, and the receipts that come back. */
@NullMarked
package org.peyk.examples.sms.smpp;

import org.jspecify.annotations.NullMarked;
