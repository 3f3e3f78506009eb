package org.peyk.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.peyk.ConfigurationException;
import org.peyk.internal.config.JsonReading;
import org.peyk.spi.PersonId;
import org.peyk.spi.directory.Deputyship;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.DirectoryException;
import org.peyk.spi.directory.Person;
import org.peyk.spi.directory.Role;

/**
 * The people of a JSON document that an office or another system writes: persons, who holds which role from when to when, who deputises for
 * whom (vekâlet), and who leaves. {@link #schema()} describes the document. A day without a time is meant in the zone of the process; the
 * last day counts. Immutable, thread-safe.
 */
public final class JsonDirectory implements Directory {

    /** The document that is watched cannot be read, or is wrong. */
    public static final String UNREADABLE = "DIRECTORY-UNREADABLE";

    private static final String SCHEMA = "directory.schema.json";

    private final DirectoryReader.Read people;

    private JsonDirectory(DirectoryReader.Read people) {
        this.people = people;
    }

    /**
     * Reads a directory.
     *
     * @param json the document
     * @param zone the zone in which days are meant
     * @return the directory
     * @throws ConfigurationException when anything in it is wrong, with all mistakes and the place of each as a JSON pointer
     */
    public static JsonDirectory parse(String json, ZoneId zone) {
        return new JsonDirectory(new DirectoryReader(zone).read(json));
    }

    /**
     * Reads a directory from a file in UTF-8, as it is now.
     *
     * @param file the file
     * @param zone the zone in which days are meant
     * @return the directory
     * @throws IOException when it cannot be read
     * @throws ConfigurationException when anything in it is wrong, with all mistakes and the place of each as a JSON pointer
     */
    public static JsonDirectory read(Path file, ZoneId zone) throws IOException {
        return parse(Files.readString(file), zone);
    }

    /**
     * Reads a directory from a file, and again whenever the file's time or size has changed. While the file cannot be read or is wrong, each
     * question is answered by a {@link DirectoryException}, as an old answer might let somebody approve who has left. Replace the file in one
     * step (write beside it, then rename), so that no half of it is read.
     *
     * @param file the file
     * @param zone the zone in which days are meant
     * @return a directory that follows the file
     * @throws IOException when it cannot be read now
     * @throws ConfigurationException when anything in it is wrong now
     */
    public static Directory watching(Path file, ZoneId zone) throws IOException {
        return new WatchedDirectory(file, zone);
    }

    /**
     * What a document must look like, for editors and reviewers.
     *
     * @return a JSON Schema (draft 2020-12)
     */
    public static String schema() {
        try (InputStream in = JsonReading.sound(JsonDirectory.class.getResourceAsStream(SCHEMA))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Person> find(PersonId id) {
        return Optional.ofNullable(people.persons().get(Objects.requireNonNull(id, "id")));
    }

    @Override
    public boolean active(PersonId id, Instant at) {
        Instant end = people.inactiveFrom().get(Objects.requireNonNull(id, "id"));
        return people.persons().containsKey(id) && (end == null || at.isBefore(end));
    }

    /** {@inheritDoc} Those who are inactive at that moment hold nothing. */
    @Override
    public Set<PersonId> holders(Role role, Instant at) {
        Objects.requireNonNull(role, "role");
        Set<PersonId> holders = new LinkedHashSet<>();
        for (DirectoryReader.Held held : people.roles()) {
            if (held.role().equals(role) && held.covers(at) && active(held.person(), at)) {
                holders.add(held.person());
            }
        }
        return Collections.unmodifiableSet(holders);
    }

    @Override
    public List<Deputyship> deputyshipsOf(PersonId deputy, Instant at) {
        Objects.requireNonNull(deputy, "deputy");
        return people.deputyships().stream()
                .filter(d -> d.deputy().equals(deputy) && d.covers(at))
                .toList();
    }

    @Override
    public List<Deputyship> deputiesOf(PersonId principal, Instant at) {
        Objects.requireNonNull(principal, "principal");
        return people.deputyships().stream()
                .filter(d -> d.principal().equals(principal) && d.covers(at))
                .toList();
    }
}
