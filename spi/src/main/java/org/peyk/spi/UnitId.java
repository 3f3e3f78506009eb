package org.peyk.spi;

/**
 * A unit of the university (faculty, department, office), as the portal names it.
 *
 * @param value the portal's own key, for example a DETSİS number; at most 200 characters, compared exactly
 */
public record UnitId(String value) {

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException when the value is blank, too long, or holds a control character
     */
    public UnitId {
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
    public static UnitId of(String value) {
        return new UnitId(value);
    }
}
