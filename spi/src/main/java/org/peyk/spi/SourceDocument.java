package org.peyk.spi;

import org.jspecify.annotations.Nullable;

/**
 * The ready document (hazır evrak) a text was taken from, kept as provenance.
 *
 * @param registryNumber number in the document management system (EBYS), or null when it has none
 * @param fileName name of the file
 * @param sha256 digest of the file's bytes
 * @param extractedText the text as it was read from the file, to show what the mail says differently; may be empty
 */
public record SourceDocument(@Nullable String registryNumber, String fileName, String sha256, String extractedText) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException when a name or number holds a control character
     */
    public SourceDocument {
        Texts.requireCleanLineOrNull(registryNumber, "registryNumber");
        Texts.requireLine(fileName, "fileName");
        Texts.requireLine(sha256, "sha256");
    }

    @Override
    public String toString() {
        return "SourceDocument[sha256=" + sha256 + "]";
    }
}
