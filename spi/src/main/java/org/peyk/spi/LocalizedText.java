package org.peyk.spi;

import java.util.Locale;

/**
 * One sentence in Turkish and English. The library speaks both everywhere a person reads it.
 *
 * @param tr the Turkish sentence
 * @param en the English sentence
 */
public record LocalizedText(String tr, String en) {

    /**
     * Checks that both sentences are there.
     *
     * @throws IllegalArgumentException when one is blank
     */
    public LocalizedText {
        if (tr.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("both the Turkish and the English sentence are needed");
        }
    }

    /**
     * Short form of the constructor.
     *
     * @param tr the Turkish sentence
     * @param en the English sentence
     * @return the pair
     */
    public static LocalizedText of(String tr, String en) {
        return new LocalizedText(tr, en);
    }

    /**
     * Picks the sentence for a reader.
     *
     * @param locale the reader's language; Turkish gets the Turkish sentence, everything else the English one
     * @return the sentence
     */
    public String in(Locale locale) {
        return locale.getLanguage().equals("tr") ? tr : en;
    }
}
