package org.peyk.contract;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.peyk.policy.StaticDirectory;
import org.peyk.spi.PersonId;
import org.peyk.spi.UnitId;
import org.peyk.spi.directory.Deputyship;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.Role;
import org.peyk.spi.tck.DirectoryContract;

/** A directory that is written down keeps the contract of directories. */
class StaticDirectoryContractTest implements DirectoryContract {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    private static final PersonId DEAN = PersonId.of("1001");
    private static final PersonId SECOND = PersonId.of("1002");
    private static final PersonId DEPUTY = PersonId.of("1003");
    private static final PersonId GONE = PersonId.of("1004");
    private static final Role ROLE = new Role("DEAN", UnitId.of("muh"));
    private static final Deputyship DEPUTYSHIP =
            new Deputyship(DEAN, DEPUTY, NOW.minusSeconds(3600), NOW.plusSeconds(3600));

    private final Directory directory = StaticDirectory.builder()
            .person(DEAN, "Prof. Dr. Işıl Öğüt", UnitId.of("muh"), "isil.ogut@universite.example")
            .person(SECOND, "Prof. Dr. Ali Çelik", UnitId.of("muh"), "ali.celik@universite.example")
            .person(DEPUTY, "Doç. Dr. Ece Şen", UnitId.of("muh"), null)
            .person(GONE, "Dr. Can Ünal", null, null)
            .role(DEAN, ROLE)
            .role(SECOND, ROLE)
            .deputy(DEAN, DEPUTY, DEPUTYSHIP.from(), DEPUTYSHIP.until())
            .inactive(GONE, NOW.minusSeconds(86_400))
            .build();

    @Override
    public Directory directory() {
        return directory;
    }

    @Override
    public Instant now() {
        return NOW;
    }

    @Override
    public Role role() {
        return ROLE;
    }

    @Override
    public Set<PersonId> holders() {
        return Set.of(DEAN, SECOND);
    }

    @Override
    public Optional<PersonId> inactive() {
        return Optional.of(GONE);
    }

    @Override
    public Optional<Deputyship> deputyship() {
        return Optional.of(DEPUTYSHIP);
    }
}
