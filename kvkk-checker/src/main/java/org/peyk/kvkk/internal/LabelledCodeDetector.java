package org.peyk.kvkk.internal;

import java.util.List;
import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.PersonalDataType;

/**
 * Codes of letters and digits with a fixed form, which codes of products have as well, so that something in the text or above the column must
 * name them: HES codes of the pandemic, such as G1B9-2486-14, which old lists still hold, and serial numbers of identity cards, such as A12B34567.
 */
final class LabelledCodeDetector implements NumberDetector {

    private static final int LONGEST_FRONT = 4;

    private static final List<Form> FORMS = List.of(
            new Form(PersonalDataType.HES_CODE, Cue.HES_CODE.bit(), "????-####-##"),
            new Form(PersonalDataType.ID_CARD_NO, Cue.ID_CARD.bit() | Cue.OTHER_ID.bit(), "@##@#####"));

    /**
     * What a kind of code looks like.
     *
     * @param type what it is
     * @param cues what names it, one bit each
     * @param template {@code #} for a digit, {@code @} for a letter, {@code ?} for either, and itself for anything else
     */
    private record Form(PersonalDataType type, long cues, String template) {

        boolean fits(Folded text, int start) {
            for (int i = 0; i < template.length(); i++) {
                char c = text.at(start + i);
                boolean fits = switch (template.charAt(i)) {
                    case '#' -> Chars.isDigit(c);
                    case '@' -> Chars.isLetter(c);
                    case '?' -> Chars.isLetterOrDigit(c);
                    default -> c == template.charAt(i);
                };
                if (!fits) {
                    return false;
                }
            }
            return !Chars.isLetterOrDigit(text.at(start + template.length()));
        }
    }

    @Override
    public int detect(ScannedText in, int group) {
        Triggers t = in.triggers();
        long cues =
                t.cueMask | in.surroundings().headingCues() | in.surroundings().leftCues();
        for (Form form : FORMS) {
            if ((cues & form.cues()) != 0) {
                int last = detect(in, group, form);
                if (last >= 0) {
                    return last;
                }
            }
        }
        return -1;
    }

    private static int detect(ScannedText in, int group, Form form) {
        Triggers t = in.triggers();
        Folded text = in.folded();
        int at = t.groupStart.get(group);
        int start = at;
        while (at - start <= LONGEST_FRONT && Chars.isLetterOrDigit(text.at(start - 1))) {
            start--;
        }
        in.work().steps(at - start + form.template().length());
        if (Chars.isLetterOrDigit(text.at(start - 1)) || !form.fits(text, start)) {
            return -1;
        }
        int end = start + form.template().length();
        in.add(form.type(), Certainty.CONTEXTUAL, text.text(start, end), start, end);
        int last = group;
        while (last + 1 < t.groups() && t.groupStart.get(last + 1) < end) {
            last++;
        }
        return last;
    }
}
