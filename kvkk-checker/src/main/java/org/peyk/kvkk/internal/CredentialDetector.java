package org.peyk.kvkk.internal;

import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.PersonalDataType;

/** Passwords: what stands right behind the word, or below it as a heading, and is no ordinary word. */
final class CredentialDetector {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 64;
    private static final int PUBLIC_REACH = 160;

    private CredentialDetector() {}

    static void detect(ScannedText in) {
        Triggers t = in.triggers();
        if (in.surroundings().cell() && in.surroundings().under(Cue.CREDENTIAL)) {
            int end = tokenEnd(in, 0);
            if (end == in.folded().length() && looksLikeOne(in, 0, end, true)) {
                add(in, 0, end, true);
            }
            return;
        }
        if ((t.cueMask & Cue.CREDENTIAL.bit()) == 0) {
            return;
        }
        for (int i = 0; i < t.cues(); i++) {
            in.work().step();
            if (t.cue(i) == Cue.CREDENTIAL) {
                behind(in, t.cueEnd.get(i));
            }
        }
    }

    private static void behind(ScannedText in, int labelEnd) {
        Folded text = in.folded();
        int start = labelEnd;
        boolean colon = false;
        while (start - labelEnd < 5 && (text.at(start) == ' ' || text.at(start) == ':' || text.at(start) == '=')) {
            colon |= text.at(start) != ' ';
            start++;
        }
        int end = tokenEnd(in, start);
        if (start > labelEnd && looksLikeOne(in, start, end, colon)) {
            boolean everybodys = in.labels().distanceBack(Cue.PUBLIC_ACCESS, labelEnd, PUBLIC_REACH) >= 0;
            boolean account = (in.triggers().cueMask & Cue.ACCOUNT.bit()) != 0
                    || in.triggers().at.size() > 0;
            if (!everybodys) {
                add(in, start, end, account);
            }
        }
    }

    private static int tokenEnd(ScannedText in, int start) {
        Folded text = in.folded();
        int end = start;
        while (end - start < LONGEST && text.at(end) > ' ' && text.at(end) != '<' && text.at(end) != ';') {
            in.work().step();
            end++;
        }
        while (end > start && (text.at(end - 1) == '.' || text.at(end - 1) == ',' || text.at(end - 1) == ')')) {
            end--;
        }
        return end;
    }

    /** A password has a digit or a sign among its letters; behind a colon figures alone are one as well. */
    private static boolean looksLikeOne(ScannedText in, int start, int end, boolean colon) {
        Folded text = in.folded();
        boolean digit = false;
        boolean letter = false;
        boolean sign = false;
        for (int i = start; i < end; i++) {
            char c = text.at(i);
            digit |= Chars.isDigit(c);
            letter |= Chars.isLetter(c);
            sign |= c == '#' || c == '!' || c == '@' || c == '$' || c == '*' || c == '+' || c == '_' || c == '?'
                    || c == '%';
        }
        boolean masked = sign && !digit && !letter;
        boolean mixed = letter && (digit || (sign && text.at(end - 1) != '!' && text.at(end - 1) != '?'));
        boolean url = text.at(start + 4) == ':' || text.at(start + 5) == ':';
        return end - start >= SHORTEST && !masked && !url && (mixed || (colon && digit && end - start >= 6));
    }

    private static void add(ScannedText in, int start, int end, boolean account) {
        Certainty certainty = account ? Certainty.CONTEXTUAL : Certainty.PROBABLE;
        in.add(PersonalDataType.CREDENTIAL, certainty, in.folded().text(start, end), start, end);
    }
}
