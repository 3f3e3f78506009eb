package org.peyk.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.ConfigurationException;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.UnitId;
import org.peyk.spi.directory.Deputyship;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.DirectoryException;
import org.peyk.spi.directory.Role;
import org.peyk.spi.tck.DirectoryContract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class JsonDirectoryTest implements DirectoryContract {

    private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");
    private static final PersonId DEAN = PersonId.of("1001");
    private static final PersonId SECOND = PersonId.of("1002");
    private static final PersonId DEPUTY = PersonId.of("1003");
    private static final PersonId GONE = PersonId.of("1004");
    private static final Role ROLE = new Role("DEAN", UnitId.of("U-MUH"));

    private static final String PEOPLE = """
            {"format": "peyk-directory-1",
             "units": [{"id": "U-MUH", "name": "Mühendislik Fakültesi"}],
             "persons": [
              {"id": "1001", "name": "Prof. Dr. Işıl Öğüt", "unit": "U-MUH", "address": "isil.ogut@universite.example"},
              {"id": "1002", "name": "Prof. Dr. Ali Çelik", "unit": "U-MUH", "language": "en"},
              {"id": "1003", "name": "Doç. Dr. Ece Şen"},
              {"id": "1004", "name": "Dr. Can Ünal", "inactiveFrom": "2026-11-23"}],
             "roles": [
              {"role": "DEAN", "unit": "U-MUH", "person": "1001", "from": "2025-01-01"},
              {"role": "DEAN", "unit": "U-MUH", "person": "1002", "until": "2026-11-23"},
              {"role": "DEAN", "unit": "U-MUH", "person": "1004"},
              {"role": "RECTOR", "person": "1003", "from": "2026-11-23T09:00:00+03:00", "until": "2026-11-23T10:00:00+03:00"}],
             "deputyships": [
              {"principal": "1001", "deputy": "1003", "from": "2026-11-23", "until": "2026-11-27"}]}
            """;

    @TempDir
    Path folder;

    @Override
    public Directory directory() {
        return JsonDirectory.parse(PEOPLE, ISTANBUL);
    }

    @Override
    public Instant now() {
        return Instant.parse("2026-11-23T06:00:00Z");
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
        return Optional.of(new Deputyship(
                DEAN, DEPUTY, Instant.parse("2026-11-22T21:00:00Z"), Instant.parse("2026-11-27T21:00:00Z")));
    }

    @Override
    public Optional<Directory> brokenDirectory() {
        try {
            Path file = Files.writeString(folder.resolve("broken.json"), PEOPLE);
            Directory directory = JsonDirectory.watching(file, ISTANBUL);
            Files.writeString(file, "{");
            return Optional.of(directory);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void deputiesAreFoundFromTheirPrincipalSoThatTheyCanBeTold() throws Exception {
        Deputyship known = deputyship().orElseThrow();
        Directory watched = JsonDirectory.watching(Files.writeString(folder.resolve("people.json"), PEOPLE), ISTANBUL);
        for (Directory directory : List.of(directory(), watched)) {
            assertThat(directory.deputiesOf(DEAN, now())).containsExactly(known);
            assertThat(directory.deputiesOf(DEAN, known.until())).isEmpty();
            assertThat(directory.deputiesOf(DEPUTY, now())).isEmpty();
        }
    }

    @Test
    void daysAreMeantInTheZoneAndTheLastOneCounts() throws Exception {
        Directory directory = directory();
        assertThat(directory.holders(ROLE, Instant.parse("2026-11-23T20:59:59Z")))
                .containsExactlyInAnyOrder(DEAN, SECOND);
        assertThat(directory.holders(ROLE, Instant.parse("2026-11-23T21:00:00Z")))
                .containsExactly(DEAN);
        assertThat(directory.holders(ROLE, Instant.parse("2024-12-31T20:59:59Z")))
                .as("the dean is not yet one, and who left was still there")
                .containsExactlyInAnyOrder(SECOND, GONE);
        assertThat(directory.active(GONE, Instant.parse("2026-11-22T20:59:59Z")))
                .isTrue();
        assertThat(directory.active(GONE, Instant.parse("2026-11-22T21:00:00Z")))
                .isFalse();
        assertThat(directory.holders(Role.of("RECTOR"), now())).containsExactly(DEPUTY);
        assertThat(directory.holders(Role.of("RECTOR"), now().plusSeconds(3600)))
                .as("a moment as the end is the first that is outside")
                .isEmpty();
        assertThat(directory.find(SECOND)).hasValueSatisfying(p -> {
            assertThat(p.language()).isEqualTo(Locale.ENGLISH);
            assertThat(p.unit()).isEqualTo(UnitId.of("U-MUH"));
        });
    }

    private static List<LocalizedText> mistakes(String json) {
        return catchThrowableOfType(ConfigurationException.class, () -> JsonDirectory.parse(json, ISTANBUL))
                .problems();
    }

    @Test
    void allMistakesAreListedAtOnceWithTheirPlacesAndWithoutNames() {
        List<LocalizedText> mistakes = mistakes("""
                {"format": "peyk-directory-2", "extra": 1,
                 "units": [{"id": "U-1"}, {"id": "U-1", "name": "Bir"}],
                 "persons": [{"id": "241112034", "name": "Gizli Kişi", "unit": "U-2", "language": "?"},
                  {"id": "5", "name": " ", "inactiveFrom": "2026-13-01"}, {"id": "6", "name": "Altı"}, {"id": "6", "name": "Altı"}],
                 "roles": [{"role": "DEAN", "person": "7"}, {"person": "6", "from": "2026-02-01", "until": "2026-01-31"},
                  {"role": "R", "person": "6", "unit": ""}],
                 "deputyships": [{"principal": "6", "deputy": "6", "from": "2026-01-01T09:00", "until": "2026-01-01"}, {"deputy": "6"}]}
                """);
        assertThat(mistakes)
                .extracting(m -> m.en().substring(0, m.en().indexOf(':')))
                .containsExactlyInAnyOrder(
                        "/format",
                        "/extra",
                        "/units/0/name",
                        "/units/1/id",
                        "/persons/0/unit",
                        "/persons/0/language",
                        "/persons/1/name",
                        "/persons/1/inactiveFrom",
                        "/persons/3/id",
                        "/roles/0/person",
                        "/roles/1/role",
                        "/roles/1/until",
                        "/roles/2/unit",
                        "/deputyships/0/from",
                        "/deputyships/0/deputy",
                        "/deputyships/1/principal",
                        "/deputyships/1/from",
                        "/deputyships/1/until");
        assertThat(mistakes)
                .allSatisfy(m -> assertThat(m.tr()).isNotEqualTo(m.en()).doesNotContain("241112034", "Gizli"));
    }

    @Test
    void aWatchedFileIsFollowedAndAWrongOneIsNoAnswer() throws Exception {
        Path file = Files.writeString(folder.resolve("people.json"), PEOPLE);
        Directory directory = JsonDirectory.watching(file, ISTANBUL);
        assertThat(directory.active(GONE, now())).isFalse();
        Path next = Files.writeString(folder.resolve("next.json"), PEOPLE.replace("2026-11-23\"}", "2026-11-24\"}"));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        assertThat(directory.active(GONE, now())).as("he leaves a day later").isTrue();
        Files.writeString(file, PEOPLE.replace("\"deputy\": \"1003\"", "\"deputy\": \"gizli\""));
        assertThatThrownBy(() -> directory.active(DEAN, now()))
                .as("the last deputy is nobody of the document")
                .isInstanceOfSatisfying(DirectoryException.class, e -> {
                    assertThat(e.code()).isEqualTo(JsonDirectory.UNREADABLE);
                    assertThat(e.text().tr()).doesNotContain("gizli");
                });
        Files.delete(file);
        assertThatThrownBy(() -> directory.holders(ROLE, now())).isInstanceOf(DirectoryException.class);
        Files.writeString(file, PEOPLE);
        assertThat(directory.holders(ROLE, now())).containsExactlyInAnyOrder(DEAN, SECOND);
    }

    @Test
    void thePublishedSchemaHasTheFieldsThatAreRead() throws Exception {
        JsonNode schema = new ObjectMapper().readTree(JsonDirectory.schema());
        JsonNode parts = schema.get("$defs");
        assertThat(fields(schema)).isEqualTo(DirectoryReader.DOCUMENT);
        assertThat(fields(parts.get("unit"))).isEqualTo(DirectoryReader.UNIT);
        assertThat(fields(parts.get("person"))).isEqualTo(DirectoryReader.PERSON);
        assertThat(fields(parts.get("held"))).isEqualTo(DirectoryReader.HELD);
        assertThat(fields(parts.get("deputyship"))).isEqualTo(DirectoryReader.DEPUTYSHIP);
        assertThat(schema.at("/properties/format/const").textValue()).isEqualTo(DirectoryReader.FORMAT);
    }

    private static Set<String> fields(JsonNode object) {
        assertThat(object.get("additionalProperties").booleanValue()).isFalse();
        Set<String> names = new HashSet<>();
        object.get("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }
}
