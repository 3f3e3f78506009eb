/** Mail over the wire: the library's transport beside others, against one sink. */
@NullMarked
package org.peyk.examples.benchmarks.smtp;

import org.jspecify.annotations.NullMarked;
