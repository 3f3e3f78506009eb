package org.peyk.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.internal.config.JsonPart;
import org.peyk.internal.config.JsonReading;
import org.peyk.spi.PersonId;
import org.peyk.spi.UnitId;
import org.peyk.spi.directory.Deputyship;
import org.peyk.spi.directory.Person;
import org.peyk.spi.directory.Role;

/** Reads a directory's document and finds all of its mistakes. The field names are those of the published schema. */
final class DirectoryReader {

    static final String FORMAT = "peyk-directory-1";
    static final Set<String> DOCUMENT = Set.of("$schema", "format", "units", "persons", "roles", "deputyships");
    static final Set<String> UNIT = Set.of("id", "name");
    static final Set<String> PERSON = Set.of("id", "name", "unit", "address", "language", "inactiveFrom");
    static final Set<String> HELD = Set.of("role", "unit", "person", "from", "until");
    static final Set<String> DEPUTYSHIP = Set.of("principal", "deputy", "from", "until");

    private static final Locale TURKISH = Locale.forLanguageTag("tr");
    private static final int DAY_LENGTH = "2026-12-31".length();

    /** A role that somebody holds for a while; without a bound for ever. */
    record Held(
            Role role,
            PersonId person,
            @Nullable Instant from,
            @Nullable Instant until) {

        boolean covers(Instant at) {
            return (from == null || !at.isBefore(from)) && (until == null || at.isBefore(until));
        }
    }

    /** A directory's parts. */
    record Read(
            Map<PersonId, Person> persons,
            Map<PersonId, Instant> inactiveFrom,
            List<Held> roles,
            List<Deputyship> deputyships) {}

    private final ZoneId zone;
    private final JsonReading reading = new JsonReading();
    private final Set<UnitId> units = new HashSet<>();
    private final Map<PersonId, Person> persons = new LinkedHashMap<>();
    private final Map<PersonId, Instant> inactiveFrom = new HashMap<>();
    private boolean unitsGiven;

    DirectoryReader(ZoneId zone) {
        this.zone = zone;
    }

    Read read(String json) {
        JsonPart root = reading.root(json);
        root.object(DOCUMENT);
        JsonPart format = root.needed("format");
        String given = format == null ? null : format.text();
        if (format != null && given != null && !given.equals(FORMAT)) {
            format.problem("“" + FORMAT + "” olmalı.", "must be “" + FORMAT + "”.");
        }
        unitsGiven = root.has("units");
        root.items("units").forEach(this::unit);
        root.needed("persons");
        root.items("persons").forEach(this::person);
        List<Held> roles = new ArrayList<>();
        root.items("roles").forEach(p -> addIfSound(roles, held(p)));
        List<Deputyship> deputyships = new ArrayList<>();
        root.items("deputyships").forEach(p -> addIfSound(deputyships, deputyship(p)));
        reading.refuseMistakes();
        return new Read(Map.copyOf(persons), Map.copyOf(inactiveFrom), List.copyOf(roles), List.copyOf(deputyships));
    }

    private void unit(JsonPart part) {
        if (part.object(UNIT)) {
            JsonPart id = part.needed("id");
            UnitId unit = id == null ? null : id.parsed(UnitId::of, "birim anahtarı", "a unit's key");
            JsonPart name = part.needed("name");
            if (name != null) {
                name.text();
            }
            if (id != null && unit != null && !units.add(unit)) {
                id.problem("bu birim iki kez yazılmış.", "this unit is written twice.");
            }
        }
    }

    private void person(JsonPart part) {
        if (!part.object(PERSON)) {
            return;
        }
        PersonId id = id(part, "id");
        JsonPart named = part.needed("name");
        String name = named == null ? null : named.text();
        UnitId unit = unitOf(part);
        String address = part.text("address");
        JsonPart tag = part.part("language");
        Locale language =
                tag == null ? TURKISH : tag.parsed(DirectoryReader::language, "dil kodu", "a language's code");
        Instant end = moment(part, "inactiveFrom", 0);
        if (id == null || name == null || language == null) {
            return;
        }
        if (persons.putIfAbsent(id, new Person(id, name, unit, address, language)) != null) {
            part.problem("id", "bu kişi iki kez yazılmış.", "this person is written twice.");
        } else if (end != null) {
            inactiveFrom.put(id, end);
        }
    }

