/** A short-message centre inside the process, which does what it is told and knows what it took. */
@NullMarked
package org.peyk.examples.sms.smsc;

import org.jspecify.annotations.NullMarked;
