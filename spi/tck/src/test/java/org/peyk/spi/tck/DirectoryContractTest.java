package org.peyk.spi.tck;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.PluginInfo;
import org.peyk.spi.UnitId;
import org.peyk.spi.directory.Deputyship;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.DirectoryException;
import org.peyk.spi.directory.Person;
import org.peyk.spi.directory.Role;

class DirectoryContractTest {

    enum Wrongness implements Defect {
        NONE(),
        INFO_CHANGES("saysWhoItIs"),
        FINDS_NOBODY("findsItsPeople"),
        FINDS_ANYBODY("doesNotKnowStrangers"),
        ROLES_WITHOUT_UNITS("doesNotKnowStrangers"),
        THROWS_AT_STRANGERS("doesNotKnowStrangers"),
        EVERYBODY_IS_ACTIVE("saysWhoIsActive"),
        NOBODY_IS_ACTIVE("saysWhoIsActive"),
        DEPUTIES_ARE_HOLDERS("namesTheHolders"),
        FORGETS_A_HOLDER("namesTheHolders"),
        END_IS_INCLUSIVE("knowsDeputyshipsByTheMoment"),
        START_IS_EXCLUSIVE("knowsDeputyshipsByTheMoment"),
        DEPUTYSHIP_GOES_BOTH_WAYS("knowsDeputyshipsByTheMoment"),
        TELLS_NO_DEPUTIES("tellsWhoActsForSomebody"),
        TELLS_DEPUTIES_FOR_GOOD("tellsWhoActsForSomebody"),
        TELLS_DEPUTIES_OF_OTHERS("tellsWhoActsForSomebody", "doesNotKnowStrangers"),
        TELLS_ANOTHER_END("tellsWhoActsForSomebody"),
        TELLS_BOTH_WAYS("tellsWhoActsForSomebody"),
        TELLS_NOBODY_WHEN_BROKEN("saysWhenItCannotBeAsked"),
        TELLS_DEPUTIES_OF_NULL("refusesMistakesOfTheCaller"),
        KNOWS_THE_PRESENT_ONLY("answersForAnyMoment"),
        GIVES_ITS_OWN_SET("answersTheSameAgain"),
        SPEAKS_THE_MACHINES_LANGUAGE("answersTheSameAgain"),
        EMPTY_WHEN_BROKEN("saysWhenItCannotBeAsked"),
        SHOWS_WHO_WAS_ASKED_FOR("saysWhenItCannotBeAsked"),
        TAKES_NULLS("refusesMistakesOfTheCaller"),
        SHOWS_PEOPLE("showsNobodyInLogs");

        private final String caughtBy;

        Wrongness(String... caughtBy) {
            this.caughtBy = String.join(" ", caughtBy);
        }

        @Override
        public String caughtBy() {
            return caughtBy;
        }
    }

    @Nested
    class ADirectory extends Staff {
        ADirectory() {
            super(Wrongness.NONE);
        }
    }

    @Nested
    class ADirectoryThatDoesNotTellDeputies extends Staff {
        ADirectoryThatDoesNotTellDeputies() {
            super(Wrongness.TELLS_NO_DEPUTIES);
        }

        @Override
        public boolean tellsDeputies() {
            return false;
        }
    }

    @Nested
    class ADirectoryWithoutDeputies extends Staff {
        ADirectoryWithoutDeputies() {
            super(Wrongness.NONE, false);
        }
    }

    @ParameterizedTest
    @MethodSource("defects")
    void findsTheDefect(Wrongness defect, String check) throws Exception {
        ContractRun.fails(new Staff(defect), check);
    }

    static Stream<Arguments> defects() {
        return Defect.andChecks(Wrongness.values());
    }

    @Test
    void everyCheckCanFail() {
        ContractRun.allCanFail(DirectoryContract.class, Defect.allChecks(Wrongness.values()));
    }

    @Test
    void findsDeputiesThatAreToldThoughItSaysThatNoneAre() throws Exception {
        ContractRun.fails(
                new Staff(Wrongness.NONE) {
                    @Override
                    public boolean tellsDeputies() {
                        return false;
                    }
                },
                "tellsWhoActsForSomebody");
    }

