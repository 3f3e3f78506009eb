package org.peyk.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.ConfigurationException;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.directory.Deputyship;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.DirectoryException;
import org.peyk.spi.directory.Person;
import org.peyk.spi.directory.Role;

/** Follows the file of a directory. Thread-safe. */
final class WatchedDirectory implements Directory {

    private final Path file;
    private final ZoneId zone;
    private volatile Version version;

    /** What a file looked like, and who stood in it. */
    private record Version(
            FileTime changed, long size, @Nullable Object key, JsonDirectory people) {

        boolean is(BasicFileAttributes now) {
            Object other = now.fileKey();
            return changed.equals(now.lastModifiedTime())
                    && size == now.size()
                    && (key == null ? other == null : key.equals(other));
        }
    }

    WatchedDirectory(Path file, ZoneId zone) throws IOException {
        this.file = file;
        this.zone = zone;
        this.version = read(attributes());
    }

    private BasicFileAttributes attributes() throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class);
    }

    /** The attributes are those from before the reading, so that a change meanwhile is read again. */
    private Version read(BasicFileAttributes before) throws IOException {
        JsonDirectory people = JsonDirectory.read(file, zone);
        return new Version(before.lastModifiedTime(), before.size(), before.fileKey(), people);
    }

    private Directory people() throws DirectoryException {
        try {
            BasicFileAttributes now = attributes();
            Version known = version;
            if (!known.is(now)) {
                known = read(now);
                version = known;
            }
            return known.people();
        } catch (IOException | ConfigurationException e) {
            throw new DirectoryException(
                    JsonDirectory.UNREADABLE,
                    LocalizedText.of(
                            "Kişi rehberi dosyası okunamıyor ya da yanlış; düzeltin.",
                            "The file of the directory cannot be read or is wrong; correct it."),
                    e);
        }
    }

    @Override
    public Optional<Person> find(PersonId id) throws DirectoryException {
        return people().find(id);
    }

    @Override
    public boolean active(PersonId id, Instant at) throws DirectoryException {
        return people().active(id, at);
    }

    @Override
    public Set<PersonId> holders(Role role, Instant at) throws DirectoryException {
        return people().holders(role, at);
    }

    @Override
    public List<Deputyship> deputyshipsOf(PersonId deputy, Instant at) throws DirectoryException {
        return people().deputyshipsOf(deputy, at);
    }

    @Override
    public List<Deputyship> deputiesOf(PersonId principal, Instant at) throws DirectoryException {
        return people().deputiesOf(principal, at);
    }
}
