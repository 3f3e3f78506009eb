package org.peyk.spi.transport;

import org.peyk.spi.LocalizedText;

/**
 * Something that would keep messages from being sent or delivered.
 *
 * @param code stable code
 * @param fatal whether nothing at all can be sent
 * @param text what is wrong and what to do
 */
public record PreflightProblem(String code, boolean fatal, LocalizedText text) {}
