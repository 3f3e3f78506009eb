package org.peyk.spi.tck;

import org.peyk.spi.document.DocumentReader;

/**
 * The whole contract of a {@link DocumentReader}. A plugin's test implements {@link #reader()} and {@link #samples()}, and says what its
 * kind of document can tell.
 */
public interface DocumentReaderContract extends DocumentReadingContract, DocumentDamageContract {}
