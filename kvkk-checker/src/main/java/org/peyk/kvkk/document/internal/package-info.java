/**
 * What all document formats share: the bounds of a reading, the way found text takes to the handler, and tables.
 */
package org.peyk.kvkk.document.internal;
