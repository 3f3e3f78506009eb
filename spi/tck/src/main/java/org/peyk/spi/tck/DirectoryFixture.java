package org.peyk.spi.tck;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.peyk.spi.PersonId;
import org.peyk.spi.Plugin;
import org.peyk.spi.directory.Deputyship;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.Role;

/** What the contract of directories asks of a plugin's test. */
public interface DirectoryFixture extends PluginContract {

    /**
     * The directory.
     *
     * @return a directory, the same or a new one each time
     */
    Directory directory();

    /**
     * The moment of which the other methods speak.
     *
     * @return the moment
     */
    Instant now();

    /**
     * A role that somebody holds at {@link #now()}.
     *
     * @return the role
     */
    Role role();

    /**
     * The truth: who holds {@link #role()} at {@link #now()}. All of them are active then.
     *
     * @return at least one person
     */
    Set<PersonId> holders();

    /**
     * Somebody who is known and no longer active at {@link #now()}.
     *
     * @return the person; empty when the directory forgets those who leave
     */
    default Optional<PersonId> inactive() {
        return Optional.empty();
    }

    /**
     * A deputyship that covers {@link #now()}, of one of the {@link #holders()} by somebody who is none, and the only one of that deputy.
     *
     * @return the deputyship; empty when the directory knows of none, for anybody
     */
    default Optional<Deputyship> deputyship() {
        return Optional.empty();
    }

    /**
     * Whether {@link Directory#deputiesOf} looks for deputies. A directory that leaves the default tells of nobody and says so here.
     *
     * @return true, unless overridden
     */
    default boolean tellsDeputies() {
        return true;
    }

    /**
     * A directory that cannot be asked.
     *
     * @return the directory; empty when there is no such thing
     */
    default Optional<Directory> brokenDirectory() {
        return Optional.empty();
    }

    /**
     * {@inheritDoc}
     *
     * @return the directory
     */
    @Override
    default Plugin plugin() {
        return directory();
    }
}