    @Test
    void findsDeputiesThatWereNotDeclared() throws Exception {
        Staff fixture = new Staff(Wrongness.DEPUTYSHIP_GOES_BOTH_WAYS) {
            @Override
            public Optional<Deputyship> deputyship() {
                return Optional.empty();
            }
        };
        ContractRun.fails(fixture, "knowsDeputyshipsByTheMoment");
    }

    private static final PersonId DEAN = PersonId.of("1001");
    private static final PersonId SECOND = PersonId.of("1002");
    private static final PersonId DEPUTY = PersonId.of("1003");
    private static final PersonId GONE = PersonId.of("1004");
    private static final Role ROLE = new Role("DEAN", UnitId.of("muh"));
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    private static final Deputyship DEPUTYSHIP =
            new Deputyship(DEAN, DEPUTY, NOW.minusSeconds(3600), NOW.plusSeconds(3600));

    static class Staff implements DirectoryContract {
        private final Wrongness defect;
        private final boolean deputies;
        private final Set<PersonId> own = new HashSet<>(Set.of(DEAN, SECOND));

        Staff(Wrongness defect) {
            this(defect, true);
        }

        Staff(Wrongness defect, boolean deputies) {
            this.defect = defect;
            this.deputies = deputies;
        }

        @Override
        public Directory directory() {
            return new MemoryDirectory(defect, deputies, false, own);
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
            return deputies ? Optional.of(DEPUTYSHIP) : Optional.empty();
        }

        @Override
        public Optional<Directory> brokenDirectory() {
            return Optional.of(new MemoryDirectory(defect, deputies, true, own));
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(10);
        }
    }

    private static final class MemoryDirectory implements Directory {
        private static final Map<PersonId, String> NAMES = Map.of(
                DEAN, "Prof. Işıl Yılmaz", SECOND, "Prof. Ali Çelik", DEPUTY, "Doç. Ece Öz", GONE, "Dr. Can Şen");

        private final Wrongness defect;
        private final boolean deputies;
        private final boolean broken;
        private final Set<PersonId> own;

        MemoryDirectory(Wrongness defect, boolean deputies, boolean broken, Set<PersonId> own) {
            this.defect = defect;
            this.deputies = deputies;
            this.broken = broken;
            this.own = own;
        }

        @Override
        public PluginInfo info() {
            return new PluginInfo("staff", defect == Wrongness.INFO_CHANGES ? "" + System.nanoTime() : "1");
        }

        private void ask(PersonId person) throws DirectoryException {
            if (person == null && defect != Wrongness.TAKES_NULLS) {
                throw new NullPointerException("person");
            }
            if (person != null && defect == Wrongness.THROWS_AT_STRANGERS && !NAMES.containsKey(person)) {
                throw new DirectoryException("STAFF-UNKNOWN", LocalizedText.of("Bilinmiyor.", "Unknown."), null);
            }
            if (broken && defect != Wrongness.EMPTY_WHEN_BROKEN) {
                String shown = defect == Wrongness.SHOWS_WHO_WAS_ASKED_FOR && person != null ? person.value() : "";
                throw new DirectoryException(
                        "STAFF-DOWN", LocalizedText.of("Kapalı. " + shown, "Down. " + shown), null);
            }
        }

        @Override
        public Optional<Person> find(PersonId id) throws DirectoryException {
            ask(id);
            if (id == null || defect == Wrongness.FINDS_NOBODY) {
                return Optional.empty();
            }
            String name = NAMES.get(id);
            if (name == null && defect != Wrongness.FINDS_ANYBODY) {
                return Optional.empty();
            }
            return Optional.of(new Person(id, String.valueOf(name), null, "a@universite.example", Locale.ROOT));
        }

        @Override
        public boolean active(PersonId id, Instant at) throws DirectoryException {
            ask(id);
            if (defect == Wrongness.EVERYBODY_IS_ACTIVE || defect == Wrongness.NOBODY_IS_ACTIVE) {
                return defect == Wrongness.EVERYBODY_IS_ACTIVE;
            }
            return NAMES.containsKey(id) && !id.equals(GONE);
        }

