/**
 * Excel workbooks (ECMA-376 part 1, SpreadsheetML).
 */
package org.peyk.kvkk.document.internal.xlsx;
