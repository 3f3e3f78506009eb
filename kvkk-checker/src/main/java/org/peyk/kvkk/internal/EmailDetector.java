package org.peyk.kvkk.internal;

import java.util.Set;
import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.PersonalDataType;

/**
 * E-mail addresses: looks both ways from an at sign, or from the word for one in brackets. A dot of the domain may be written out. An address
 * whose local part is masked names nobody.
 */
final class EmailDetector {

    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_LABEL = 63;
    private static final int MOST_LABELS = 8;

    /** A written-out address must end in one of these, for the word "at" in brackets proves little. */
    private static final Set<String> USUAL_ENDS =
            Set.of("com", "net", "org", "edu", "gov", "tr", "info", "biz", "me", "de", "uk", "eu", "az", "io");

    /** The ranges of the addresses found, in which numbers and names are part of the address. */
    private final IntList zoneStart = new IntList();

    private final IntList zoneEnd = new IntList();
    private final StringBuilder domain = new StringBuilder();
    private boolean domainWrittenOut;

    void detect(ScannedText in) {
        zoneStart.clear();
        zoneEnd.clear();
        Triggers t = in.triggers();
        int nextAt = 0;
        for (int c = 0; c <= t.cues(); c++) {
            int cueStart = c < t.cues() ? t.cueStart.get(c) : Integer.MAX_VALUE;
            while (nextAt < t.at.size() && t.at.get(nextAt) < cueStart) {
                atSign(in, t.at.get(nextAt++));
            }
            if (c < t.cues() && t.cue(c) == Cue.AT) {
                atWord(in, cueStart, t.cueEnd.get(c));
            }
        }
    }

    /** Whether a position lies in an address. */
    boolean covers(int position) {
        if (zoneStart.size() == 0) {
            return false;
        }
        int i = zoneStart.firstAtLeast(position + 1) - 1;
        return i >= 0 && position < zoneEnd.get(i);
    }

    private void atSign(ScannedText in, int at) {
        Folded text = in.folded();
        int left = at;
        int right = at + 1;
        if (text.at(at - 1) == ' ' && text.at(at + 1) == ' ') {
            left--;
            right++;
        }
        address(in, left, right, false);
    }

    private void atWord(ScannedText in, int start, int end) {
        Folded text = in.folded();
        if (!opens(text.at(start - 1)) || !closes(text.at(end))) {
            return;
        }
        int left = text.at(start - 2) == ' ' ? start - 2 : start - 1;
        int right = text.at(end + 1) == ' ' ? end + 2 : end + 1;
        address(in, left, right, true);
    }

    private void address(ScannedText in, int localEnd, int domainStart, boolean writtenOut) {
        Folded text = in.folded();
        int from = localEnd;
        while (localEnd - from < LONGEST_LOCAL && isLocal(text.at(from - 1))) {
            in.work().step();
            from--;
        }
        while (from < localEnd && !Chars.isLetterOrDigit(text.at(from)) && text.at(from) != '_') {
            from++;
        }
        boolean masked = text.at(localEnd - 1) == '*' || (text.at(from - 1) == '*' && text.at(from - 2) == '*');
        if (from == localEnd || masked || zoneReaches(from)) {
            return;
        }
        int to = readDomain(in, domainStart);
        if (to < 0 || (writtenOut && !USUAL_ENDS.contains(lastLabel()))) {
            return;
        }
        if (!domainWrittenOut) {
            int length = in.rules().domainLength(domain.toString());
            to -= domain.length() - length;
            domain.setLength(length);
        }
        String local = text.text(from, localEnd);
        Hit hit = in.add(PersonalDataType.EMAIL, Certainty.VERIFIED, local + "@" + domain, from, to);
        if (in.rules().isOrdinaryAddress(local, domain.toString())) {
            hit.markOrdinary();
        }
        zoneStart.add(from);
        zoneEnd.add(to);
    }

    private boolean zoneReaches(int position) {
        return zoneEnd.size() > 0 && zoneEnd.get(zoneEnd.size() - 1) > position;
    }

    /** Reads labels and dots; fills {@link #domain} and returns the end, or -1 when it is no domain. */
    private int readDomain(ScannedText in, int start) {
        Folded text = in.folded();
        domain.setLength(0);
        domainWrittenOut = false;
        int i = start;
        int end = -1;
        int length = 0;
        for (int labels = 0; labels < MOST_LABELS; labels++) {
            int labelStart = i;
            while (i - labelStart <= LONGEST_LABEL && isLabel(text.at(i))) {
                in.work().step();
                i++;
            }
            while (i > labelStart && text.at(i - 1) == '-') {
                i--;
            }
            if (i == labelStart || (end > 0 && opensSentence(text, start, labelStart))) {
                break;
            }
            domain.append(labels == 0 ? "" : ".").append(text.chars(), labelStart, i - labelStart);
            if (isDomain()) {
                end = i;
                length = domain.length();
            }
            int next = afterDot(text, i);
            if (next < 0) {
                break;
            }
            i = next;
        }
        domain.setLength(length);
        return end;
    }

    /** A capital behind the dot of a domain in small letters: a sentence that starts without a space. */
    private static boolean opensSentence(Folded text, int domainStart, int labelStart) {
        return Character.isUpperCase(text.original(labelStart)) && !Character.isUpperCase(text.original(domainStart));
    }

    /** The position behind a dot, plain or written out, or -1. */
    private int afterDot(Folded text, int i) {
        if (text.at(i) == '.') {
            return isLabel(text.at(i + 1)) ? i + 1 : -1;
        }
        int p = text.at(i) == ' ' ? i + 1 : i;
        if (!opens(text.at(p))) {
            return -1;
        }
        int word = p + 1;
        int length = 0;
        if (matches(text, word, "nokta")) {
            length = 5;
        } else if (matches(text, word, "dot")) {
            length = 3;
        } else if (text.at(word) == '.') {
            length = 1;
        }
        if (length == 0 || !closes(text.at(word + length))) {
            return -1;
        }
        domainWrittenOut = true;
        int behind = word + length + 1;
        return text.at(behind) == ' ' ? behind + 1 : behind;
    }

    private static boolean matches(Folded text, int from, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (text.at(from + i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isDomain() {
        int dot = domain.lastIndexOf(".");
        if (dot <= 0 || domain.length() - dot - 1 < 2) {
            return false;
        }
        for (int i = dot + 1; i < domain.length(); i++) {
            if (!Chars.isLetter(domain.charAt(i))) {
                return false;
            }
        }
        return !domainWrittenOut || USUAL_ENDS.contains(lastLabel());
    }

    private String lastLabel() {
        return domain.substring(domain.lastIndexOf(".") + 1);
    }

    private static boolean isLocal(char c) {
        return Chars.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%';
    }

    private static boolean isLabel(char c) {
        return Chars.isLetterOrDigit(c) || c == '-';
    }

    private static boolean opens(char c) {
        return c == '[' || c == '(' || c == '{' || c == '<';
    }

    private static boolean closes(char c) {
        return c == ']' || c == ')' || c == '}' || c == '>';
    }
}
