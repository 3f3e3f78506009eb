package org.peyk.kvkk;

/**
 * A place in a text where the scanner found personal data. It holds no value: whoever has the text can cut it out, and whoever has only the
 * match cannot.
 *
 * @param type what was found
 * @param certainty how sure the scanner is
 * @param ordinary whether it belongs in an announcement as it is: an institution's address, phone or account, a name with a title
 * @param besideName whether a person's name stands in the same table row or close by; false for a name itself
 * @param segment index of the segment in the reading it was found in; 0 for a single text
 * @param start index of its first UTF-16 unit in the text of the segment
 * @param end index after its last UTF-16 unit
 * @param masked the value as it may be shown
 * @param more how many values of the same kind in the same surroundings were found further on and are only counted, as there are too many of
 *     them; 0 but for one match of a kind of which there are very many
 */
public record Match(
        PersonalDataType type,
        Certainty certainty,
        boolean ordinary,
        boolean besideName,
        int segment,
        int start,
        int end,
        String masked,
        int more) {}
