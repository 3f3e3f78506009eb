package org.peyk.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.ConfigurationException;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.UnitId;
import org.peyk.spi.directory.Deputyship;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.Person;
import org.peyk.spi.directory.Role;

/**
 * A directory whose people are written in the program: for small installations, examples and tests. Immutable, thread-safe.
 */
public final class StaticDirectory implements Directory {

    private final Map<PersonId, Person> persons;
    private final Map<Role, Set<PersonId>> roles;
    private final List<Deputyship> deputyships;
    private final Map<PersonId, Instant> inactiveFrom;

    private StaticDirectory(Builder b) {
        this.persons = Map.copyOf(b.persons);
        Map<Role, Set<PersonId>> copy = new LinkedHashMap<>();
        b.roles.forEach((role, holders) -> copy.put(role, Collections.unmodifiableSet(new LinkedHashSet<>(holders))));
        this.roles = Map.copyOf(copy);
        this.deputyships = List.copyOf(b.deputyships);
        this.inactiveFrom = Map.copyOf(b.inactiveFrom);
    }

    /**
     * Starts an empty directory.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Optional<Person> find(PersonId id) {
        return Optional.ofNullable(persons.get(id));
    }

    @Override
    public boolean active(PersonId id, Instant at) {
        Instant end = inactiveFrom.get(id);
        return persons.containsKey(id) && (end == null || at.isBefore(end));
    }

    /** {@inheritDoc} Those who are inactive at that moment hold nothing. */
    @Override
    public Set<PersonId> holders(Role role, Instant at) {
        Set<PersonId> holders = new LinkedHashSet<>(roles.getOrDefault(role, Set.of()));
        holders.removeIf(p -> !active(p, at));
        return Collections.unmodifiableSet(holders);
    }

    @Override
    public List<Deputyship> deputyshipsOf(PersonId deputy, Instant at) {
        Objects.requireNonNull(deputy, "deputy");
        return deputyships.stream()
                .filter(d -> d.deputy().equals(deputy) && d.covers(at))
                .toList();
    }

    @Override
    public List<Deputyship> deputiesOf(PersonId principal, Instant at) {
        Objects.requireNonNull(principal, "principal");
        return deputyships.stream()
                .filter(d -> d.principal().equals(principal) && d.covers(at))
                .toList();
    }

    /** Builds a {@link StaticDirectory}. Not thread-safe. */
    public static final class Builder {
        private final Map<PersonId, Person> persons = new LinkedHashMap<>();
        private final Map<Role, Set<PersonId>> roles = new LinkedHashMap<>();
        private final List<Deputyship> deputyships = new ArrayList<>();
        private final Map<PersonId, Instant> inactiveFrom = new LinkedHashMap<>();
        private final List<LocalizedText> problems = new ArrayList<>();

        private Builder() {}

        /**
         * Adds a person whose notices are in Turkish.
         *
         * @param id who
         * @param name name and title as shown to colleagues
         * @param unit the unit, or null
         * @param address the institutional address, or null
         * @return this
         */
        public Builder person(PersonId id, String name, @Nullable UnitId unit, @Nullable String address) {
            return person(new Person(id, name, unit, address, Locale.forLanguageTag("tr")));
        }

        /**
         * Adds a person.
         *
         * @param person the person
         * @return this
         */
        public Builder person(Person person) {
            if (persons.putIfAbsent(person.id(), person) != null) {
                problems.add(
                        LocalizedText.of("Bir kişi rehbere iki kez eklenmiş.", "A person is in the directory twice."));
            }
            return this;
        }

        /**
         * Gives a person a role; several may hold the same one.
         *
         * @param id who
         * @param role the role
         * @return this
         */
        public Builder role(PersonId id, Role role) {
            roles.computeIfAbsent(role, r -> new LinkedHashSet<>()).add(id);
            return this;
        }

        /**
         * Lets somebody act for somebody else for a while (vekâlet).
         *
         * @param principal who is represented
         * @param deputy who acts
         * @param from first moment, inclusive
         * @param until last moment, exclusive
         * @return this
         */
        public Builder deputy(PersonId principal, PersonId deputy, Instant from, Instant until) {
            deputyships.add(new Deputyship(principal, deputy, from, until));
            return this;
        }

        /**
         * Notes that somebody leaves.
         *
         * @param id who
         * @param from the first moment at which the person is no longer active
         * @return this
         */
        public Builder inactive(PersonId id, Instant from) {
            inactiveFrom.put(id, from);
            return this;
        }

        /**
         * Makes the directory.
         *
         * @return an immutable directory
         * @throws ConfigurationException when a person was added twice, or a role, deputyship or leave names somebody who was not added
         */
        public StaticDirectory build() {
            List<LocalizedText> all = new ArrayList<>(problems);
            roles.forEach((role, holders) -> {
                if (!persons.keySet().containsAll(holders)) {
                    all.add(LocalizedText.of(
                            "“" + role.code() + "” rolü rehberde olmayan birine verilmiş.",
                            "Role “" + role.code() + "” is given to somebody who is not in the directory."));
                }
            });
            for (Deputyship d : deputyships) {
                if (!persons.containsKey(d.principal()) || !persons.containsKey(d.deputy())) {
                    all.add(LocalizedText.of(
                            "Bir vekâlet rehberde olmayan birini gösteriyor.",
                            "A deputyship names somebody who is not in the directory."));
                }
            }
            if (!persons.keySet().containsAll(inactiveFrom.keySet())) {
                all.add(LocalizedText.of(
                        "Ayrılış kaydı rehberde olmayan birini gösteriyor.",
                        "A leave names somebody who is not in the directory."));
            }
            if (!all.isEmpty()) {
                throw new ConfigurationException(all);
            }
            return new StaticDirectory(this);
        }
    }
}
