/** Meters of a process for applications that use Micrometer; nothing else of the library needs it. */
package org.peyk.metrics;
