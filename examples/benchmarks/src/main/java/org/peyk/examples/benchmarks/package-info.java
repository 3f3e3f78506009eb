/** Measures of the library, each a command of its own. */
@NullMarked
package org.peyk.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
