/**
 * Saved mails (RFC 5322 and MIME).
 */
package org.peyk.kvkk.document.internal.mail;
