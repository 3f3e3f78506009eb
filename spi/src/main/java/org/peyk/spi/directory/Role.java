package org.peyk.spi.directory;

import org.jspecify.annotations.Nullable;
import org.peyk.spi.UnitId;

/**
 * A role that people hold, in one unit or university-wide.
 *
 * @param code the role's code, such as {@code DEAN} or {@code DATA_PROTECTION_OFFICER}
 * @param unit the unit it is held in, or null for the whole university
 */
public record Role(String code, @Nullable UnitId unit) {

    /**
     * A role held for the whole university.
     *
     * @param code the code
     * @return the role
     */
    public static Role of(String code) {
        return new Role(code, null);
    }
}
