/**
 * Compound files (MS-CFB): workbooks of older versions of Excel, mails of Outlook, and office files behind a password.
 */
package org.peyk.kvkk.document.internal.ole;
