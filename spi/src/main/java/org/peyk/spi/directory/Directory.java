package org.peyk.spi.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.peyk.spi.PersonId;
import org.peyk.spi.Plugin;

/**
 * Knows the people of the process: who is active, who holds which role, who is whose deputy.
 *
 * <p><b>When.</b> Asked at every decision and again before sending; answers are not cached by the library. <b>Thread.</b> The caller's or a
 * worker's, before a transaction of the library is opened. <b>Errors.</b> A {@link DirectoryException} refuses what depended on the answer.
 */
public interface Directory extends Plugin {

    /**
     * Looks a person up.
     *
     * @param id who
     * @return the person, or empty when unknown
     * @throws DirectoryException when the directory cannot be asked
     */
    Optional<Person> find(PersonId id) throws DirectoryException;

    /**
     * Whether a person works or studies here at a moment. An unknown person does not.
     *
     * @param id who
     * @param at when
     * @return whether active
     * @throws DirectoryException when the directory cannot be asked
     */
    boolean active(PersonId id, Instant at) throws DirectoryException;

    /**
     * Who holds a role at a moment, deputies not counted.
     *
     * @param role the role
     * @param at when
     * @return the holders; empty when nobody does
     * @throws DirectoryException when the directory cannot be asked
     */
    Set<PersonId> holders(Role role, Instant at) throws DirectoryException;

    /**
     * For whom a person may act at a moment.
     *
     * @param deputy who acts
     * @param at when
     * @return the deputyships that cover the moment
     * @throws DirectoryException when the directory cannot be asked
     */
    List<Deputyship> deputyshipsOf(PersonId deputy, Instant at) throws DirectoryException;

    /**
     * Who may act for a person at a moment; asked to tell deputies that something waits for them, never to let them decide. A directory that
     * cannot look in this direction leaves it, and its deputies are not told.
     *
     * @param principal who is represented
     * @param at when
     * @return the deputyships that cover the moment; empty by default
     * @throws DirectoryException when the directory cannot be asked
     */
    default List<Deputyship> deputiesOf(PersonId principal, Instant at) throws DirectoryException {
        return List.of();
    }
}
