/**
 * OpenDocument texts, sheets and presentations (ISO/IEC 26300).
 */
package org.peyk.kvkk.document.internal.odf;
