package org.peyk.kvkk.internal;

import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.PersonalDataType;

/** IP addresses of four numbers. Versions and sections are written the same way, so connections or addresses must be spoken of. */
final class IpDetector implements NumberDetector {

    private static final int PARTS = 4;

    @Override
    public int detect(ScannedText in, int group) {
        Triggers t = in.triggers();
        long cues =
                t.cueMask | in.surroundings().headingCues() | in.surroundings().leftCues();
        boolean spoken = (cues & Cue.NETWORK.bit()) != 0;
        if (group + PARTS > t.groups() || (!spoken && t.groupLength(group) < 3)) {
            return -1;
        }
        Folded text = in.folded();
        int[] parts = new int[PARTS];
        for (int i = 0; i < PARTS; i++) {
            int g = group + i;
            boolean dotted = i == 0
                    || (t.groupStart.get(g) == t.groupEnd.get(g - 1) + 1 && text.at(t.groupStart.get(g) - 1) == '.');
            if (!dotted || t.groupLength(g) > 3) {
                return -1;
            }
            for (int at = t.groupStart.get(g); at < t.groupEnd.get(g); at++) {
                parts[i] = parts[i] * 10 + (text.at(at) - '0');
            }
            if (parts[i] > 255) {
                return -1;
            }
        }
        int start = t.groupStart.get(group);
        int end = t.groupEnd.get(group + PARTS - 1);
        boolean longer = (text.at(end) == '.' && Chars.isDigit(text.at(end + 1))) || text.at(start - 1) == '.';
        // no version and no section has a first number of three digits, and none of an address starts with a zero
        boolean plain = text.at(t.groupStart.get(group)) != '0';
        for (int i = 1; i < PARTS; i++) {
            int part = group + i;
            plain &= t.groupLength(part) == 1 || text.at(t.groupStart.get(part)) != '0';
        }
        if (!spoken && !plain) {
            return -1;
        }
        if (longer || Chars.isLetter(text.at(start - 1)) || parts[0] == 0) {
            return -1;
        }
        Hit hit = in.add(PersonalDataType.IP_ADDRESS, Certainty.CONTEXTUAL, text.text(start, end), start, end);
        if (parts[0] == 127 || parts[0] == 10 || (parts[0] == 192 && parts[1] == 168)) {
            hit.markOrdinary();
        }
        return group + PARTS - 1;
    }
}
