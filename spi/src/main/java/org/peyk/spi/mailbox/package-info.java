/**
 * The mailbox that bounces, automatic replies and answers come back to.
 */
package org.peyk.spi.mailbox;
