/**
 * Readers of documents: Word, Excel, PDF, HTML, separated values and plain text. Each is a plugin of its own ({@link
 * org.peyk.spi.document.DocumentReader}), found by {@link java.util.ServiceLoader}; {@link org.peyk.kvkk.document.DocumentReaders} is all
 * of them in their right order for programs that use the checker alone.
 *
 * <p>All readers know their files by content, keep the given limits, never write a part of a document to disk, never follow a link, and
 * turn what is wrong with a file into notes. They are stateless and may be used by several threads.
 */
package org.peyk.kvkk.document;