        @Override
        public Set<PersonId> holders(Role role, Instant at) throws DirectoryException {
            ask(DEAN);
            if (defect == Wrongness.KNOWS_THE_PRESENT_ONLY && at.isBefore(Instant.EPOCH)) {
                throw new IllegalStateException("too long ago");
            }
            boolean same =
                    defect == Wrongness.ROLES_WITHOUT_UNITS ? role.code().equals(ROLE.code()) : role.equals(ROLE);
            if (!same || abroad()) {
                return Set.of();
            }
            return switch (defect) {
                case DEPUTIES_ARE_HOLDERS -> Set.of(DEAN, SECOND, DEPUTY);
                case FORGETS_A_HOLDER -> Set.of(DEAN);
                case GIVES_ITS_OWN_SET -> own;
                default -> new HashSet<>(own);
            };
        }

        /** A folding that depends on the machine's language: the code's I becomes another letter in Turkish. */
        private boolean abroad() {
            return defect == Wrongness.SPEAKS_THE_MACHINES_LANGUAGE
                    && !"ROLI".toLowerCase(Locale.getDefault()).equals("roli");
        }

        @Override
        public List<Deputyship> deputyshipsOf(PersonId deputy, Instant at) throws DirectoryException {
            ask(deputy);
            if (!deputies) {
                return List.of();
            }
            if (deputy.equals(DEAN) && defect == Wrongness.DEPUTYSHIP_GOES_BOTH_WAYS) {
                return List.of(new Deputyship(DEPUTY, DEAN, DEPUTYSHIP.from(), DEPUTYSHIP.until()));
            }
            boolean covers = DEPUTYSHIP.covers(at);
            if (at.equals(DEPUTYSHIP.until()) && defect == Wrongness.END_IS_INCLUSIVE) {
                covers = true;
            }
            if (at.equals(DEPUTYSHIP.from()) && defect == Wrongness.START_IS_EXCLUSIVE) {
                covers = false;
            }
            return deputy.equals(DEPUTY) && covers ? List.of(DEPUTYSHIP) : List.of();
        }

        @Override
        public List<Deputyship> deputiesOf(PersonId principal, Instant at) throws DirectoryException {
            if (defect == Wrongness.TELLS_NO_DEPUTIES) {
                return List.of();
            }
            boolean hidden = (broken && defect == Wrongness.TELLS_NOBODY_WHEN_BROKEN)
                    || (principal == null && defect == Wrongness.TELLS_DEPUTIES_OF_NULL);
            if (!hidden) {
                ask(principal);
            }
            if (!deputies || principal == null) {
                return List.of();
            }
            if (principal.equals(DEPUTY) && defect == Wrongness.TELLS_BOTH_WAYS) {
                return List.of(new Deputyship(DEPUTY, DEAN, DEPUTYSHIP.from(), DEPUTYSHIP.until()));
            }
            if (!DEPUTYSHIP.covers(at) && defect != Wrongness.TELLS_DEPUTIES_FOR_GOOD) {
                return List.of();
            }
            if (!principal.equals(DEAN)) {
                return defect == Wrongness.TELLS_DEPUTIES_OF_OTHERS ? List.of(DEPUTYSHIP) : List.of();
            }
            return switch (defect) {
                case TELLS_DEPUTIES_OF_OTHERS ->
                    List.of(DEPUTYSHIP, new Deputyship(SECOND, DEPUTY, DEPUTYSHIP.from(), DEPUTYSHIP.until()));
                case TELLS_ANOTHER_END ->
                    List.of(DEPUTYSHIP, new Deputyship(DEAN, DEPUTY, DEPUTYSHIP.from(), Instant.MAX));
                default -> List.of(DEPUTYSHIP);
            };
        }

        @Override
        public String toString() {
            return defect == Wrongness.SHOWS_PEOPLE ? "Staff" + NAMES.values() : "Staff";
        }
    }
}
