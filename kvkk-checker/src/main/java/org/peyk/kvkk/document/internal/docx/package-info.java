/**
 * Word documents (ECMA-376 part 1, WordprocessingML).
 */
package org.peyk.kvkk.document.internal.docx;
