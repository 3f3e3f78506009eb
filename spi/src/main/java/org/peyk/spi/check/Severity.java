package org.peyk.spi.check;

/** What a finding asks for, the strictest first. */
public enum Severity {
    /** It must be removed, or released by name with a legal basis. */
    BLOCK,
    /** Somebody must say why it is right. */
    JUSTIFY,
    /** Worth a look; nothing is asked. */
    INFO
}
