/** A request that goes out by mail and by short message, and what it needs of a short-message centre. */
@NullMarked
package org.peyk.examples.sms;

import org.jspecify.annotations.NullMarked;
