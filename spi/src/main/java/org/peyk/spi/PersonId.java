package org.peyk.spi;

/**
 * A person, whatever roles, deputyships or addresses that person has: rules about persons compare this and nothing else.
 *
 * @param value the portal's own key; at most 200 characters, compared exactly
 */
public record PersonId(String value) {

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException when the value is blank, too long, or holds a control character
     */
    public PersonId {
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
    public static PersonId of(String value) {
        return new PersonId(value);
    }

    /**
     * Never shows the key, which may itself be personal data, such as a student number.
     *
     * @return a constant text
     */
    @Override
    public String toString() {
        return "PersonId[…]";
    }
}
