package org.peyk;

import java.util.List;
import org.peyk.spi.LocalizedText;

/**
 * What a later revision of a request's form says otherwise than an earlier one. Texts are compared word by word: subject, text, HTML as it is
 * read (and its code, when that alone is different), short message. So is everything else an approval binds to: files, the ready document,
 * purpose and details, audience, sender, reply address, channels, window, what happens to messages in doubt, and the unit that answers.
 * Times are in UTC, as ISO 8601.
 *
 * @param from the earlier revision, from 1
 * @param to the later revision
 * @param parts the parts that are different, in the order of the form; empty when nothing is
 */
public record RequestDifference(int from, int to, List<Part> parts) {

    /** Copies the parts. */
    public RequestDifference {
        parts = List.copyOf(parts);
    }

    /**
     * A part of the form.
     *
     * @param name what it is called
     * @param pieces both texts in reading order
     */
    public record Part(LocalizedText name, List<TextPiece> pieces) {

        /** Copies the pieces. */
        public Part {
            pieces = List.copyOf(pieces);
        }
    }
}
