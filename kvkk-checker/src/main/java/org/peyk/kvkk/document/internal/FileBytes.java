package org.peyk.kvkk.document.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/**
 * A whole file in memory. Files are bounded by {@link org.peyk.spi.document.ReadLimits#inputBytes()} and never copied to disk, where
 * personal data would stay behind after a crash.
 */
public final class FileBytes {
    private final String name;
    private final String mediaType;
    private final byte[] bytes;

    /**
     * Wraps bytes without copying them.
     *
     * @param name the file's name, a hint
     * @param mediaType its declared media type, a hint
     * @param bytes its bytes
     */
    public FileBytes(String name, String mediaType, byte[] bytes) {
        this.name = name;
        this.mediaType = mediaType;
        this.bytes = bytes;
    }

    public String name() {
        return name;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The bytes themselves, not a copy. */
    public byte[] bytes() {
        return bytes;
    }

    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    public FileHead head() {
        return FileHead.of(this);
    }
}
