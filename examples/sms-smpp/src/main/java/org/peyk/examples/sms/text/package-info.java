/** What a text becomes as short messages: coding, parts, and what keeps it from a cheaper coding. */
@NullMarked
package org.peyk.examples.sms.text;

import org.jspecify.annotations.NullMarked;
