package org.peyk.policy;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peyk.internal.content.PlainMarkup;
import org.peyk.spi.Channel;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;

/**
 * A text that may go out by a permission: fixed but for the facts of the form, which stand in it as {@code {PLACE}} and so on. A mail says
 * it when its subject, its text, its HTML and its short message are that text with the form's facts and nothing else; only the form of letters
 * (NFC) and the width of white space do not matter.
 *
 * @param language code of the language
 * @param subject the subject line
 * @param text the body
 * @param sms the short message, or null when none may be sent
 */
record Wording(
        String language,
        String subject,
        String text,
        @Nullable String sms) {

    /** Facts are short, so that they cannot become the message. */
    static final int LONGEST_FACT = 200;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    /** What would lead readers elsewhere, and what they cannot see. */
    private static final Pattern UNFIT_FACT = Pattern.compile("://|@|[\\p{L}\\p{N}]\\.\\p{L}{2}|[\\p{Cntrl}\\p{Cf}]");

    /** The names that stand in braces, whether or not there are such facts. */
    static Set<String> placeholders(String template) {
        Set<String> names = new HashSet<>();
        Matcher m = PLACEHOLDER.matcher(template);
        while (m.find()) {
            names.add(m.group(1));
        }
        return names;
    }

    boolean says(LanguageVersion version, Map<Detail, String> details, Set<Channel> channels) {
        boolean mail = channels.contains(Channel.MAIL);
        boolean message = channels.contains(Channel.SMS);
        String html = version.html();
        return version.language().getLanguage().equals(language)
                && same(subject, version.subject(), details)
                && (!mail || same(text, version.text(), details))
                && (!mail
                        || html == null
                        || PlainMarkup.text(html)
                                .filter(t -> same(text, t, details))
                                .isPresent())
                && (!message || same(sms, version.smsText(), details));
    }

    private static boolean same(@Nullable String template, @Nullable String written, Map<Detail, String> details) {
        return template != null
                && written != null
                && filled(template, details).map(Wording::canonical).equals(Optional.of(canonical(written)));
    }

    /** The text with the form's facts; nothing when one is missing or unfit. */
    private static Optional<String> filled(String template, Map<Detail, String> details) {
        StringBuilder text = new StringBuilder();
        Matcher m = PLACEHOLDER.matcher(template);
        while (m.find()) {
            String fact = details.getOrDefault(Detail.valueOf(m.group(1)), "");
            if (fact.isBlank()
                    || fact.length() > LONGEST_FACT
                    || UNFIT_FACT.matcher(fact).find()) {
                return Optional.empty();
            }
            m.appendReplacement(text, Matcher.quoteReplacement(fact));
        }
        return Optional.of(m.appendTail(text).toString());
    }

    static String canonical(String text) {
        return SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    /** The wording in the policy's text; it is the office's own, not that of a mail. */
    String line() {
        return language + " “" + canonical(subject) + "” “" + canonical(text) + "”"
                + (sms == null ? "" : " sms “" + canonical(sms) + "”");
    }

    /** The languages of some wordings, for people. */
    static String languages(List<Wording> wordings) {
        return wordings.stream()
                .map(Wording::language)
                .distinct()
                .sorted()
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }
}
