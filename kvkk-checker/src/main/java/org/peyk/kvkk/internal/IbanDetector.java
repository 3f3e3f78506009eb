package org.peyk.kvkk.internal;

import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.PersonalDataType;

/** Turkish IBANs: TR and 24 digits, in groups or not. TR and as many digits with a wrong remainder are a mistyped one. */
final class IbanDetector implements NumberDetector {

    private static final int DIGITS = 24;

    @Override
    public int detect(ScannedText in, int group) {
        Folded text = in.folded();
        NumberWindow w = in.window();
        int letters = in.triggers().groupStart.get(group);
        if (text.at(letters - 1) == ' ' || text.at(letters - 1) == '-') {
            letters--;
        }
        if (text.at(letters - 1) != 'r' || text.at(letters - 2) != 't' || !opens(text, letters - 2)) {
            return -1;
        }
        if (!w.fit(group, DIGITS)) {
            return -1;
        }
        boolean valid = Checksums.turkishIban(w.digits());
        String digits = w.value(DIGITS);
        Hit hit = in.add(
                PersonalDataType.IBAN,
                valid ? Certainty.VERIFIED : Certainty.PROBABLE,
                "TR" + digits,
                letters - 2,
                w.end());
        if (in.rules().isOwnIban(digits)) {
            hit.markOrdinary();
        }
        return w.last();
    }

    /** Nothing may stick to the front of TR but the word IBAN. */
    private static boolean opens(Folded text, int start) {
        if (!Chars.isLetterOrDigit(text.at(start - 1))) {
            return true;
        }
        return text.at(start - 1) == 'n'
                && text.at(start - 2) == 'a'
                && text.at(start - 3) == 'b'
                && text.at(start - 4) == 'i';
    }
}
