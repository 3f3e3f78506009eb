/** Texts of mails: HTML that is safe to send, plain text of HTML, and what a ready document says. */
package org.peyk.internal.content;
