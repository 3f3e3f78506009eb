package org.peyk;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.PluginInfo;
import org.peyk.spi.directory.Deputyship;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.DirectoryException;
import org.peyk.spi.directory.Person;
import org.peyk.spi.directory.Role;

/** A directory whose people change while it is used, or cannot be read. */
public final class ChangingDirectory implements Directory {

    private final Directory directory;
    private final Map<PersonId, Person> changed = new HashMap<>();
    private final Set<PersonId> unreadable = new HashSet<>();
    private boolean down;

    public ChangingDirectory(Directory directory) {
        this.directory = directory;
    }

    synchronized void change(Person person) {
        changed.put(person.id(), person);
    }

    /** From now on one row cannot be read. */
    synchronized void unreadable(PersonId person) {
        unreadable.add(person);
    }

    /** From now on nothing can be asked, or again everything. */
    public synchronized void down(boolean value) {
        down = value;
    }

    @Override
    public PluginInfo info() {
        return directory.info();
    }

    private synchronized void check() throws DirectoryException {
        if (down) {
            throw new DirectoryException("DIR-DOWN", LocalizedText.of("Dizin yok.", "No directory."), null);
        }
    }

    @Override
    public synchronized Optional<Person> find(PersonId id) throws DirectoryException {
        check();
        if (unreadable.contains(id)) {
            throw new IllegalArgumentException("a row that cannot be read");
        }
        return changed.containsKey(id) ? Optional.of(changed.get(id)) : directory.find(id);
    }

    @Override
    public boolean active(PersonId id, Instant at) throws DirectoryException {
        check();
        return directory.active(id, at);
    }

    @Override
    public Set<PersonId> holders(Role role, Instant at) throws DirectoryException {
        check();
        return directory.holders(role, at);
    }

    @Override
    public List<Deputyship> deputyshipsOf(PersonId deputy, Instant at) throws DirectoryException {
        check();
        return directory.deputyshipsOf(deputy, at);
    }

    @Override
    public List<Deputyship> deputiesOf(PersonId principal, Instant at) throws DirectoryException {
        check();
        return directory.deputiesOf(principal, at);
    }
}
