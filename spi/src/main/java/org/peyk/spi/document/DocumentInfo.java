package org.peyk.spi.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a document says about itself.
 *
 * @param mediaType media type by content
 * @param title its title or subject, or null
 * @param registryNumber its registry number (EBYS), or null
 * @param date its date, or null
 */
public record DocumentInfo(
        String mediaType,
        @Nullable String title,
        @Nullable String registryNumber,
        @Nullable LocalDate date) {

    /**
     * Only the type is known.
     *
     * @param mediaType media type by content
     * @return the information
     */
    public static DocumentInfo of(String mediaType) {
        return new DocumentInfo(mediaType, null, null, null);
    }

    /**
     * Shows no title and no number.
     *
     * @return the media type alone
     */
    @Override
    public String toString() {
        return "DocumentInfo[" + mediaType + "]";
    }
}
