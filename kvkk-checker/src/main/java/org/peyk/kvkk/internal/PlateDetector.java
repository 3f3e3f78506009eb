package org.peyk.kvkk.internal;

import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.PersonalDataType;

/**
 * Turkish number plates: a province from 01 to 81, one to three capital letters, two to five digits in the pairings that are given out. Course
 * codes and rooms look the same, so vehicles must be spoken of.
 */
final class PlateDetector implements NumberDetector {

    private static final int PROVINCES = 81;
    private static final long VEHICLES = Cue.VEHICLE.bit() | Cue.DRIVING_LICENCE.bit();

    @Override
    public int detect(ScannedText in, int group) {
        Triggers t = in.triggers();
        long cues =
                t.cueMask | in.surroundings().headingCues() | in.surroundings().leftCues();
        if ((cues & VEHICLES) == 0 || group + 1 >= t.groups() || t.groupLength(group) != 2) {
            return -1;
        }
        Folded text = in.folded();
        int start = t.groupStart.get(group);
        int province = (text.at(start) - '0') * 10 + (text.at(start + 1) - '0');
        int letters = skipSeparator(text, start + 2);
        int lettersEnd = letters;
        while (lettersEnd - letters < 4 && Chars.isLetter(text.at(lettersEnd)) && plateLetter(text, lettersEnd)) {
            lettersEnd++;
        }
        int digits = skipSeparator(text, lettersEnd);
        boolean whole = !Chars.isLetterOrDigit(text.at(start - 1)) && t.groupStart.get(group + 1) == digits;
        boolean pairing = legal(lettersEnd - letters, t.groupLength(group + 1));
        if (province < 1 || province > PROVINCES || !whole || !pairing) {
            return -1;
        }
        int end = t.groupEnd.get(group + 1);
        if (Chars.isLetter(text.at(end))) {
            return -1;
        }
        String value = text.text(start, start + 2) + text.text(letters, lettersEnd) + text.text(digits, end);
        in.add(PersonalDataType.PLATE, Certainty.CONTEXTUAL, value, start, end);
        return group + 1;
    }

    private static int skipSeparator(Folded text, int at) {
        return text.at(at) == ' ' || text.at(at) == '-' ? at + 1 : at;
    }

    private static boolean plateLetter(Folded text, int at) {
        char c = text.original(at);
        return c >= 'A' && c <= 'Z' && c != 'Q' && c != 'W' && c != 'X';
    }

    private static boolean legal(int letters, int digits) {
        return switch (letters) {
            case 1 -> digits == 4 || digits == 5;
            case 2 -> digits == 3 || digits == 4;
            case 3 -> digits == 2 || digits == 3;
            default -> false;
        };
    }
}
