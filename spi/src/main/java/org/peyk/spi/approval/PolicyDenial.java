package org.peyk.spi.approval;

import org.peyk.spi.LocalizedText;

/**
 * A policy knows no way in which this request may go out.
 *
 * @param code stable code of the reason
 * @param reason why, and whom to ask
 */
public record PolicyDenial(String code, LocalizedText reason) implements PolicyAnswer {}
