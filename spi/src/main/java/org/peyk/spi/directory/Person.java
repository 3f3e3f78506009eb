package org.peyk.spi.directory;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.PersonId;
import org.peyk.spi.UnitId;

/**
 * Somebody of the process (not a recipient).
 *
 * @param id who it is
 * @param displayName name and title as shown to colleagues
 * @param unit the unit the person belongs to, or null
 * @param address the institutional address for notices, or null
 * @param language the language notices are written in
 */
public record Person(
        PersonId id,
        String displayName,
        @Nullable UnitId unit,
        @Nullable String address,
        Locale language) {

    @Override
    public String toString() {
        return "Person[…]";
    }
}
