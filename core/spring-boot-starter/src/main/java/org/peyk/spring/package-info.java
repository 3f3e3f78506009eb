/** Spring Boot: a mail process from an application's beans, and commands inside its transactions. */
@NullMarked
package org.peyk.spring;

import org.jspecify.annotations.NullMarked;
