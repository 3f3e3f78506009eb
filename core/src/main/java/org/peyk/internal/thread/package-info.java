/** The library's own threads. */
package org.peyk.internal.thread;
