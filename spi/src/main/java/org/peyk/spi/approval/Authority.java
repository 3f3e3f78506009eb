package org.peyk.spi.approval;

import java.util.Set;
import org.peyk.spi.PersonId;
import org.peyk.spi.directory.Role;

/**
 * Who may decide a step: the holders of roles, and named persons. Whoever touched the request is left out by the library, and deputies of
 * those named are let in.
 *
 * @param roles roles of which any holder may decide
 * @param persons persons who may decide whatever they hold
 */
public record Authority(Set<Role> roles, Set<PersonId> persons) {

    /**
     * Copies the sets.
     *
     * @throws IllegalArgumentException when nobody is named
     */
    public Authority {
        roles = Set.copyOf(roles);
        persons = Set.copyOf(persons);
        if (roles.isEmpty() && persons.isEmpty()) {
            throw new IllegalArgumentException("an authority names at least one role or person");
        }
    }

    /**
     * The holders of one role.
     *
     * @param role the role
     * @return the authority
     */
    public static Authority of(Role role) {
        return new Authority(Set.of(role), Set.of());
    }

    /**
     * One named person.
     *
     * @param person the person
     * @return the authority
     */
    public static Authority of(PersonId person) {
        return new Authority(Set.of(), Set.of(person));
    }
}
