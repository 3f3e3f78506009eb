package org.peyk.internal.approval;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.CheckedFinding;
import org.peyk.ErrorCode;
import org.peyk.PeykException;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.RequestView;
import org.peyk.spi.approval.ApprovalContext;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.approval.ApprovalPolicy;
import org.peyk.spi.approval.PolicyAnswer;
import org.peyk.spi.approval.PolicyDenial;
import org.peyk.spi.check.Finding;
import org.peyk.spi.directory.Directory;

/** Asks the approval policy. Whatever goes wrong refuses: without an answer nothing goes further. */
public final class PolicyRunner {

    /** Code of the denial when a policy's plan rests on a permission that was found unsuitable. */
    public static final String PERMISSION_UNSUITABLE = "PERMISSION-UNSUITABLE";

    private final @Nullable ApprovalPolicy policy;
    private final Directory directory;
    private final ZoneId zone;
    private final PermissionUses uses;
    private final UnsuitableUses unsuitable;

    /**
     * Takes the policy.
     *
     * @param policy the policy, or null when none is configured
     * @param directory the people of the process
     * @param zone the zone of the process
     * @param uses how often permissions were used
     * @param unsuitable which uses were found unsuitable
     */
    public PolicyRunner(
            @Nullable ApprovalPolicy policy,
            Directory directory,
            ZoneId zone,
            PermissionUses uses,
            UnsuitableUses unsuitable) {
        this.policy = policy;
        this.directory = directory;
        this.zone = zone;
        this.uses = uses;
        this.unsuitable = unsuitable;
    }

    /**
     * Asks for the plan of a request.
     *
     * @param request the revision, with the size of its audience
     * @param findings what the checks found, released ones included
     * @param now the moment
     * @return the plan or the denial; null when no policy is configured
     * @throws PeykException with {@link ErrorCode#POLICY_FAILED} when the policy gives no answer
     */
    public @Nullable PolicyAnswer run(RequestView request, List<CheckedFinding> findings, Instant now) {
        return run(request, findings, now, uses);
    }

    /**
     * Asks once more about a request that was approved with a permission. Its use was counted against the bound when it was approved, and later
     * uses by others do not take it away.
     *
     * @param request the revision, with the size of its audience
     * @param findings what the checks found, released ones included
     * @param now the moment
     * @param permission the permission it was approved with
     * @return the plan or the denial; null when no policy is configured
     * @throws PeykException with {@link ErrorCode#POLICY_FAILED} when the policy gives no answer
     */
    public @Nullable PolicyAnswer again(
            RequestView request, List<CheckedFinding> findings, Instant now, String permission) {
        return run(
                request,
                findings,
                now,
                (name, since, except) -> name.equals(permission) ? 0 : uses.count(name, since, except));
    }

    private @Nullable PolicyAnswer run(
            RequestView request, List<CheckedFinding> findings, Instant now, PermissionUses counted) {
        if (policy == null) {
            return null;
        }
        List<Finding> all = findings.stream().map(CheckedFinding::finding).toList();
        Context context = new Context(request, all, directory, now, zone, counted, unsuitable);
        @Nullable PolicyAnswer answer;
        try {
            answer = policy.plan(context);
        } catch (Exception | LinkageError | StackOverflowError e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw failed(policy, e);
        }
        if (answer == null) {
            throw failed(policy, null);
        }
        return suitable(answer, context);
    }

    /** A policy need not ask what was found unsuitable; what rests on it all the same does not hold. */
    private static PolicyAnswer suitable(PolicyAnswer answer, Context context) {
        if (answer instanceof ApprovalPlan plan
                && plan.review() != null
                && context.foundUnsuitable(plan.review().permission())) {
            String name = plan.review().permission();
            return new PolicyDenial(
                    PERMISSION_UNSUITABLE,
                    LocalizedText.of(
                            "“" + name
                                    + "” izninin bu talepte ya da aynı metinle kullanılması incelemede uygun bulunmadı; bir kişinin"
                                    + " karar vermesi gerekir.",
                            "The permission “" + name
                                    + "” was found unsuitable for this request or for the same wording; a person"
                                    + " has to decide."));
        }
        return answer;
    }

    private record Context(
            RequestView request,
            List<Finding> findings,
            Directory directory,
            Instant now,
            ZoneId zone,
            PermissionUses counted,
            UnsuitableUses unsuitable)
            implements ApprovalContext {
        @Override
        public long uses(String permission, Instant since) {
            return counted.count(permission, since, request.id());
        }

        @Override
        public boolean foundUnsuitable(String permission) {
            return unsuitable.found(permission, request);
        }
    }

    private static PeykException failed(ApprovalPolicy policy, @Nullable Throwable cause) {
        String name = policy.info().name();
        return new PeykException(
                ErrorCode.POLICY_FAILED,
                LocalizedText.of(
                        "Onay kuralı çalıştırılamadı: " + name
                                + ". Talep olduğu gibi duruyor; sistem yöneticisine başvurun.",
                        "The approval policy failed: " + name + ". The request is unchanged; ask the administrator."),
                cause);
    }
}
