/**
 * Reading documents: what a reader sees, and everything that is in the file.
 */
package org.peyk.spi.document;
