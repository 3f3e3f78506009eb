package org.peyk.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyk.calendar.WorkingCalendar;
import org.peyk.spi.Detail;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.Purpose;
import org.peyk.spi.UnitId;
import org.peyk.spi.approval.ApprovalContext;
import org.peyk.spi.approval.LaterReview;
import org.peyk.spi.approval.LaterReview.Kind;

/**
 * A way past the usual approvals that somebody looks at afterwards.
 *
 * @param id its name, under which its uses are counted
 * @param kind given beforehand, or because it cannot wait
 * @param limits what it is bound to
 * @param uses how many requests may use it, or 0 for any number
 * @param period in how many days
 * @param approvals who is asked instead; nobody by a permission given beforehand
 * @param reviewers who look at it afterwards
 * @param reason why there is such a permission, or null to say it by its name
 */
record Permission(
        String id,
        Kind kind,
        PermissionLimits limits,
        int uses,
        int period,
        List<AskedApproval> approvals,
        AskedApproval.People reviewers,
        @Nullable LocalizedText reason) {

    /** What shows that a death is the university's to announce (the form asks for it); other mails say why they cannot wait. */
    private static final List<Detail> MOURNING = List.of(Detail.HONOUREE, Detail.RELATION, Detail.FUNERAL);

    Permission {
        approvals = List.copyOf(approvals);
    }

    /** Whether a mail is of the kind it is about, so that it is worth saying why it does not apply. */
    boolean about(ApprovalContext context) {
        return limits.purposes().contains(context.request().form().purpose());
    }

    /** What keeps a mail of its kind from it, or null when it applies. What asks the store comes last. */
    @Nullable
    LocalizedText obstacle(ApprovalContext context, WorkingCalendar calendar) {
        if (kind == Kind.BLANKET_PERMISSION && new Condition.WithFindings().holds(context)) {
            return LocalizedText.of(
                    "denetimlerde engelleyen ya da gerekçe isteyen bulgu var",
                    "the checks found something that blocks or asks for a reason");
        }
        LocalizedText obstacle = limits.obstacle(context, calendar);
        if (obstacle != null) {
            return obstacle;
        }
        if (kind == Kind.BREAK_GLASS) {
            for (Detail detail : urgent(context.request().form().purpose())) {
                if (context.request().form().details().getOrDefault(detail, "").isBlank()) {
                    return LocalizedText.of(
                            "“" + detail.label().tr() + "” yazılmamış",
                            "“" + detail.label().en() + "” is not written");
                }
            }
        }
        if (context.foundUnsuitable(id)) {
            return LocalizedText.of(
                    "bu talepte ya da aynı metinle kullanılması incelemede uygun bulunmadı, bir kişinin karar vermesi gerekir",
                    "its use by this request or with the same wording was found unsuitable, and a person has to decide");
        }
        if (uses > 0 && context.uses(id, since(context)) >= uses) {
            return LocalizedText.of(
                    period + " günde " + uses + " kullanım hakkı dolmuş",
                    "its " + uses + " uses in " + period + " days are used up");
        }
        return null;
    }

    private static List<Detail> urgent(Purpose purpose) {
        return purpose == Purpose.CONDOLENCE ? MOURNING : List.of(Detail.URGENCY_REASON);
    }

    private Instant since(ApprovalContext context) {
        return context.now().minus(Duration.ofDays(period));
    }

    LaterReview review(ApprovalContext context) {
        UnitId unit = context.request().requester().unit();
        LaterReview.Limit limit = uses == 0 ? null : new LaterReview.Limit(uses, since(context));
        return new LaterReview(kind, id, reviewers.authority(unit), why(), limit);
    }

    LocalizedText why() {
        return reason != null
                ? reason
                : LocalizedText.of(
                        kind.label().tr() + ": “" + id + "”.", kind.label().en() + ": “" + id + "”.");
    }

    /** The permission in the policy's text. */
    String text() {
        return "permission " + id + ": " + kind + " " + limits.text()
                + (uses == 0 ? "" : " at most " + uses + " in " + period + " days")
                + (approvals.isEmpty()
                        ? ""
                        : approvals.stream()
                                .map(AskedApproval::text)
                                .sorted()
                                .collect(Collectors.joining(" and ", " -> ", "")))
                + " reviewed by " + reviewers.text()
                + (reason == null ? "" : " because " + reason.tr() + " / " + reason.en());
    }
}
