package org.peyk.spi;

/** A way a message reaches a person. A request may use several; it is done when all of them are. */
public enum Channel {
    /** Electronic mail. */
    MAIL,
    /** Short message to a mobile phone. */
    SMS
}
