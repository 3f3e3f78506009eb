package org.peyk.audience;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.peyk.spi.PersonId;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.RecipientSource;
import org.peyk.spi.tck.RecipientSourceContract;

/** A directory service keeps the contract of recipient sources. */
class LdapRecipientContractTest implements RecipientSourceContract {

    private final DirectoryServer directory = new DirectoryServer(0, null).people(25);
    private final Set<Integer> there = new HashSet<>();
    private final ServerSocket silent = new ServerSocket(0);

    LdapRecipientContractTest() throws IOException {
        for (int i = 0; i < 25; i++) {
            there.add(i);
        }
        directory.add("uid=adressiz", "employeeNumber: 5000", "displayName: Adressiz Kişi");
    }

    @AfterEach
    void close() throws IOException {
        directory.close();
        silent.close();
    }

    @Override
    public RecipientSource source() {
        return DirectoryServer.source(directory.url()).build();
    }

    @Override
    public Selection selection() {
        return Selection.of("ldap", "akademik");
    }

    @Override
    public Set<PersonId> people() {
        Set<PersonId> people = new HashSet<>();
        there.forEach(i -> people.add(PersonId.of(String.valueOf(1000 + i))));
        return people;
    }

    @Override
    public Optional<Selection> filtered() {
        return Optional.of(new Selection("ldap", "akademik", Map.of("departmentNumber", "müh")));
    }

    @Override
    public List<String> rejectedValues() {
        return List.of("Adressiz Kişi");
    }

    @Override
    public Optional<Changes> changes() {
        return Optional.of(new Changes() {
            @Override
            public PersonId join() {
                directory.add(700);
                there.add(700);
                return PersonId.of("1700");
            }

            @Override
            public void leave(PersonId person) {
                int i = Integer.parseInt(person.value()) - 1000;
                directory.remove("uid=k" + i);
                there.remove(i);
            }
        });
    }

    @Override
    public Optional<RecipientSource> brokenSource() {
        return Optional.of(DirectoryServer.source("ldap://localhost:1").build());
    }

    @Override
    public Optional<RecipientSource> stuckSource() {
        return Optional.of(DirectoryServer.source("ldap://localhost:" + silent.getLocalPort())
                .build());
    }
}
