package org.peyk.kvkk.internal;

import java.util.List;
import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.PersonalDataType;

/** Numbers that only a label or a heading tells from others: tax, social security, staff, passport, driving licence. */
final class LabelledNumberDetector implements NumberDetector {

    private static final int INSTITUTION_REACH = 80;
    private static final int TAX_DIGITS = 10;

    private static final List<Form> FORMS = List.of(
            new Form(Cue.VKN, PersonalDataType.VKN, 10, 10, 0, 60),
            new Form(Cue.SGK_NO, PersonalDataType.SGK_NO, 9, 13, 0, 30),
            new Form(Cue.PASSPORT, PersonalDataType.PASSPORT, 6, 9, 2, 30),
            new Form(Cue.ID_CARD, PersonalDataType.ID_CARD_NO, 5, 6, 4, 30),
            new Form(Cue.DRIVING_LICENCE, PersonalDataType.DRIVING_LICENCE, 5, 8, 1, 30),
            new Form(Cue.STAFF_NO, PersonalDataType.STAFF_NO, 3, 8, 2, 20));

    /**
     * What a kind of number looks like.
     *
     * @param label what names it
     * @param type what it is
     * @param least digits at least
     * @param most digits at most
     * @param letters letters that may stand in front, with or without a hyphen
     * @param reach how far the label may be
     */
    private record Form(Cue label, PersonalDataType type, int least, int most, int letters, int reach) {}

    @Override
    public int detect(ScannedText in, int group) {
        int start = in.triggers().groupStart.get(group);
        int end = in.triggers().groupEnd.get(group);
        int size = end - start;
        int front = frontOf(in.folded(), start);
        if (size < 3 || size > 13) {
            return -1;
        }
        Label label = in.labels().of(front, end, group);
        if (!label.isOtherId()) {
            return -1;
        }
        for (Form form : FORMS) {
            if (label.is(form.label()) && label.distance() <= form.reach()) {
                return fits(in, form, front, start, end) ? found(in, form, front, group) : -1;
            }
        }
        return -1;
    }

    /** Where the letters start that are part of the number; the start itself when there are none. */
    private static int frontOf(Folded text, int start) {
        int end = start;
        if (text.at(start - 1) == '-' && Chars.isLetter(text.at(start - 2))) {
            end--;
        }
        int from = end;
        while (start - from <= 4 && Chars.isLetter(text.at(from - 1))) {
            from--;
        }
        return from == end ? start : from;
    }

    private static boolean fits(ScannedText in, Form form, int front, int start, int end) {
        Folded text = in.folded();
        int size = end - start;
        int letters = start - front - (text.at(start - 1) == '-' && front < start ? 1 : 0);
        boolean whole = !Chars.isLetterOrDigit(text.at(front - 1)) && !Chars.isDigit(text.at(end));
        boolean part = (text.at(end) == '.' || text.at(end) == ',' || text.at(end) == '/' || text.at(end) == '-')
                && Chars.isDigit(text.at(end + 1));
        boolean tail = (text.at(front - 1) == '.' || text.at(front - 1) == '/') && Chars.isDigit(text.at(front - 2));
        return whole && !part && !tail && letters <= form.letters() && size >= form.least() && size <= form.most();
    }

    private static int found(ScannedText in, Form form, int front, int group) {
        int end = in.triggers().groupEnd.get(group);
        Certainty certainty = Certainty.CONTEXTUAL;
        if (form.type() == PersonalDataType.VKN) {
            NumberWindow w = in.window();
            certainty = w.fit(group, TAX_DIGITS) && Checksums.tax(w.digits()) ? Certainty.VERIFIED : Certainty.PROBABLE;
        }
        // an institution is a legal person, whose tax number is no personal data
        boolean institution = form.type() == PersonalDataType.VKN
                && in.labels().distanceBack(Cue.INSTITUTION, front, INSTITUTION_REACH) >= 0;
        if (!institution) {
            String value = in.folded().text(front, end).replace("-", "");
            in.add(form.type(), certainty, value, front, end);
        }
        return group;
    }
}
