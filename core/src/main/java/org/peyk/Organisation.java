package org.peyk;

import java.util.ArrayList;
import java.util.List;
import org.peyk.spi.LocalizedText;

/**
 * What the process card (Süreç Kartı) says of the organisation itself and the library cannot know. Immutable; each {@code with…} gives a changed
 * copy.
 *
 * @param university name of the university
 * @param owner the unit that owns the process (sorumlu birim)
 * @param preparedBy who prepared the card
 * @param approvedBy who approved the card
 * @param period how often the process is measured
 * @param legislation rules of the organisation's own, besides the Constitution and law no. 6698
 * @param risks risks besides those every mail process has
 * @param opportunities opportunities besides those every mail process has
 */
public record Organisation(
        LocalizedText university,
        LocalizedText owner,
        LocalizedText preparedBy,
        LocalizedText approvedBy,
        LocalizedText period,
        List<LocalizedText> legislation,
        List<LocalizedText> risks,
        List<LocalizedText> opportunities) {

    /** What stands on the card where nothing was given. */
    public static final LocalizedText NOT_STATED = LocalizedText.of("(belirtilmedi)", "(not stated)");

    /**
     * Nothing but the usual: the communications office owns the process, it is measured every year, and university, preparer and approver are
     * {@link #NOT_STATED}.
     */
    public static final Organisation UNNAMED = new Organisation(
            NOT_STATED,
            LocalizedText.of("Kurumsal İletişim", "Communications office"),
            NOT_STATED,
            NOT_STATED,
            LocalizedText.of("Yılda bir", "Every year"),
            List.of(),
            List.of(),
            List.of());

    /** Copies the lists. */
    public Organisation {
        legislation = List.copyOf(legislation);
        risks = List.copyOf(risks);
        opportunities = List.copyOf(opportunities);
    }

    /**
     * The usual, for a university and the unit that owns the process.
     *
     * @param university its name
     * @param owner the unit
     * @return the settings
     */
    public static Organisation of(LocalizedText university, LocalizedText owner) {
        Organisation u = UNNAMED;
        return new Organisation(
                university, owner, u.preparedBy, u.approvedBy, u.period, u.legislation, u.risks, u.opportunities);
    }

    /**
     * Says who answers for the card.
     *
     * @param prepared who prepared it
     * @param approved who approved it
     * @return a changed copy
     */
    public Organisation withSignatures(LocalizedText prepared, LocalizedText approved) {
        return new Organisation(university, owner, prepared, approved, period, legislation, risks, opportunities);
    }

    /**
     * Says how often the process is measured.
     *
     * @param value the period
     * @return a changed copy
     */
    public Organisation withPeriod(LocalizedText value) {
        return new Organisation(university, owner, preparedBy, approvedBy, value, legislation, risks, opportunities);
    }

    /**
     * Adds a rule of the organisation's own.
     *
     * @param value the rule, such as a directive of the senate
     * @return a changed copy
     */
    public Organisation withLegislation(LocalizedText value) {
        return new Organisation(
                university, owner, preparedBy, approvedBy, period, and(legislation, value), risks, opportunities);
    }

    /**
     * Adds a risk.
     *
     * @param value the risk
     * @return a changed copy
     */
    public Organisation withRisk(LocalizedText value) {
        return new Organisation(
                university, owner, preparedBy, approvedBy, period, legislation, and(risks, value), opportunities);
    }

    /**
     * Adds an opportunity.
     *
     * @param value the opportunity
     * @return a changed copy
     */
    public Organisation withOpportunity(LocalizedText value) {
        return new Organisation(
                university, owner, preparedBy, approvedBy, period, legislation, risks, and(opportunities, value));
    }

    private static List<LocalizedText> and(List<LocalizedText> list, LocalizedText value) {
        List<LocalizedText> longer = new ArrayList<>(list);
        longer.add(value);
        return longer;
    }
}
