package org.peyk.kvkk.internal;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.peyk.kvkk.KvkkRules;
import org.peyk.kvkk.Seeds;

import static org.assertj.core.api.Assertions.assertThat;

/** The work of the detectors grows with the length of the text and not faster, whatever the text is made of. Counted, not timed. */
class HostileInputTest {

    private static final int LENGTH = 250_000;

    /** No text made so far needs more than this many steps a character beyond the pass itself. */
    private static final int STEPS_A_CHARACTER = 60;

    private static final Map<String, String> PIECES = pieces();

    private static Map<String, String> pieces() {
        Map<String, String> pieces = new TreeMap<>();
        pieces.put("ones", "1");
        pieces.put("spaced ones", "1 ");
        pieces.put("dotted ones", "1.");
        pieces.put("lines of ones", "1\n");
        pieces.put("digits with all separators", "1 2-3.4/5(6)7\n8");
        pieces.put("fives", "5 5 5 ");
        pieces.put("zeros", "0 ");
        pieces.put("at signs", "@");
        pieces.put("a at", "a@");
        pieces.put("addresses without an end", "a@a.");
        pieces.put("at in brackets", "a [at] a [nokta] ");
        pieces.put("IBAN heads", "TR00 ");
        pieces.put("IBAN heads with a label", "iban tr33 0006 ");
        pieces.put("card heads", "4111 1111 ");
        pieces.put("masks", "1*");
        pieces.put("stars", "*");
        pieces.put("x", "1x");
        pieces.put("labels", "T.C. Kimlik No ");
        pieces.put("labels and numbers", "kimlik no 12345 ");
        pieces.put("student labels", "öğrenci no 1234567 ");
        pieces.put("titles", "Prof. Dr. ");
        pieces.put("names", "Ayşe Yılmaz ");
        pieces.put("names and numbers", "Ayşe Yılmaz 10000000146 ");
        pieces.put("capitals", "AYŞE ");
        pieces.put("one-letter words", "A ");
        pieces.put("fields and numbers", "Xy Zw,1234567,");
        pieces.put("links", "http://a/");
        pieces.put("links with numbers", "http://a/10000000146,");
        pieces.put("one link", "x");
        pieces.put("invisible", "1\u200B");
        pieces.put("ligatures", "\uFB03");
        pieces.put("marks", "a\u0301");
        pieces.put("half surrogates", "\uD83D");
        pieces.put("line breaks", "\n");
        pieces.put("illnesses", "kanser ");
        pieces.put("illnesses and subjects", "kanser semineri ");
        pieces.put("persons and illnesses", "Ayşe Yılmaz kanser ");
        pieces.put("marks", "Ayşe Yılmaz notu 61 ");
        pieces.put("peoples and persons", "Alevi Ayşe Yılmaz ");
        pieces.put("persons and streets", "Ayşe Yılmaz Gül Mah. Sok. No:8/1, ");
        pieces.put("news", "iddia kanser 1899' Ayşe Kaya ");
        pieces.put("births", "(d. 1.1.2001) doğdu ");
        pieces.put("zones", "<<A1<");
        pieces.put("surnames first", "Kaya, Ali 1\n");
        pieces.put("addressed", "Ali Hoca ");
        pieces.put("confused digits", "TC: 1ooooo1");
        pieces.put("small names", "öğrenci ayşe yılmaz ");
        pieces.put("courses", "MAT101 AA notu ");
        pieces.put("streets", "Mah. Sok. No 8 ");
        pieces.put("passwords", "hesap şifre a1b2 ");
        pieces.put("birthdays", "doğum 1.1.2001 ");
        pieces.put("plates", "araç 35 AB 123 ");
        pieces.put("accounts of institutions", "vakıf TR330006100519786457841326 ");
        return pieces;
    }

    @Test
    void theWorkGrowsWithTheLength() {
        PIECES.forEach((name, piece) -> {
            String half = name.equals("one link") ? "http://" + piece.repeat(LENGTH / 2) : fill(piece, LENGTH / 2);
            String full = name.equals("one link") ? "http://" + piece.repeat(LENGTH) : fill(piece, LENGTH);
            long halfWork = work(half);
            long fullWork = work(full);
            assertThat(fullWork).as(name).isLessThanOrEqualTo((long) STEPS_A_CHARACTER * full.length());
            assertThat(fullWork).as(name + ": twice the text").isLessThanOrEqualTo(halfWork * 22 / 10 + 1_000);
        });
    }

    @Test
    void mixturesAreNoWorse() {
        Random random = Seeds.random("mixturesAreNoWorse");
        Object[] pieces = PIECES.values().toArray();
        for (int round = 0; round < 20; round++) {
            StringBuilder text = new StringBuilder();
            while (text.length() < LENGTH / 4) {
                String piece = (String) pieces[random.nextInt(pieces.length)];
                text.append(piece.repeat(1 + random.nextInt(30)));
            }
            assertThat(work(text.toString())).isLessThanOrEqualTo((long) STEPS_A_CHARACTER * text.length());
        }
    }

    private static String fill(String piece, int length) {
        return piece.repeat(length / piece.length() + 1);
    }

    private static long work(String text) {
        Scan scan = new Ruleset(KvkkRules.DEFAULT).scan();
        scan.add(text, -1, null);
        scan.finish();
        return scan.steps();
    }

    @Test
    void aRowOfAnyLengthIsLinkedOnce() {
        Scan scan = new Ruleset(KvkkRules.DEFAULT).scan();
        for (int i = 0; i < 50_000; i++) {
            scan.add(i % 2 == 0 ? "Ayşe Yılmaz" : "10000000146", 7, i % 2 == 0 ? "Ad" : "No " + i);
        }
        List<Hit> hits = scan.finish();
        assertThat(hits.size() + hits.stream().mapToInt(Hit::more).sum()).isEqualTo(50_000);
    }
}
