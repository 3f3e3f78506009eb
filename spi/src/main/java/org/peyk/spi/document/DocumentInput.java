package org.peyk.spi.document;

import java.io.IOException;
import java.io.InputStream;
import org.peyk.spi.ByteSource;

/**
 * A file to read.
 *
 * @param fileName its name; a hint only, as the type is decided by content
 * @param mediaType its declared media type, or an empty text; a hint only
 * @param bytes its bytes
 */
public record DocumentInput(String fileName, String mediaType, ByteSource bytes) {

    /**
     * The first bytes, by which readers know their own.
     *
     * @param limit how many at most
     * @return as many bytes as there are, up to the limit
     * @throws IOException when the file cannot be read
     */
    public byte[] head(int limit) throws IOException {
        try (InputStream in = bytes.open()) {
            return in.readNBytes(limit);
        }
    }

    @Override
    public String toString() {
        return "DocumentInput[" + mediaType + ", " + bytes.size() + " bytes]";
    }
}
