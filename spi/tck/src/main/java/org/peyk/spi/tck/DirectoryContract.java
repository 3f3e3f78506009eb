package org.peyk.spi.tck;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.peyk.spi.PersonId;
import org.peyk.spi.UnitId;
import org.peyk.spi.directory.Deputyship;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.DirectoryException;
import org.peyk.spi.directory.Person;
import org.peyk.spi.directory.Role;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole contract of a {@link Directory}. A plugin's test implements {@link #directory()}, {@link #now()}, {@link #role()} and
 * {@link #holders()}, and says what else its directory knows.
 */
public interface DirectoryContract extends DirectoryFixture {

    /**
     * People are found by their identifiers.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void findsItsPeople() throws Exception {
        assertThat(holders()).as("holders of the fixture").isNotEmpty();
        for (PersonId holder : holders()) {
            Optional<Person> person = directory().find(holder);
            assertThat(person.isPresent()).as("a holder is found").isTrue();
            assertThat(person.orElseThrow().id().equals(holder))
                    .as("who is found is who was looked for")
                    .isTrue();
        }
    }

    /**
     * A stranger is unknown, not active, nobody's deputy; a strange role is held by nobody. None of it is a failure.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void doesNotKnowStrangers() throws Exception {
        for (String id : Strange.IDS) {
            PersonId stranger = PersonId.of(id);
            assertThat(directory().find(stranger).isPresent())
                    .as("finds a stranger")
                    .isFalse();
            assertThat(directory().active(stranger, now()))
                    .as("a stranger is active")
                    .isFalse();
            assertThat(directory().deputyshipsOf(stranger, now()).size())
                    .as("deputyships of a stranger")
                    .isZero();
            assertThat(directory().deputiesOf(stranger, now()).size())
                    .as("deputies of a stranger")
                    .isZero();
            for (Role strange : List.of(new Role(id, role().unit()), new Role(role().code(), UnitId.of(id)))) {
                assertThat(directory().holders(strange, now()).size())
                        .as("holders of a strange role")
                        .isZero();
            }
        }
    }

    /**
     * Holders are active; who left is not.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void saysWhoIsActive() throws Exception {
        for (PersonId holder : holders()) {
            assertThat(directory().active(holder, now()))
                    .as("a holder is active")
                    .isTrue();
        }
        if (inactive().isPresent()) {
            assertThat(directory().active(inactive().get(), now()))
                    .as("somebody who left is active")
                    .isFalse();
        }
    }

    /**
     * All holders of a role are named and nobody else, deputies not either.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void namesTheHolders() throws Exception {
        Sources.samePeople("holders", directory().holders(role(), now()), holders());
    }

    /**
     * A deputyship holds from its first moment until just before its end, and is not handed on.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void knowsDeputyshipsByTheMoment() throws Exception {
        Optional<Deputyship> known = deputyship();
        if (known.isEmpty()) {
            for (PersonId holder : holders()) {
                assertThat(directory().deputyshipsOf(holder, now()).size())
                        .as("deputyships in a directory that says it knows none")
                        .isZero();
            }
            return;
        }
        Deputyship expected = known.get();
        for (Instant in : List.of(expected.from(), now(), expected.until().minusMillis(1))) {
            List<Deputyship> found = directory().deputyshipsOf(expected.deputy(), in);
            assertThat(found.equals(List.of(expected)))
                    .as("the one deputyship, at a moment it covers")
                    .isTrue();
        }
        for (Instant out : List.of(expected.from().minusMillis(1), expected.until())) {
            assertThat(directory().deputyshipsOf(expected.deputy(), out).size())
                    .as("deputyships at a moment that none covers")
                    .isZero();
        }
        assertThat(directory().deputyshipsOf(expected.principal(), now()).stream()
                        .anyMatch(d -> d.principal().equals(expected.deputy())))
                .as("the principal acts for the deputy")
                .isFalse();
    }

    /**
     * The deputies of a person are those who have a deputyship for that person at that moment, and they are found from either side.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void tellsWhoActsForSomebody() throws Exception {
        if (deputyship().isEmpty() || !tellsDeputies()) {
            for (PersonId holder : holders()) {
                assertThat(directory().deputiesOf(holder, now()).size())
                        .as("deputies in a directory that says it tells of none")
                        .isZero();
            }
            return;
        }
        Deputyship expected = deputyship().get();
        for (Instant in : List.of(expected.from(), now(), expected.until().minusMillis(1))) {
            List<Deputyship> found = directory().deputiesOf(expected.principal(), in);
            assertThat(found.contains(expected))
                    .as("the deputyship, at a moment it covers, from the principal's side")
                    .isTrue();
            for (Deputyship d : found) {
                assertThat(d.principal().equals(expected.principal()) && d.covers(in))
                        .as("who is found acts for that person at that moment")
                        .isTrue();
                assertThat(directory().deputyshipsOf(d.deputy(), in).contains(d))
                        .as("the same deputyship from the deputy's side")
                        .isTrue();
            }
        }
        for (Instant out : List.of(expected.from().minusMillis(1), expected.until())) {
            assertThat(directory().deputiesOf(expected.principal(), out).contains(expected))
                    .as("the deputyship at a moment it does not cover, from the principal's side")
                    .isFalse();
        }
        assertThat(directory().deputiesOf(expected.deputy(), now()).stream()
                        .anyMatch(d -> d.deputy().equals(expected.principal())))
                .as("the principal is named as the deputy's deputy")
                .isFalse();
    }

    /**
     * Any moment may be asked for, long ago or far ahead.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void answersForAnyMoment() throws Exception {
        for (Instant moment : List.of(Instant.parse("1900-01-01T00:00:00Z"), Instant.parse("2999-12-31T23:59:59Z"))) {
            for (PersonId holder : holders()) {
                directory().active(holder, moment);
                for (Deputyship deputyship : directory().deputyshipsOf(holder, moment)) {
                    assertThat(deputyship.covers(moment))
                            .as("covers the moment")
                            .isTrue();
                }
                for (Deputyship deputyship : directory().deputiesOf(holder, moment)) {
                    assertThat(deputyship.covers(moment))
                            .as("covers the moment, from the principal's side")
                            .isTrue();
                }
            }
            assertThat(directory().holders(role(), moment)).as("holders").isNotNull();
        }
    }

    /**
     * The same question has the same answer, from several threads, on a machine set up elsewhere, and after the caller changed what it got.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    @ResourceLock(Resources.LOCALE)
    @ResourceLock(Resources.TIME_ZONE)
    default void answersTheSameAgain() throws Exception {
        Directory directory = directory();
        Set<PersonId> given = directory.holders(role(), now());
        try {
            given.clear();
        } catch (UnsupportedOperationException e) {
            assertThat(given.size()).as("holders").isPositive();
        }
        List<Set<PersonId>> others = Crowd.call(patience(), () -> directory.holders(role(), now()));
        for (Set<PersonId> other : others) {
            Sources.samePeople("holders in several threads", other, holders());
        }
        for (Set<PersonId> abroad : Abroad.call(() -> directory().holders(role(), now()))) {
            Sources.samePeople("holders abroad", abroad, holders());
        }
    }

    /**
     * A directory that cannot be asked says so, and names nobody.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void saysWhenItCannotBeAsked() throws Exception {
        Optional<Directory> broken = brokenDirectory();
        if (broken.isEmpty()) {
            return;
        }
        PersonId holder = holders().iterator().next();
        List<String> personal = new ArrayList<>(personal());
        personal.add(holder.value());
        Class<DirectoryException> declared = DirectoryException.class;
        Directory directory = broken.get();
        Wrong.isDeclared("find", declared, personal, () -> Crowd.within(patience(), () -> directory.find(holder)));
        Wrong.isDeclared(
                "active", declared, personal, () -> Crowd.within(patience(), () -> directory.active(holder, now())));
        Wrong.isDeclared(
                "holders", declared, personal, () -> Crowd.within(patience(), () -> directory.holders(role(), now())));
        Wrong.isDeclared(
                "deputyshipsOf",
                declared,
                personal,
                () -> Crowd.within(patience(), () -> directory.deputyshipsOf(holder, now())));
        if (tellsDeputies()) {
            Wrong.isDeclared(
                    "deputiesOf",
                    declared,
                    personal,
                    () -> Crowd.within(patience(), () -> directory.deputiesOf(holder, now())));
        }
    }

    /**
     * A null is a mistake of the caller.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void refusesMistakesOfTheCaller() throws Exception {
        Directory directory = directory();
        Wrong.isProgrammersError("find(null)", () -> directory.find(Wrong.nothing()));
        Wrong.isProgrammersError("active(null)", () -> directory.active(Wrong.nothing(), now()));
        Wrong.isProgrammersError("holders(null)", () -> directory.holders(Wrong.nothing(), now()));
        Wrong.isProgrammersError("deputyshipsOf(null)", () -> directory.deputyshipsOf(Wrong.nothing(), now()));
        if (tellsDeputies()) {
            Wrong.isProgrammersError("deputiesOf(null)", () -> directory.deputiesOf(Wrong.nothing(), now()));
        }
    }

    /**
     * What is found can be logged without showing anybody.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void showsNobodyInLogs() throws Exception {
        List<String> personal = personal();
        assertThat(personal).as("names of holders").isNotEmpty();
        for (PersonId holder : holders()) {
            Wrong.showsNothing("a person", directory().find(holder), personal);
        }
        Wrong.showsNothing("the directory", directory(), personal);
    }

    private List<String> personal() throws DirectoryException {
        List<String> values = new ArrayList<>();
        for (PersonId holder : holders()) {
            Person person = directory().find(holder).orElseThrow(() -> new AssertionError("a holder is not found"));
            values.add(person.displayName());
            String address = person.address();
            if (address != null) {
                values.add(address);
            }
        }
        return values;
    }
}
