package org.peyk.spi.check;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a request.
 *
 * @param part which part of the request
 * @param language language tag of the version it stands in, or null outside of a text
 * @param file file name of the attachment, or null
 * @param path the way inside the part, outermost first, such as {@code ["Liste (gizli sayfa)", "D7"]} or {@code ["sayfa 2"]}
 * @param start index of the first UTF-16 unit in the part's text, or -1 when unknown
 * @param end index after the last UTF-16 unit, or -1 when unknown
 * @param hidden whether a reader would not see it without looking for it
 */
public record Place(
        Part part,
        @Nullable String language,
        @Nullable String file,
        List<String> path,
        int start,
        int end,
        boolean hidden) {

    /** Parts of a request. */
    public enum Part {
        /** The subject line. */
        SUBJECT("konu", "subject"),
        /** The HTML body. */
        HTML("HTML metin", "HTML body"),
        /** The plain text body. */
        TEXT("düz metin", "plain text"),
        /** The text of the short message. */
        SMS("SMS metni", "SMS text"),
        /** The name of a file. */
        FILE_NAME("dosya adı", "file name"),
        /** The inside of a file. */
        ATTACHMENT("ek", "attachment"),
        /** A detail of the form. */
        DETAIL("form", "form");

        private final String tr;
        private final String en;

        Part(String tr, String en) {
            this.tr = tr;
            this.en = en;
        }
    }

    /** Copies the path. */
    public Place {
        path = List.copyOf(path);
    }

    /**
     * A place in a file.
     *
     * @param file the file's name
     * @param path the way inside it
     * @param hidden whether a reader would overlook it
     * @return the place, without offsets
     */
    public static Place inFile(String file, List<String> path, boolean hidden) {
        return new Place(Part.ATTACHMENT, null, file, path, -1, -1, hidden);
    }

    /**
     * A range of a part of the mail itself.
     *
     * @param part the part
     * @param start first index
     * @param end index after the last one
     * @return the place
     */
    public static Place in(Part part, int start, int end) {
        return new Place(part, null, null, List.of(), start, end, false);
    }

    /**
     * The same place with offsets.
     *
     * @param from first index
     * @param to index after the last one
     * @return the place
     */
    public Place at(int from, int to) {
        return new Place(part, language, file, path, from, to, hidden);
    }

    /**
     * The place in words, such as {@code ek liste.xlsx › Liste (gizli sayfa) › D7}.
     *
     * @param locale the reader's language
     * @return one line
     */
    public String describe(Locale locale) {
        StringBuilder b = new StringBuilder(locale.getLanguage().equals("tr") ? part.tr : part.en);
        if (file != null) {
            b.append(' ').append(file);
        }
        path.forEach(p -> b.append(" › ").append(p));
        return b.toString();
    }

    /**
     * Shows no file name and no way inside a file, which may name people.
     *
     * @return part and offsets
     */
    @Override
    public String toString() {
        return "Place[" + part + ", " + start + "-" + end + (hidden ? ", hidden" : "") + "]";
    }
}
