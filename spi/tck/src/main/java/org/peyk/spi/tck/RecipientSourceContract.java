package org.peyk.spi.tck;

import org.peyk.spi.recipient.RecipientSource;

/**
 * The whole contract of a {@link RecipientSource}. A plugin's test implements {@link #source()}, {@link #selection()} and
 * {@link #people()}, and says what else its data can do.
 */
public interface RecipientSourceContract extends RecipientPagingContract, RecipientErrorContract {}
