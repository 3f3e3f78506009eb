/**
 * Plain text and separated values, in any usual encoding.
 */
package org.peyk.kvkk.document.internal.text;
