/**
 * HTML pages and mails kept as files.
 */
package org.peyk.kvkk.document.internal.html;
