package org.peyk.internal.worklist;

import org.peyk.spi.PersonId;
import org.peyk.spi.directory.Role;

/** Names under which open steps are kept for those who may decide them. */
final class Holder {

    private Holder() {}

    static String of(PersonId person) {
        return "P:" + person.value();
    }

    /** The length keeps a code and a unit from running into each other. */
    static String of(Role role) {
        String unit = role.unit() == null ? "" : ":" + role.unit().value();
        return "R:" + role.code().length() + ":" + role.code() + unit;
    }
}
