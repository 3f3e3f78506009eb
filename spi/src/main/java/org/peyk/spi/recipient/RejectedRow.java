package org.peyk.spi.recipient;

import org.peyk.spi.LocalizedText;

/**
 * A row of a source that is no usable recipient.
 *
 * @param position where it stands, such as {@code line 17}
 * @param code stable code of the reason
 * @param reason the reason, without the row's values
 */
public record RejectedRow(String position, String code, LocalizedText reason) {}
