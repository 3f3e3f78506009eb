package org.peyk.kvkk.internal;

import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.PersonalDataType;

/**
 * Addresses in hexadecimal: those of network cards (EUI-48), six pairs with one separator, and IPv6 (RFC 4291), for which connections must be
 * spoken of. They hold letters, so that each is looked for around its first digit group.
 */
final class HexAddressDetector implements NumberDetector {

    private static final int MAC_LENGTH = 17;
    private static final int LONGEST_V6 = 39;
    private static final int V6_PARTS = 8;

    @Override
    public int detect(ScannedText in, int group) {
        Folded text = in.folded();
        int at = in.triggers().groupStart.get(group);
        if (!joins(text.at(at - 1)) && !joins(text.at(in.triggers().groupEnd.get(group)))) {
            return -1;
        }
        int start = at;
        while (at - start < LONGEST_V6 && part(text.at(start - 1))) {
            in.work().step();
            start--;
        }
        int end = at;
        while (end - start <= LONGEST_V6 && part(text.at(end))) {
            in.work().step();
            end++;
        }
        // a colon or hyphen that ends a label or a sentence is none of the address
        while (end > at && !hex(text.at(end - 1)) && text.at(end - 2) != ':') {
            end--;
        }
        while (start < at && !hex(text.at(start)) && text.at(start + 1) != ':') {
            start++;
        }
        if (Chars.isLetterOrDigit(text.at(start - 1)) || Chars.isLetterOrDigit(text.at(end))) {
            return -1;
        }
        if (isMac(text, start, end)) {
            in.add(PersonalDataType.MAC_ADDRESS, Certainty.CONTEXTUAL, compact(text, start, end), start, end);
            return lastGroup(in, group, end);
        }
        long cues = in.triggers().cueMask
                | in.surroundings().headingCues()
                | in.surroundings().leftCues();
        if ((cues & Cue.NETWORK.bit()) != 0 && isV6(text, start, end)) {
            Hit hit = in.add(PersonalDataType.IP_ADDRESS, Certainty.CONTEXTUAL, text.text(start, end), start, end);
            if (local(text, start)) {
                hit.markOrdinary();
            }
            return lastGroup(in, group, end);
        }
        return -1;
    }

    private static int lastGroup(ScannedText in, int group, int end) {
        int last = group;
        while (last + 1 < in.triggers().groups() && in.triggers().groupStart.get(last + 1) < end) {
            last++;
        }
        return last;
    }

    private static boolean joins(char c) {
        return c == ':' || c == '-' || (c >= 'a' && c <= 'f');
    }

    private static boolean part(char c) {
        return hex(c) || c == ':' || c == '-';
    }

    private static boolean hex(char c) {
        return Chars.isDigit(c) || (c >= 'a' && c <= 'f');
    }

    private static boolean isMac(Folded text, int start, int end) {
        if (end - start != MAC_LENGTH) {
            return false;
        }
        char separator = text.at(start + 2);
        boolean letter = false;
        for (int i = 0; i < MAC_LENGTH; i++) {
            char c = text.at(start + i);
            boolean fits = i % 3 == 2 ? c == separator && !hex(c) : hex(c);
            if (!fits) {
                return false;
            }
            letter |= c >= 'a' && c <= 'f';
        }
        // six pairs of figures alone are a date with its time as often as an address
        return letter;
    }

    private static boolean isV6(Folded text, int start, int end) {
        int parts = 0;
        int size = 0;
        int gaps = 0;
        for (int i = start; i <= end; i++) {
            char c = i == end ? ':' : text.at(i);
            if (c == '-') {
                return false;
            }
            if (c != ':') {
                size++;
                continue;
            }
            if (size > 4) {
                return false;
            }
            parts += size > 0 ? 1 : 0;
            gaps += size == 0 && i > start && i < end ? 1 : 0;
            size = 0;
        }
        return gaps == 0 ? parts == V6_PARTS : gaps == 1 && parts >= 2 && parts < V6_PARTS;
    }

    /** Link-local and unique local addresses (RFC 4291, RFC 4193) lead to nobody. */
    private static boolean local(Folded text, int start) {
        char second = text.at(start + 1);
        return text.at(start) == 'f'
                && (second == 'c' || second == 'd' || (second == 'e' && text.at(start + 2) == '8'));
    }

    private static String compact(Folded text, int start, int end) {
        StringBuilder value = new StringBuilder();
        for (int i = start; i < end; i++) {
            if (hex(text.at(i))) {
                value.append(text.at(i));
            }
        }
        return value.toString();
    }
}
