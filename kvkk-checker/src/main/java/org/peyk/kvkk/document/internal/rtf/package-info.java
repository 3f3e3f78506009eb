/**
 * Rich Text Format, version 1.9.
 */
package org.peyk.kvkk.document.internal.rtf;
