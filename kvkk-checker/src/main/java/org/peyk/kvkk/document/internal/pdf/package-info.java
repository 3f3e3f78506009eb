/**
 * PDF files, by PDFBox with bounds of our own.
 */
package org.peyk.kvkk.document.internal.pdf;
