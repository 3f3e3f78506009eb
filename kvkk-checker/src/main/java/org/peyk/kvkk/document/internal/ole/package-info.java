/**
 * Compound files (MS-CFB), of which only office files behind a password are known.
 */
package org.peyk.kvkk.document.internal.ole;
