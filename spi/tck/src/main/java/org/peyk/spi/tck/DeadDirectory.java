package org.peyk.spi.tck;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.directory.Deputyship;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.DirectoryException;
import org.peyk.spi.directory.Person;
import org.peyk.spi.directory.Role;

/** A directory that cannot be asked. */
final class DeadDirectory implements Directory {

    private static DirectoryException dead() {
        return new DirectoryException(
                "TCK-DIRECTORY", new LocalizedText("Dizine ulaşılamıyor.", "The directory cannot be reached."), null);
    }

    @Override
    public Optional<Person> find(PersonId id) throws DirectoryException {
        throw dead();
    }

    @Override
    public boolean active(PersonId id, Instant at) throws DirectoryException {
        throw dead();
    }

    @Override
    public Set<PersonId> holders(Role role, Instant at) throws DirectoryException {
        throw dead();
    }

    @Override
    public List<Deputyship> deputyshipsOf(PersonId deputy, Instant at) throws DirectoryException {
        throw dead();
    }
}
