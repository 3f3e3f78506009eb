/**
 * Blackened copies of office files: the XML of their parts is kept letter by letter, and only what is to go is overwritten, so that looks and
 * layout stay.
 */
package org.peyk.kvkk.document.internal.redact;
