package org.peyk.kvkk;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.check.Finding;

/** Checks and blackens texts of 10 MB that are nothing but personal data; for a process of little memory of its own. */
final class HostileTexts {

    static final int SIZE = 10_000_000;

    /** Letters that make no word of a language. */
    private static final String CONSONANTS = "bcdfghjklm";

    /** What each text is made of: the n-th piece of it. */
    static final Map<String, IntFunction<String>> TEXTS = texts();

    private HostileTexts() {}

    private static Map<String, IntFunction<String>> texts() {
        Map<String, IntFunction<String>> texts = new TreeMap<>();
        texts.put("address", n -> "a@b.co ");
        texts.put("addresses", n -> "u" + n + "@gmail.com ");
        texts.put("ordinary", n -> "u" + n + "@firma.com.tr ");
        texts.put("identities", n -> Values.identity(Integer.toString(100_000_000 + n)) + " ");
        texts.put("mobiles", n -> "0532 " + (1_000_000 + n) + "\n");
        texts.put("accounts", n -> Values.iban(new Random(n)) + " ");
        texts.put("names", n -> "Ayşe K" + letters(n) + "oğlu, ");
        texts.put("students", n -> "öğrenci no: " + (20_000_000 + n) + "\n");
        texts.put("candidates", n -> "öğrenci\n" + (20_000_000 + n) + "\n");
        texts.put("companions", n -> "Xy" + letters(n) + " Zw " + (20_000_000 + n) + "\n");
        texts.put("illnesses", n -> "Ayşe Yılmaz kanser. ");
        texts.put("marks", n -> (20_000_000 + n) + " notu 61\n");
        return texts;
    }

    private static String letters(int n) {
        StringBuilder b = new StringBuilder();
        for (int rest = n; rest > 0; rest /= CONSONANTS.length()) {
            b.append(CONSONANTS.charAt(rest % CONSONANTS.length()));
        }
        return b.append('r').toString();
    }

    static String text(String name) {
        IntFunction<String> piece = TEXTS.getOrDefault(name, n -> name);
        StringBuilder text = new StringBuilder(SIZE + 100);
        for (int n = 0; text.length() < SIZE; n++) {
            text.append(piece.apply(n));
        }
        return text.toString();
    }

    /** Prints for each text its verdict, and how much of it is found after it was blackened. */
    public static void main(String[] arguments) throws IOException {
        for (String name : TEXTS.keySet()) {
            CheckedRequest request = new CheckedRequest();
            request.version(new LanguageVersion(Locale.forLanguageTag("tr"), "Duyuru", null, text(name), null));
            List<Finding> findings = request.findings(new KvkkCheck());
            System.out.println(name + " " + Verdict.of(findings));
        }
        for (String name : List.of("addresses", "candidates")) {
            String black = KvkkRedactor.of(KvkkRules.DEFAULT).redact(text(name));
            System.out.println(name + " left "
                    + KvkkScanner.of(KvkkRules.DEFAULT).scan(black).size());
        }
    }
}
