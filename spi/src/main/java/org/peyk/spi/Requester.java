package org.peyk.spi;

/**
 * Who asks for a mail.
 *
 * @param person the person who answers for the request
 * @param unit the unit in whose name it is asked
 * @param enteredBy who typed it in: the same person, or somebody of the communications office on behalf of the requester. Neither may
 *     approve the request
 */
public record Requester(PersonId person, UnitId unit, PersonId enteredBy) {

    /**
     * Somebody who asks for himself.
     *
     * @param person the person
     * @param unit the unit
     * @return the requester
     */
    public static Requester of(PersonId person, UnitId unit) {
        return new Requester(person, unit, person);
    }
}
