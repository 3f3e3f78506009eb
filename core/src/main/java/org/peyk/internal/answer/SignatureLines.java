package org.peyk.internal.answer;

import java.util.regex.Pattern;
import org.peyk.internal.content.Letters;

/**
 * Lines of signatures that say how somebody is reached: telephone numbers and mail addresses. No date, no hour and no web address, as those
 * are what people write when something is to be different.
 */
final class SignatureLines {

    private static final String LABEL = "(?:tel|telefon|gsm|cep|faks|dahili|phone|mobile|fax|ext)";

    /** A whole number with its prefix, or any with a word before it that says what it is. */
    private static final Pattern PHONE = Pattern.compile("(?:" + LABEL + "\\s?[.:]*\\s?[+(0-9][0-9() -]{2,24}"
            + "|(?:\\+|00?\\s?\\(?[1-9]|\\(0?[1-9])[0-9() -]{8,22})"
            + "(?:\\s?[-/,]?\\s?(?:dahili|ext)\\s?[.:]*\\s?[0-9]{2,5})?");

    private static final Pattern ADDRESS =
            Pattern.compile("(?:(?:e-?posta|e-?mail|mail)\\s?:\\s?)?<?[a-z0-9._%+-]+@[a-z0-9.-]+\\.[a-z]{2,}>?");

    private static final Pattern DATE = Pattern.compile(".*\\b(?:19|20)[0-9]{2}\\b.*");

    private SignatureLines() {}

    static boolean contact(String line) {
        String folded = Letters.fold(line).strip();
        return ADDRESS.matcher(folded).matches()
                || (PHONE.matcher(folded).matches() && !DATE.matcher(folded).matches());
    }
}
