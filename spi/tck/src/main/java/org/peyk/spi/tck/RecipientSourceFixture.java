package org.peyk.spi.tck;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.peyk.spi.PersonId;
import org.peyk.spi.Plugin;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.RecipientSource;

/** What the contract of recipient sources asks of a plugin's test. */
public interface RecipientSourceFixture extends PluginContract {

    /**
     * A new instance over the same data, as there is after a restart. Closed by the contract when it can be closed.
     *
     * @return the source
     */
    RecipientSource source();

    /**
     * A selection of at least ten people.
     *
     * @return the selection
     */
    Selection selection();

    /**
     * The truth: the people of {@link #selection()}, at this moment.
     *
     * @return each person once
     */
    Set<PersonId> people();

    /**
     * A selection with a filter that leaves some of {@link #people()} out, but not all.
     *
     * @return the selection; empty when the source knows no filter
     */
    default Optional<Selection> filtered() {
        return Optional.empty();
    }

    /**
     * Values of the rows of {@link #selection()} that are no usable people, to see that they are reported without them.
     *
     * @return the values; empty when every row is a person
     */
    default List<String> rejectedValues() {
        return List.of();
    }

    /** Lets people join and leave the data behind {@link #selection()}. */
    interface Changes {

        /**
         * Somebody new is in the selection from now on.
         *
         * @return who
         */
        PersonId join();

        /**
         * Somebody is no longer in the selection.
         *
         * @param person one of {@link RecipientSourceFixture#people()}
         */
        void leave(PersonId person);
    }

    /**
     * Changes the data, when they are live.
     *
     * @return the changes; empty for a list that does not change by itself, which must have a fingerprint
     */
    default Optional<Changes> changes() {
        return Optional.empty();
    }

    /**
     * A source whose data cannot be read: a file that is gone, a database that is down.
     *
     * @return the source; empty when there is no such thing
     */
    default Optional<RecipientSource> brokenSource() {
        return Optional.empty();
    }

    /**
     * A source whose data do not answer, so that {@link RecipientSource#count} and {@link RecipientSource#page} wait.
     *
     * @return the source; empty when there is no such thing
     */
    default Optional<RecipientSource> stuckSource() {
        return Optional.empty();
    }

    /**
     * {@inheritDoc}
     *
     * @return a new source
     */
    @Override
    default Plugin plugin() {
        return source();
    }
}
