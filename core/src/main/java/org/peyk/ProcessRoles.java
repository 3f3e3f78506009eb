package org.peyk;

import org.peyk.spi.directory.Role;

/**
 * Roles of the directory that the process itself knows, besides those its policy names.
 *
 * @param communications the communications office (Kurumsal İletişim), which may edit, schedule, pause and cancel every request
 * @param dataProtection the data-protection officer, who alone may release a blocking finding
 */
public record ProcessRoles(Role communications, Role dataProtection) {

    /** {@code COMMUNICATIONS_OFFICE} and {@code DATA_PROTECTION_OFFICER}, both university-wide. */
    public static final ProcessRoles DEFAULT =
            new ProcessRoles(Role.of("COMMUNICATIONS_OFFICE"), Role.of("DATA_PROTECTION_OFFICER"));
}