    private static Locale language(String tag) {
        return new Locale.Builder().setLanguageTag(tag).build();
    }

    private @Nullable Held held(JsonPart part) {
        if (!part.object(HELD)) {
            return null;
        }
        JsonPart named = part.needed("role");
        String role = named == null ? null : named.text();
        UnitId unit = unitOf(part);
        PersonId person = known(part, "person");
        Instant from = moment(part, "from", 0);
        Instant until = moment(part, "until", 1);
        boolean lasts = lasts(part, from, until);
        // a role whose unit is wrong must not become one of the whole university
        boolean unitSound = unit != null || !part.has("unit");
        return role == null || person == null || !lasts || !unitSound
                ? null
                : new Held(new Role(role, unit), person, from, until);
    }

    private @Nullable Deputyship deputyship(JsonPart part) {
        if (!part.object(DEPUTYSHIP)) {
            return null;
        }
        PersonId principal = known(part, "principal");
        PersonId deputy = known(part, "deputy");
        part.needed("from");
        part.needed("until");
        Instant from = moment(part, "from", 0);
        Instant until = moment(part, "until", 1);
        boolean lasts = lasts(part, from, until);
        if (principal != null && principal.equals(deputy)) {
            part.problem("deputy", "kimse kendisine vekâlet edemez.", "nobody deputises for himself.");
            return null;
        }
        return principal == null || deputy == null || from == null || until == null || !lasts
                ? null
                : new Deputyship(principal, deputy, from, until);
    }

    private static boolean lasts(JsonPart part, @Nullable Instant from, @Nullable Instant until) {
        if (from == null || until == null || from.isBefore(until)) {
            return true;
        }
        part.problem("until", "“from” değerinden sonra olmalı.", "must be later than “from”.");
        return false;
    }

    private @Nullable UnitId unitOf(JsonPart part) {
        JsonPart given = part.part("unit");
        UnitId unit = given == null ? null : given.parsed(UnitId::of, "birim anahtarı", "a unit's key");
        if (given != null && unit != null && unitsGiven && !units.contains(unit)) {
            given.problem("“units” içinde böyle bir birim yok.", "there is no such unit in “units”.");
        }
        return unit;
    }

    private static @Nullable PersonId id(JsonPart part, String field) {
        JsonPart given = part.needed(field);
        return given == null ? null : given.parsed(PersonId::of, "kişi anahtarı", "a person's key");
    }

    private @Nullable PersonId known(JsonPart part, String field) {
        PersonId id = id(part, field);
        if (id != null && !persons.containsKey(id)) {
            part.problem(field, "“persons” içinde böyle bir kişi yok.", "there is no such person in “persons”.");
            return null;
        }
        return id;
    }

    /** A day in the zone, or a moment with its offset. */
    private @Nullable Instant moment(JsonPart part, String field, int daysLater) {
        JsonPart given = part.part(field);
        return given == null
                ? null
                : given.parsed(
                        value -> value.length() == DAY_LENGTH
                                ? LocalDate.parse(value)
                                        .plusDays(daysLater)
                                        .atStartOfDay(zone)
                                        .toInstant()
                                : OffsetDateTime.parse(value).toInstant(),
                        "gün (2026-12-31) ya da saat dilimiyle an (2026-12-31T17:00:00+03:00)",
                        "a day (2026-12-31) or a moment with its offset (2026-12-31T17:00:00+03:00)");
    }

    private static <T> void addIfSound(List<T> all, @Nullable T value) {
        if (value != null) {
            all.add(value);
        }
    }
}
