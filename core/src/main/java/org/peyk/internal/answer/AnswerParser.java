package org.peyk.internal.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyk.internal.content.Letters;

/**
 * Reads an answer to an approval mail, strictly: it approves only when, courtesies and names apart, nothing is said but one of a closed list of
 * approvals. A doubt is never an approval. Letters are folded, so that capitals with I and İ and keyboards without Turkish letters are read
 * alike on every machine.
 */
final class AnswerParser {

    private static final int LONGEST_NOTE = 2000;
    private static final int LONGEST_ANSWER = 4000;

    private static final Pattern REJECT = Pattern.compile(
            "^(?:ret|red|reddediyorum|reddedilmistir|reddedildi|reject|rejected|i reject)\\s?[:\\-\\u2013\\u2014]\\s?(.+)$");
    private static final Pattern CHANGE =
            Pattern.compile("^(?:duzeltme|degisiklik|change|change request)\\s?:\\s?(.+)$");
    private static final String APPROVAL = AnswerWords.APPROVALS.stream()
            .sorted((a, b) -> b.length() - a.length())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    private static final Pattern BUT = Pattern.compile(
            "^(?:" + APPROVAL + ")\\s?[,.;:]?\\s?(?:ama|ancak|fakat|yalniz|lakin|but|however)\\b[,:]?\\s?(.+)$");
    private static final Pattern CLAUSE = Pattern.compile("[,.;!:\\n]+");
    private static final Pattern FIRST_CLAUSE = Pattern.compile("^([^,.;!:]+)[,.;!:]+\\s*");
    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");

    private AnswerParser() {}

    /**
     * What an answer says.
     *
     * @param outcome APPROVED, REJECTED, CHANGES_REQUESTED or UNCLEAR
     * @param note what was written with a refusal or a return; empty otherwise
     */
    record Verdict(AnswerOutcome outcome, String note) {

        static final Verdict UNCLEAR = new Verdict(AnswerOutcome.UNCLEAR, "");

        @Override
        public String toString() {
            return "Verdict[" + outcome + "]";
        }
    }

    /**
     * Reads an answer.
     *
     * @param text the plain text, or null
     * @param html the HTML, looked at when there is no plain text
     * @param names names that may stand in a greeting or a signature: of the person, of the requester, of the office
     */
    static Verdict read(@Nullable String text, @Nullable String html, List<String> names) {
        Optional<NewText.Fresh> fresh = text != null && !text.isBlank()
                ? NewText.of(text)
                : html == null ? Optional.empty() : NewText.ofHtml(html);
        return fresh.map(f -> judge(f, words(names))).orElse(Verdict.UNCLEAR);
    }

    private static Set<String> words(List<String> names) {
        Set<String> words = new HashSet<>(AnswerWords.TITLES);
        for (String name : names) {
            for (String word : Letters.fold(name).split("[^\\p{L}\\p{N}]+")) {
                // a name that is also a word of a decision stays one
                if (word.length() > 1 && !AnswerWords.APPROVALS.contains(word)) {
                    words.add(word);
                }
            }
        }
        return words;
    }

    private static Verdict judge(NewText.Fresh fresh, Set<String> names) {
        List<String> rest = new ArrayList<>(fresh.lines());
        while (!rest.isEmpty() && empty(rest.get(0), names)) {
            rest.remove(0);
        }
        int end = signature(rest, names);
        // what stands below a line may be a signature, and must then be nothing else
        List<String> below = new ArrayList<>(rest.subList(end, rest.size()));
        below.addAll(fresh.below());
        if (!signs(below, names)) {
            return Verdict.UNCLEAR;
        }
        rest = rest.subList(0, end);
        String said = String.join("\n", rest);
        if (said.isEmpty() || said.length() > LONGEST_ANSWER) {
            return Verdict.UNCLEAR;
        }
        String line = withoutGreeting(said.replace('\n', ' '), names);
        String folded = Letters.fold(line);
        for (Pattern p : List.of(REJECT, CHANGE, BUT)) {
            Matcher m = p.matcher(folded);
            if (m.matches()) {
                String note = line.substring(m.start(1)).strip();
                boolean wordless = !LETTER_OR_DIGIT.matcher(note).find();
                return wordless
                        ? Verdict.UNCLEAR
                        : new Verdict(
                                p == REJECT ? AnswerOutcome.REJECTED : AnswerOutcome.CHANGES_REQUESTED,
                                note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) : note);
            }
        }
        return approves(Letters.fold(said), names) ? new Verdict(AnswerOutcome.APPROVED, "") : Verdict.UNCLEAR;
    }

    /** What is said after the courtesies that a line begins with. */
    private static String withoutGreeting(String line, Set<String> names) {
        String rest = line;
        Matcher m = FIRST_CLAUSE.matcher(rest);
        while (m.find() && courtesy(Letters.fold(m.group(1)).strip(), names)) {
            rest = rest.substring(m.end());
            m = FIRST_CLAUSE.matcher(rest);
        }
        return rest;
    }

    /** Every clause is an approval or says nothing, and at least one is an approval. */
    private static boolean approves(String folded, Set<String> names) {
        boolean approval = false;
        for (String clause : CLAUSE.split(folded)) {
            String c = clause.strip();
            if (AnswerWords.APPROVALS.contains(c)) {
                approval = true;
            } else if (!c.isEmpty() && !courtesy(c, names)) {
                return false;
            }
        }
        return approval;
    }

    /** Where the lines at the end begin that are a signature and no more: courtesies and names, and below a name how to reach somebody. */
    private static int signature(List<String> lines, Set<String> names) {
        int end = lines.size();
        int from = end;
        while (from > 0 && (empty(lines.get(from - 1), names) || SignatureLines.contact(lines.get(from - 1)))) {
            from--;
            if (signs(lines.subList(from, lines.size()), names)) {
                end = from;
            }
        }
        return end;
    }

    /** Whether lines are a signature: nothing but courtesies and names, and below a name how to reach somebody. */
    private static boolean signs(List<String> lines, Set<String> names) {
        boolean name = false;
        for (String line : lines) {
            if (empty(line, names)) {
                name |= named(line, names);
            } else if (!name || !SignatureLines.contact(line)) {
                return false;
            }
        }
        return true;
    }

    private static boolean named(String line, Set<String> names) {
        for (String clause : CLAUSE.split(Letters.fold(line))) {
            String c = clause.strip();
            if (!AnswerWords.COURTESIES.contains(c)
                    && LETTER_OR_DIGIT.matcher(c).find()
                    && courtesy(c, names)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line says nothing: courtesies and names alone. */
    private static boolean empty(String line, Set<String> names) {
        for (String clause : CLAUSE.split(Letters.fold(line))) {
            String c = clause.strip();
            if (!c.isEmpty() && !courtesy(c, names)) {
                return false;
            }
        }
        return true;
    }

    private static boolean courtesy(String clause, Set<String> names) {
        if (AnswerWords.COURTESIES.contains(clause)) {
            return true;
        }
        for (String word : clause.split("[ '()/&|-]+")) {
            if (!word.isEmpty()
                    && !names.contains(word)
                    && !(word.length() == 1 && Character.isLetter(word.charAt(0)))) {
                return false;
            }
        }
        return true;
    }
}
