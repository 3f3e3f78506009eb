/** A scripted SMTP server, and what the tests send to it. */
@NullMarked
package org.peyk.smtp.testserver;

import org.jspecify.annotations.NullMarked;
