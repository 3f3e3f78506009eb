package org.peyk.spi;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that goes out with a mail.
 *
 * @param fileName the name that recipients see; no path, no control characters
 * @param mediaType the declared media type, such as {@code application/pdf}
 * @param sha256 digest of the bytes, 64 lower-case hexadecimal digits
 * @param bytes the bytes
 * @param contentId identifier by which the HTML shows the file in place (RFC 2392, without angle brackets); null for an ordinary
 *     attachment
 */
public record Attachment(
        String fileName,
        String mediaType,
        String sha256,
        ByteSource bytes,
        @Nullable String contentId) {

    /**
     * Checks the parts. The digest is trusted here and compared again wherever it decides something.
     *
     * @throws IllegalArgumentException when the name holds a path or a control character, or the digest is no SHA-256
     */
    public Attachment {
        Texts.requireLine(fileName, "fileName");
        if (fileName.indexOf('/') >= 0 || fileName.indexOf('\\') >= 0 || fileName.matches("\\.\\.?")) {
            throw new IllegalArgumentException("fileName must be a name, not a path");
        }
        Texts.requireLine(mediaType, "mediaType");
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("sha256 must be 64 lower-case hexadecimal digits");
        }
        Texts.requireCleanLineOrNull(contentId, "contentId");
    }

    /**
     * An ordinary attachment; reads the bytes once for their digest.
     *
     * @param fileName the name that recipients see
     * @param mediaType the media type
     * @param bytes the bytes
     * @return the attachment
     * @throws IOException when the bytes cannot be read
     */
    public static Attachment of(String fileName, String mediaType, ByteSource bytes) throws IOException {
        return new Attachment(fileName, mediaType, Sha256.hex(bytes), bytes, null);
    }

    @Override
    public String toString() {
        return "Attachment[" + mediaType + ", " + bytes.size() + " bytes, sha256=" + sha256 + "]";
    }

    /**
     * Two attachments are equal when a recipient could not tell them apart.
     *
     * @param other the other object
     * @return whether name, type, digest and place are the same
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attachment a
                && fileName.equals(a.fileName)
                && mediaType.equals(a.mediaType)
                && sha256.equals(a.sha256)
                && Objects.equals(contentId, a.contentId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(fileName, mediaType, sha256, contentId);
    }
}
