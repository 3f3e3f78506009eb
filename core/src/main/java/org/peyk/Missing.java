package org.peyk;

import org.peyk.spi.LocalizedText;

/**
 * Something a request lacks before it may be submitted.
 *
 * @param field stable name of the field, such as {@code details.PLACE} or {@code content.subject}
 * @param label what the form calls it
 * @param request a sentence that asks for it
 */
public record Missing(String field, LocalizedText label, LocalizedText request) {}
