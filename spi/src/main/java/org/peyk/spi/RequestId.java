package org.peyk.spi;

/**
 * Names one mail request for good.
 *
 * @param value a key without meaning, unique in a store; at most 200 characters, compared exactly
 */
public record RequestId(String value) {

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException when the value is blank, too long, or holds a control character
     */
    public RequestId {
        Texts.requireLine(value, "value");
        if (value.length() > 200) {
            throw new IllegalArgumentException("value must not be longer than 200 characters");
        }
    }

    /**
     * Short form of the constructor.
     *
     * @param value the identifier
     * @return the typed identifier
     */
    public static RequestId of(String value) {
        return new RequestId(value);
    }

    /**
     * Makes a new random identifier.
     *
     * @return an identifier that no other request has
     */
    public static RequestId random() {
        return new RequestId(java.util.UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
