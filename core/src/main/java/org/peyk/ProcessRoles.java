package org.peyk;

import org.peyk.spi.UnitId;
import org.peyk.spi.directory.Role;

/**
 * Roles of the directory that the process itself knows, besides those its policy names.
 *
 * @param communications the communications office (Kurumsal İletişim), which may edit, schedule, pause and cancel every request
 * @param dataProtection the data-protection officer, who alone may release a blocking finding
 * @param unitRepresentative code of the role that lets somebody ask in the name of a unit that is not the one the directory gives him (Birim
 *     İletişim Temsilcisi); held in each such unit, as by somebody who belongs to several
 */
public record ProcessRoles(Role communications, Role dataProtection, String unitRepresentative) {

    private static final String REPRESENTATIVE = "UNIT_REPRESENTATIVE";

    /**
     * {@code COMMUNICATIONS_OFFICE} and {@code DATA_PROTECTION_OFFICER}, both university-wide, and {@code UNIT_REPRESENTATIVE} of a unit.
     */
    public static final ProcessRoles DEFAULT =
            new ProcessRoles(Role.of("COMMUNICATIONS_OFFICE"), Role.of("DATA_PROTECTION_OFFICER"));

    /**
     * Checks the code.
     *
     * @throws IllegalArgumentException when the code is blank
     */
    public ProcessRoles {
        if (unitRepresentative.isBlank()) {
            throw new IllegalArgumentException("the code of the unit's representatives must not be blank");
        }
    }

    /**
     * Roles with {@code UNIT_REPRESENTATIVE} as that of those who ask for a unit.
     *
     * @param communications the communications office
     * @param dataProtection the data-protection officer
     */
    public ProcessRoles(Role communications, Role dataProtection) {
        this(communications, dataProtection, REPRESENTATIVE);
    }

    /** The role of those who may ask in the name of a unit. */
    Role representing(UnitId unit) {
        return new Role(unitRepresentative, unit);
    }
}
