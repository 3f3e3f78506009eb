package org.peyk.smtp;

import org.peyk.spi.LocalizedText;

/**
 * A setting that cannot work.
 *
 * @param code stable code, such as {@code SMTP-CFG-HOST}
 * @param text what is wrong; never repeats a value that may be secret
 */
public record ConfigProblem(String code, LocalizedText text) {}
