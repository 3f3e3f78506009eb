package org.peyk.kvkk.internal;

import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.PersonalDataType;

/** Payment cards by issuer number, length and Luhn digit, in the groups that are printed on cards. */
final class CardDetector implements NumberDetector {

    @Override
    public int detect(ScannedText in, int group) {
        NumberWindow w = in.window();
        int length = lengthByIssuer(w.leading(group, 4));
        if (length == 0 || !w.fit(group, length)) {
            return -1;
        }
        Folded text = in.folded();
        Label label = in.labels().of(w.start(), w.end(), group);
        boolean named = label.is(Cue.CARD);
        if (!named && (Chars.isLetter(text.at(w.start() - 1)) || label.isAny(Cue.THING_NO, Cue.IBAN))) {
            return -1;
        }
        boolean plain = w.groups() == 1 || (usualGroups(w) && w.uniform() && !w.crowded());
        if (!plain && !named) {
            return -1;
        }
        if (Checksums.luhn(w.digits(), length)) {
            in.add(PersonalDataType.PAYMENT_CARD, Certainty.VERIFIED, w.value(length), w.start(), w.end());
            return w.last();
        }
        if (named) {
            in.add(PersonalDataType.PAYMENT_CARD, Certainty.PROBABLE, w.value(length), w.start(), w.end());
            return w.last();
        }
        return -1;
    }

    /** How many digits a card of this issuer has, or 0 when no issuer known in Turkey starts so; {@code lead} has a leading 1. */
    private static int lengthByIssuer(int lead) {
        if (lead < 10_000) {
            return 0;
        }
        int four = lead - 10_000;
        int two = four / 100;
        boolean visa = four / 1000 == 4;
        boolean mastercard = (two >= 51 && two <= 55) || (four >= 2221 && four <= 2720);
        boolean troy = four == 9792 || two == 65 || four == 6011;
        if (visa || mastercard || troy) {
            return 16;
        }
        return two == 34 || two == 37 ? 15 : 0;
    }

    private static boolean usualGroups(NumberWindow w) {
        return w.grouped(4, 4, 4, 4) || w.grouped(4, 6, 5);
    }
}
