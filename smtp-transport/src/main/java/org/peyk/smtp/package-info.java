/**
 * Sending over SMTP and reading the mailbox that answers come back to.
 */
package org.peyk.smtp;
