/**
 * What Word and Excel files have in common: the zip (OPC package) they are, and the XML in it.
 */
package org.peyk.kvkk.document.internal.ooxml;
