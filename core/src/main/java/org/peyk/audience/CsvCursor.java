package org.peyk.audience;

import org.peyk.spi.LocalizedText;
import org.peyk.spi.recipient.RecipientSourceException;

/** A place in a file of a certain digest, as text: the position of the next record and the digest. */
final class CsvCursor {

    private CsvCursor() {}

    static String of(long position, String sha256) {
        return position + ":" + sha256;
    }

    /**
     * The position in a cursor.
     *
     * @throws RecipientSourceException when the text is no cursor, or belongs to another file
     */
    static long position(String cursor, String sha256) throws RecipientSourceException {
        if (!cursor.matches("\\d{1,18}:[0-9a-f]{64}")) {
            throw new RecipientSourceException(
                    CsvRecipientSource.CSV_CURSOR,
                    LocalizedText.of(
                            "Alıcı dosyasında kalınan yer bilgisi bozuk.",
                            "The place where reading the recipient file stopped is malformed."),
                    null);
        }
        int colon = cursor.indexOf(':');
        if (!cursor.substring(colon + 1).equals(sha256)) {
            throw CsvFile.changed();
        }
        return Long.parseLong(cursor.substring(0, colon));
    }
}
