package org.peyk.kvkk.measure;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** When a value that was found is one that was labelled. Numbers must be the same; phrases have no exact edge, so that an overlap is enough. */
final class Sameness {

    private static final Set<String> PHRASES = Set.of(
            "PERSON_NAME",
            "PARENT_NAME",
            "HOME_ADDRESS",
            "BIRTH_PLACE",
            "GRADE",
            "DISCIPLINARY",
            "FINANCIAL_NEED",
            "HEALTH",
            "DISABILITY",
            "RELIGION",
            "POLITICAL",
            "ETHNIC",
            "UNION_MEMBERSHIP",
            "CRIMINAL",
            "BIOMETRIC_GENETIC",
            "SEXUAL_LIFE",
            "CREDENTIAL");

    /** What is found as the first and labelled as one of the others is neither right nor wrong. */
    private static final Map<String, Set<String>> RELATED = Map.of(
            "PERSON_NAME", Set.of("PARENT_NAME"),
            "HEALTH", Set.of("DISABILITY", "SEXUAL_LIFE", "BIOMETRIC_GENETIC"),
            "DISABILITY", Set.of("HEALTH"),
            "POLITICAL", Set.of("UNION_MEMBERSHIP"),
            "RELIGION", Set.of("ETHNIC"),
            "ETHNIC", Set.of("RELIGION"),
            "CRIMINAL", Set.of("DISCIPLINARY"));

    private Sameness() {}

    static boolean related(String found, String labelled) {
        return RELATED.getOrDefault(found, Set.of()).contains(labelled);
    }

    static boolean exact(String type, String labelled, String found) {
        String a = key(type, labelled);
        return !a.isEmpty() && a.equals(key(type, found));
    }

    static boolean same(String type, String labelled, String found) {
        if (exact(type, labelled, found)) {
            return true;
        }
        String a = key(type, labelled);
        String b = key(type, found);
        if (!PHRASES.contains(type) || a.isEmpty() || b.isEmpty()) {
            return false;
        }
        if (Math.min(a.length(), b.length()) >= 2 && (a.contains(b) || b.contains(a))) {
            return true;
        }
        Set<String> words = words(labelled);
        Set<String> others = words(found);
        int least = Math.min(words.size(), others.size());
        words.retainAll(others);
        return !words.isEmpty() && words.size() * 2 >= least;
    }

    /** Letters and digits in one spelling. */
    static String key(String type, String text) {
        String folded = fold(text);
        if (type.startsWith("EMAIL")) {
            folded = folded.replaceAll("\\s*[\\[({<]?\\s*\\b(at|et|kuyruklu a)\\b\\s*[\\])}>]?\\s*", "@")
                    .replaceAll("\\s*[\\[({<]?\\s*\\b(nokta|dot)\\b\\s*[\\])}>]?\\s*", ".")
                    .replace("%40", "@");
        }
        StringBuilder key = new StringBuilder();
        folded.codePoints().forEach(c -> {
            int digit = Character.digit(c, 10);
            if (digit >= 0) {
                key.append(digit);
            } else if (Character.isLetter(c)) {
                key.appendCodePoint(c);
            }
        });
        if (type.equals("TCKN") || type.equals("YKN")) {
            return key.toString().replace('o', '0');
        }
        if (type.endsWith("_PHONE")) {
            String digits = key.toString().replaceAll("\\D", "");
            return digits.length() > 10 ? digits.substring(digits.length() - 10) : digits;
        }
        return key.toString();
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('İ', 'i')
                .replace('I', 'i')
                .toLowerCase(Locale.ROOT)
                .replace('ı', 'i')
                .replace('â', 'a')
                .replace('î', 'i')
                .replace('û', 'u');
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (String word : fold(text).split("[^\\p{L}\\p{N}]+", -1)) {
            if (word.length() > 1) {
                words.add(word);
            }
        }
        return words;
    }
}
