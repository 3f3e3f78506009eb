package org.peyk.spi;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request says: its text in one or more languages, its files, and where the text came from.
 *
 * @param versions the text, one per language, the main language first; empty while nothing is written yet
 * @param attachments files that go out with the mail, in order
 * @param source the ready document the text was taken from, or null
 */
public record Content(
        List<LanguageVersion> versions,
        List<Attachment> attachments,
        @Nullable SourceDocument source) {

    /** A content in which nothing is written yet. */
    public static final Content EMPTY = new Content(List.of(), List.of(), null);

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException when two versions are in the same language, of whatever country
     */
    public Content {
        versions = List.copyOf(versions);
        attachments = List.copyOf(attachments);
        if (versions.stream().map(v -> v.language().getLanguage()).distinct().count() != versions.size()) {
            throw new IllegalArgumentException("versions must be in different languages");
        }
    }

    /**
     * A content in one language without files.
     *
     * @param version the text
     * @return the content
     */
    public static Content of(LanguageVersion version) {
        return new Content(List.of(version), List.of(), null);
    }

    /**
     * The version a reader of this language gets: the one in that language, else the main one.
     *
     * @param language the reader's language, or null when unknown
     * @return the version; empty only when nothing is written yet
     */
    public Optional<LanguageVersion> versionFor(@Nullable Locale language) {
        if (language != null) {
            for (LanguageVersion v : versions) {
                if (v.language().getLanguage().equals(language.getLanguage())) {
                    return Optional.of(v);
                }
            }
        }
        return versions.stream().findFirst();
    }

    /**
     * The same content with other files.
     *
     * @param files the files
     * @return a new content
     */
    public Content withAttachments(List<Attachment> files) {
        return new Content(versions, files, source);
    }

    @Override
    public String toString() {
        return "Content[" + versions + ", " + attachments.size() + " attachments]";
    }
}
