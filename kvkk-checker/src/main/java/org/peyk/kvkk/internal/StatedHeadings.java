package org.peyk.kvkk.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.PersonalDataType;

/**
 * Headings of columns that say what the cells below tell of a person. The words are too common to mean anything in a sentence: "din" heads the
 * religion of each, and is a subject elsewhere.
 */
final class StatedHeadings {

    private static final int LONGEST = 40;

    private static final Map<String, PersonalDataType> WORDS = Map.ofEntries(
            Map.entry("kan grubu", PersonalDataType.HEALTH),
            Map.entry("saglik durumu", PersonalDataType.HEALTH),
            Map.entry("saglik sorunu", PersonalDataType.HEALTH),
            Map.entry("kronik hastalik", PersonalDataType.HEALTH),
            Map.entry("kronik hastaligi", PersonalDataType.HEALTH),
            Map.entry("hastalik", PersonalDataType.HEALTH),
            Map.entry("hastaligi", PersonalDataType.HEALTH),
            Map.entry("hastalik durumu", PersonalDataType.HEALTH),
            Map.entry("tani", PersonalDataType.HEALTH),
            Map.entry("tanisi", PersonalDataType.HEALTH),
            Map.entry("teshis", PersonalDataType.HEALTH),
            Map.entry("alerji", PersonalDataType.HEALTH),
            Map.entry("kullandigi ilac", PersonalDataType.HEALTH),
            Map.entry("asi durumu", PersonalDataType.HEALTH),
            Map.entry("pcr sonucu", PersonalDataType.HEALTH),
            Map.entry("risk durumu", PersonalDataType.HEALTH),
            Map.entry("blood group", PersonalDataType.HEALTH),
            Map.entry("blood type", PersonalDataType.HEALTH),
            Map.entry("diagnosis", PersonalDataType.HEALTH),
            Map.entry("health status", PersonalDataType.HEALTH),
            Map.entry("engel durumu", PersonalDataType.DISABILITY),
            Map.entry("engel grubu", PersonalDataType.DISABILITY),
            Map.entry("engel turu", PersonalDataType.DISABILITY),
            Map.entry("engel orani", PersonalDataType.DISABILITY),
            Map.entry("engellilik durumu", PersonalDataType.DISABILITY),
            Map.entry("engellilik orani", PersonalDataType.DISABILITY),
            Map.entry("ozur durumu", PersonalDataType.DISABILITY),
            Map.entry("disability", PersonalDataType.DISABILITY),
            Map.entry("din", PersonalDataType.RELIGION),
            Map.entry("dini", PersonalDataType.RELIGION),
            Map.entry("mezhep", PersonalDataType.RELIGION),
            Map.entry("mezhebi", PersonalDataType.RELIGION),
            Map.entry("inanc", PersonalDataType.RELIGION),
            Map.entry("religion", PersonalDataType.RELIGION),
            Map.entry("etnik koken", PersonalDataType.ETHNIC),
            Map.entry("etnik kokeni", PersonalDataType.ETHNIC),
            Map.entry("ethnicity", PersonalDataType.ETHNIC),
            Map.entry("sendika", PersonalDataType.UNION_MEMBERSHIP),
            Map.entry("sendikasi", PersonalDataType.UNION_MEMBERSHIP),
            Map.entry("sendika uyeligi", PersonalDataType.UNION_MEMBERSHIP),
            Map.entry("union", PersonalDataType.UNION_MEMBERSHIP),
            Map.entry("siyasi gorus", PersonalDataType.POLITICAL),
            Map.entry("siyasi gorusu", PersonalDataType.POLITICAL),
            Map.entry("parti uyeligi", PersonalDataType.POLITICAL),
            Map.entry("sabika kaydi", PersonalDataType.CRIMINAL),
            Map.entry("adli sicil", PersonalDataType.CRIMINAL),
            Map.entry("adli sicil kaydi", PersonalDataType.CRIMINAL),
            Map.entry("disiplin cezasi", PersonalDataType.DISCIPLINARY),
            Map.entry("aldigi ceza", PersonalDataType.DISCIPLINARY),
            Map.entry("disciplinary action", PersonalDataType.DISCIPLINARY),
            Map.entry("gelir durumu", PersonalDataType.FINANCIAL_NEED),
            Map.entry("aylik gelir", PersonalDataType.FINANCIAL_NEED),
            Map.entry("aile geliri", PersonalDataType.FINANCIAL_NEED),
            Map.entry("hane geliri", PersonalDataType.FINANCIAL_NEED),
            Map.entry("ihtiyac durumu", PersonalDataType.FINANCIAL_NEED));

    private StatedHeadings() {}

    /** What the cells below a folded heading tell of a person, or null when they tell nothing of the kind. */
    static @Nullable PersonalDataType of(Folded heading) {
        if (heading.length() > LONGEST) {
            return null;
        }
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < heading.length(); i++) {
            char c = heading.at(i);
            if (c == '(') {
                break;
            }
            if (Chars.isLetterOrDigit(c)) {
                words.append(c);
            } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        return WORDS.get(words.toString().strip());
    }
}
