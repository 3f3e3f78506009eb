package org.peyk.spi.recipient;

import org.peyk.spi.LocalizedText;

/**
 * A group that a source can list, for the form's choice.
 *
 * @param code stable code, used in selections
 * @param label the name staff know it by
 */
public record AudienceGroup(String code, LocalizedText label) {}
