package org.peyk.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.Purpose;
import org.peyk.spi.Selection;
import org.peyk.spi.approval.ApprovalContext;
import org.peyk.spi.approval.PolicyDenial;

/**
 * When which approvals are needed. All that is given must hold; what is not given always does.
 *
 * @param id name of the rule
 * @param groups groups of which one is addressed, and for which these approvals are enough; empty for a rule about any audience
 * @param purposes purposes of which the mail has one; empty for any
 * @param units units of the requester; any when it names none
 * @param above number of recipients that is exceeded, or -1
 * @param upTo number of recipients that is not exceeded
 * @param approvals who is asked
 * @param deny why such a mail does not go out at all; null when it may
 * @param reason why, or null to say it in the words of the conditions
 */
record PolicyRule(
        String id,
        List<Condition.Group> groups,
        Set<Purpose> purposes,
        RequesterUnits units,
        long above,
        long upTo,
        List<AskedApproval> approvals,
        @Nullable PolicyDenial deny,
        @Nullable LocalizedText reason) {

    static final long UNBOUNDED = Long.MAX_VALUE;

    PolicyRule {
        groups = List.copyOf(groups);
        purposes = Set.copyOf(purposes);
        approvals = List.copyOf(approvals);
    }

    boolean holds(ApprovalContext context) {
        return fits(context) && (groups.isEmpty() || groups.stream().anyMatch(g -> g.holds(context)));
    }

    /** Whether these approvals are enough for a part of the audience; needed ones that come on top of it are not. */
    boolean covers(Selection part, ApprovalContext context) {
        return deny == null && fits(context) && groups.stream().anyMatch(g -> g.covers(part));
    }

    private boolean fits(ApprovalContext context) {
        long size = context.request().audienceSize();
        Purpose purpose = context.request().form().purpose();
        return (purposes.isEmpty() || purposes.contains(purpose))
                && (units.any() || units.names(context.request().requester().unit()))
                && size > above
                && size <= upTo;
    }

    /** Why the approval is needed ("Neden bu onay?"), for a request of which the rule holds. */
    LocalizedText reason(ApprovalContext context) {
        if (reason != null) {
            return reason;
        }
        StringBuilder tr = new StringBuilder();
        StringBuilder en = new StringBuilder();
        groups.stream().filter(g -> g.holds(context)).forEach(g -> add(tr, en, g.reason(context)));
        if (!purposes.isEmpty()) {
            add(tr, en, new Condition.WithPurpose(context.request().form().purpose()).reason(context));
        }
        if (!units.any()) {
            add(
                    tr,
                    en,
                    LocalizedText.of("İsteyen birim bu kuralda sayılanlardan.", "The rule names the unit that asks."));
        }
        if (above >= 0) {
            add(tr, en, new Condition.Above(above).reason(context));
        }
        if (upTo != UNBOUNDED) {
            long size = context.request().audienceSize();
            add(
                    tr,
                    en,
                    LocalizedText.of(
                            "Alıcı sayısı " + size + "; en çok " + upTo + " kişiye kadar bu kural geçerli.",
                            size + " recipients; the rule holds up to " + upTo + "."));
        }
        return tr.isEmpty() ? new Condition.Always().reason(context) : LocalizedText.of(tr.toString(), en.toString());
    }

    private static void add(StringBuilder tr, StringBuilder en, LocalizedText more) {
        tr.append(tr.isEmpty() ? "" : " ").append(more.tr());
        en.append(en.isEmpty() ? "" : " ").append(more.en());
    }

    /** The rule in the policy's text. */
    String text() {
        StringBuilder text = new StringBuilder("rule ").append(id).append(':');
        if (!groups.isEmpty()) {
            text.append(" (")
                    .append(groups.stream().map(Condition.Group::text).sorted().collect(Collectors.joining(" or ")))
                    .append(')');
        }
        if (!purposes.isEmpty()) {
            text.append(" purpose ")
                    .append(purposes.stream().sorted().map(Purpose::name).collect(Collectors.joining("|")));
        }
        if (!units.any()) {
            text.append(" for units ").append(units.text());
        }
        if (above >= 0) {
            text.append(" above ").append(above);
        }
        if (upTo != UNBOUNDED) {
            text.append(" up to ").append(upTo);
        }
        text.append(" -> ")
                .append(
                        deny == null
                                ? approvals.stream()
                                        .map(AskedApproval::text)
                                        .sorted()
                                        .collect(Collectors.joining(" and "))
                                : "deny " + deny.code() + " because "
                                        + deny.reason().tr() + " / "
                                        + deny.reason().en());
        if (reason != null) {
            text.append(" because ").append(reason.tr()).append(" / ").append(reason.en());
        }
        return text.toString();
    }
}
