/**
 * Finds personal data (KVKK, Turkish law no. 6698) in mails and their attachments: {@link org.peyk.kvkk.KvkkCheck} for the process, {@link
 * org.peyk.kvkk.KvkkScanner} for any text.
 */
package org.peyk.kvkk;
