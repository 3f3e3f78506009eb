package org.peyk.kvkk.internal;

import java.util.List;
import java.util.Set;
import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.PersonalDataType;

/**
 * What words say of a person: the special categories of article 6(1), disciplinary measures, need. The words alone are found here; they count
 * only once {@link Persons} has found of whom they are said.
 */
final class AttributeDetector {

    private static final int TOPIC_REACH = 70;
    private static final int DEATH_REACH = 250;
    private static final int LONGEST_CELL = 80;
    private static final int LONGEST_WORD = 24;
    private static final long SAID = bits();

    /** What a cell says when there is nothing to tell. */
    private static final Set<String> NOTHING = Set.of(
            "-",
            "--",
            "yok",
            "yoktur",
            "hayir",
            "h",
            "0",
            "%0",
            "no",
            "none",
            "n/a",
            "na",
            "bulunmuyor",
            "bulunmamaktadir",
            "bulunmamakta",
            "temiz",
            "belirtilmemis",
            "girilmedi",
            "bos",
            "x");

    private static final Set<String> UNITS = Set.of(
            "enstitu",
            "birim",
            "komisyon",
            "hemsire",
            "doktor",
            "uzman",
            "olmak",
            "yata",
            "profes",
            "docent",
            "bolum",
            "anabilim",
            "asistan",
            "hekim",
            "arastirma",
            "calisma");

    private static final Set<String> BARE = Set.of("kinama", "uyarma");
    private static final int LONGEST_BARE = 6;

    /** Units in which a person may lie. */
    private static final Set<String> WARDS = Set.of("unite", "merkez", "klini", "poliklini");

    private AttributeDetector() {}

    private static long bits() {
        long bits = 0;
        for (Cue cue : Kinds.SAID.keySet()) {
            bits |= cue.bit();
        }
        return bits;
    }

    /** Adds what the text says to a list of statements. */
    static void detect(ScannedText in, List<Statement> out) {
        headed(in, out);
        Triggers t = in.triggers();
        if ((t.cueMask & SAID) == 0) {
            return;
        }
        for (int i = 0; i < t.cues(); i++) {
            in.work().step();
            Cue cue = t.cue(i);
            PersonalDataType type = Kinds.SAID.get(cue);
            if (type != null && !inUnitsName(in, cue, i) && !ofUnit(in, i) && closedIfBare(in, i)) {
                int start = t.cueStart.get(i);
                int end = t.cueEnd.get(i);
                boolean doubtful = near(in, i, Cue.DECEASED, DEATH_REACH) || Plurals.ofThoseServed(in, end);
                Certainty certainty = doubtful ? Certainty.PROBABLE : Certainty.CONTEXTUAL;
                Hit hit = new Hit(
                        type,
                        certainty,
                        in.folded().text(start, end),
                        in.segment(),
                        in.folded(),
                        withPercent(in, start),
                        end);
                boolean topic = near(in, i, Cue.TOPIC, TOPIC_REACH);
                boolean many = Plurals.ofMany(in, end) || Plurals.ofSoMany(in, start);
                boolean retold = PublicSpeech.retells(in, type, start, end);
                out.add(new Statement(hit, topic || many, isWord(cue) || many, retold));
            }
        }
    }

    /** A cell below a heading that says what its column tells of each person. */
    private static void headed(ScannedText in, List<Statement> out) {
        PersonalDataType stated = in.surroundings().stated();
        Folded text = in.folded();
        if (stated == null || text.length() == 0 || text.length() > LONGEST_CELL) {
            return;
        }
        int start = 0;
        int end = text.length();
        while (start < end && text.at(start) <= ' ') {
            start++;
        }
        while (end > start && (text.at(end - 1) <= ' ' || text.at(end - 1) == '.')) {
            end--;
        }
        String value = text.text(start, end);
        if (!value.isEmpty() && !NOTHING.contains(value)) {
            Hit hit = new Hit(stated, Certainty.CONTEXTUAL, value, in.segment(), text, start, end);
            out.add(new Statement(hit, false, false, false));
        }
    }

