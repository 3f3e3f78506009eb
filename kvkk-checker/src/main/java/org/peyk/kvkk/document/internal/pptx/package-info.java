/**
 * PowerPoint presentations (ECMA-376, PresentationML).
 */
package org.peyk.kvkk.document.internal.pptx;
