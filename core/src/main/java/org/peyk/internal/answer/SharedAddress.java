package org.peyk.internal.answer;

import java.util.Locale;
import java.util.Optional;
import org.peyk.MailRequest;
import org.peyk.internal.content.Letters;
import org.peyk.spi.PersonId;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.DirectoryException;
import org.peyk.spi.directory.Person;

/**
 * Whether a person's address is also that of somebody who touched a request. In a mailbox that two people read nobody can tell which of them
 * answers, and one of the two may not decide.
 */
public final class SharedAddress {

    private final Directory directory;

    public SharedAddress(Directory directory) {
        this.directory = directory;
    }

    /**
     * Compares with everybody who touched a request. Wider than the comparison that finds an answer's own sender, as here a doubt is a yes.
     *
     * @throws DirectoryException when the directory cannot be asked
     */
    public boolean withToucher(MailRequest r, Person person) throws DirectoryException {
        if (person.address() == null) {
            return false;
        }
        String own = folded(person.address());
        for (PersonId toucher : r.touchers()) {
            Optional<String> address = directory.find(toucher).map(Person::address);
            if (address.isPresent() && folded(address.get()).equals(own)) {
                return true;
            }
        }
        return false;
    }

    private static String folded(String address) {
        return Letters.fold(address.strip().toLowerCase(Locale.ROOT));
    }
}