    /** What is said right before a unit, a ward's bed or a nurse is the name of what they do: organ nakli enstitusu. */
    private static boolean ofUnit(ScannedText in, int index) {
        Folded text = in.folded();
        int end = in.triggers().cueEnd.get(index);
        if (text.at(end) != ' ') {
            return false;
        }
        int stop = text.skipLetters(end + 1, LONGEST_WORD);
        String next = text.text(end + 1, stop);
        boolean inside = next.endsWith("de") || next.endsWith("da") || next.endsWith("den") || next.endsWith("dan");
        boolean into = next.endsWith("ne") || next.endsWith("na");
        if (UNITS.stream().anyMatch(next::startsWith)) {
            return true;
        }
        return !inside && !into && WARDS.stream().anyMatch(next::startsWith);
    }

    /** Words that name a subject as often as somebody's state. */
    private static boolean isWord(Cue cue) {
        return switch (cue) {
            case HEALTH_WORD, DISABILITY_WORD, RELIGION, ETHNIC, BIOMETRIC, SEXUAL, NEED -> true;
            default -> false;
        };
    }

    /**
     * "Engelli" right before another word in capitals is part of the name of a unit: Engelli Öğrenci Birimi. So are a people or a faith: Alevi
     * Kültür Derneği; but not where everything is in capitals, or where the next words are a person's name.
     */
    private static boolean inUnitsName(ScannedText in, Cue cue, int index) {
        boolean disability = cue == Cue.DISABILITY_WORD;
        if (!disability && cue != Cue.DISABILITY && cue != Cue.RELIGION && cue != Cue.ETHNIC) {
            return false;
        }
        Triggers t = in.triggers();
        Folded text = in.folded();
        int start = t.cueStart.get(index);
        int end = t.cueEnd.get(index);
        boolean capitals = Character.isUpperCase(text.original(start))
                && text.at(end) == ' '
                && end + 1 < text.length()
                && Character.isUpperCase(text.original(end + 1));
        return capitals
                && (disability
                        || (!Character.isUpperCase(text.original(start + 1))
                                && !t.wordAt(end + 1, Triggers.OPENS_NAME)));
    }

    /** The bare name of a measure is one that somebody got only where the field or the sentence ends: "Ayşe Yılmaz'a kınama". */
    private static boolean closedIfBare(ScannedText in, int index) {
        Triggers t = in.triggers();
        int end = t.cueEnd.get(index);
        int length = end - t.cueStart.get(index);
        if (t.cue(index) != Cue.DISCIPLINE || length > LONGEST_BARE) {
            return true;
        }
        String word = in.folded().text(t.cueStart.get(index), end);
        char c = in.folded().at(end);
        return !BARE.contains(word) || c == '\n' || c == ')' || c == '.' || c == '\t' || c == '|';
    }

    /** The degree of a disability stands before its kind. */
    private static int withPercent(ScannedText in, int start) {
        Folded text = in.folded();
        int i = start - 1;
        if (text.at(i) != ' ' || !Chars.isDigit(text.at(i - 1))) {
            return start;
        }
        i--;
        int digits = 0;
        while (digits < 3 && Chars.isDigit(text.at(i))) {
            i--;
            digits++;
        }
        return text.at(i) == '%' ? i : start;
    }

    /** Whether a cue stands near another in the same sentence. */
    private static boolean near(ScannedText in, int index, Cue wanted, int reach) {
        Triggers t = in.triggers();
        if ((t.cueMask & wanted.bit()) == 0) {
            return false;
        }
        int start = t.cueStart.get(index);
        int end = t.cueEnd.get(index);
        int looked = 0;
        for (int i = index - 1; i >= 0 && start - t.cueEnd.get(i) <= reach && looked < 40; i--, looked++) {
            in.work().step();
            if (t.cue(i) == wanted && !Sentences.endsIn(in.folded(), t.cueEnd.get(i), start)) {
                return true;
            }
        }
        looked = 0;
        for (int i = index + 1; i < t.cues() && t.cueStart.get(i) - end <= reach && looked < 40; i++, looked++) {
            in.work().step();
            if (t.cue(i) == wanted && !Sentences.endsIn(in.folded(), end, t.cueStart.get(i))) {
                return true;
            }
        }
        return false;
    }
}
