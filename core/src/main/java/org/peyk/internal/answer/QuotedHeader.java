package org.peyk.internal.answer;

import java.util.List;
import java.util.regex.Pattern;
import org.peyk.internal.content.Letters;

/**
 * The fields of the answered mail that some programs write above what they quote without marking it: who, when, to whom, about what. One line
 * alone is none, as a person may write "Gönderen: Rektörlük olmalı".
 */
final class QuotedHeader {

    private static final int MOST_LINES = 8;

    private static final Pattern FROM = field("kimden|gonderen|from|von");
    private static final Pattern SENT = field("gonderildi|gonderme|gonderme tarihi|gonderilme tarihi|sent|gesendet");
    private static final Pattern DATE = field("tarih|date|datum");
    private static final Pattern TO = field("kime|alici|to|an");
    private static final Pattern OTHER = field("konu|bilgi|subject|cc|betreff");
    private static final Pattern YEAR = Pattern.compile("\\b20[0-9]{2}\\b");

    private QuotedHeader() {}

    private static Pattern field(String names) {
        return Pattern.compile("^\\*?(?:" + names + ")\\*?\\s?:\\*?\\s?\\S.*$");
    }

    /**
     * Whether the fields begin at a line: somebody it is from, and right below the moment it was sent, with more of what only a mail has.
     *
     * @param lines lines without blanks at their ends
     */
    static boolean begins(List<String> lines, int at) {
        String from = Letters.fold(lines.get(at));
        if (!FROM.matcher(from).matches()) {
            return false;
        }
        boolean sent = false;
        boolean dated = false;
        boolean to = false;
        boolean more = from.indexOf('@') > 0;
        int left = MOST_LINES;
        for (int i = at + 1; i < lines.size() && left > 0; i++, left--) {
            String line = Letters.fold(lines.get(i));
            boolean year = YEAR.matcher(line).find();
            if (SENT.matcher(line).matches()) {
                sent |= year;
            } else if (DATE.matcher(line).matches()) {
                dated |= year;
            } else if (TO.matcher(line).matches()) {
                to = true;
            } else if (OTHER.matcher(line).matches()) {
                more = true;
            } else if (!line.isEmpty()) {
                break;
            }
        }
        // a person who lists what is to be different writes a date and a subject too, but not to whom
        return (sent && (to || more)) || (dated && to);
    }
}
