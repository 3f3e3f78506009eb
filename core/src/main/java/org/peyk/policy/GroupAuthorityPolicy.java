package org.peyk.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.peyk.ConfigurationException;
import org.peyk.spi.Audience;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.Purpose;
import org.peyk.spi.Selection;
import org.peyk.spi.approval.ApprovalContext;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.approval.ApprovalPolicy;
import org.peyk.spi.approval.ApprovalQuestion;
import org.peyk.spi.approval.ApprovalStep;
import org.peyk.spi.approval.Authority;
import org.peyk.spi.approval.PolicyAnswer;
import org.peyk.spi.approval.PolicyDenial;
import org.peyk.spi.approval.StepTiming;
import org.peyk.spi.directory.Role;

/**
 * Authority by audience: each group that is addressed has people who may say yes to it, and a mixed audience needs all of them. Further
 * rules add approvals by purpose, by size, and for every mail; findings that block or ask for a reason, released ones included, add the
 * data-protection role. Whoever is asked by several rules is asked once, for all their reasons.
 *
 * <p>A group without a rule denies: what nobody is responsible for is not sent. Immutable, thread-safe, the same answer for the same
 * request.
 */
public final class GroupAuthorityPolicy implements ApprovalPolicy, DescribedPolicy {

    /** The role that decides about personal data unless the builder names another. */
    public static final Role DATA_PROTECTION_OFFICER = Role.of("DATA_PROTECTION_OFFICER");

    /** Code of the denial when nobody is addressed. */
    public static final String AUDIENCE_EMPTY = "AUDIENCE-EMPTY";

    /** Code of the denial when nobody is responsible for a group. */
    public static final String GROUP_WITHOUT_RULE = "GROUP-WITHOUT-RULE";

    private final List<AuthorityRule> rules;
    private final String text;

    private GroupAuthorityPolicy(List<AuthorityRule> rules) {
        this.rules = List.copyOf(rules);
        this.text = rules.stream().map(AuthorityRule::text).distinct().sorted().collect(Collectors.joining("\n"));
    }

    /**
     * Starts a policy without rules.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The rules in one canonical text, one line a rule: the same rules give the same text, in whatever order they were written.
     *
     * @return the text that an approval plan carries
     */
    public String text() {
        return text;
    }

    @Override
    public List<LocalizedText> describe() {
        return rules.stream().map(RuleWords::of).distinct().toList();
    }

    @Override
    public PolicyAnswer plan(ApprovalContext context) {
        Audience audience = context.request().form().audience();
        if (audience.include().isEmpty()) {
            return new PolicyDenial(
                    AUDIENCE_EMPTY,
                    LocalizedText.of(
                            "Hedef kitle seçilmemiş; kimin onaylayacağı belirlenemiyor.",
                            "No audience is chosen, so that nobody is responsible for it."));
        }
        List<String> without = audience.include().stream()
                .filter(s -> !covered(s))
                .map(Selection::group)
                .distinct()
                .toList();
        if (!without.isEmpty()) {
            String groups = String.join(", ", without);
            return new PolicyDenial(
                    GROUP_WITHOUT_RULE,
                    LocalizedText.of(
                            "Onay yetkilisi tanımlı olmayan grup: " + groups
                                    + ". Grubu çıkarın ya da Kurumsal İletişim'e başvurun.",
                            "Nobody is responsible for: " + groups
                                    + ". Remove the group or ask the communications office."));
        }
        return new ApprovalPlan(
                info().name(),
                text,
                steps(context),
                LocalizedText.of(
                        "Onaylar hedef kitledeki gruplara, amaca, alıcı sayısına ve bulgulara göre belirlendi.",
                        "The approvals follow from the groups addressed, the purpose, the number of recipients and the findings."));
    }

    private boolean covered(Selection s) {
        return rules.stream().anyMatch(r -> r.condition() instanceof Condition.Group g && g.covers(s));
    }

    private List<ApprovalStep> steps(ApprovalContext context) {
        Map<Authority, Asked> asked = new LinkedHashMap<>();
        for (AuthorityRule rule : rules) {
            if (rule.condition().holds(context)) {
                asked.computeIfAbsent(rule.authority(), a -> new Asked())
                        .add(rule.questions(), rule.condition().reason(context));
            }
        }
        List<ApprovalStep> steps = new ArrayList<>();
        asked.forEach((authority, a) -> steps.add(new ApprovalStep(
                AuthorityRule.id(authority), 1, authority, 1, a.questions, a.reason(), StepTiming.NONE)));
        return steps;
    }

    /** What one authority is asked by all rules together. */
    private static final class Asked {
        private final Set<ApprovalQuestion> questions = EnumSet.noneOf(ApprovalQuestion.class);
        private final Set<LocalizedText> reasons = new LinkedHashSet<>();

        void add(Set<ApprovalQuestion> more, LocalizedText reason) {
            questions.addAll(more);
            reasons.add(reason);
        }

        LocalizedText reason() {
            return LocalizedText.of(
                    reasons.stream().map(LocalizedText::tr).collect(Collectors.joining(" ")),
                    reasons.stream().map(LocalizedText::en).collect(Collectors.joining(" ")));
        }
    }

    /**
     * Builds a {@link GroupAuthorityPolicy}. Where a method takes several roles, each of them must approve; where it takes an {@link
     * Authority}, any one of those named may. Not thread-safe.
     */
    public static final class Builder {
        private final List<AuthorityRule> rules = new ArrayList<>();
        private Authority dataProtection = Authority.of(DATA_PROTECTION_OFFICER);

        private Builder() {}

        /**
         * Says who is responsible for a group, whatever source lists it.
         *
         * @param group the group's code
         * @param roles the roles, each of which must approve
         * @return this
         */
        public Builder forGroup(String group, Role... roles) {
            return each(new Condition.Group(null, group), roles, ApprovalQuestion.TEXT, ApprovalQuestion.AUDIENCE);
        }

        /**
         * Says who is responsible for a group, whatever source lists it.
         *
         * @param group the group's code
         * @param authority those of whom one must approve
         * @return this
         */
        public Builder forGroup(String group, Authority authority) {
            return add(new Condition.Group(null, group), authority, ApprovalQuestion.TEXT, ApprovalQuestion.AUDIENCE);
        }

        /**
         * Says who is responsible for a group of one source.
         *
         * @param source name of the source
         * @param group the group's code
         * @param roles the roles, each of which must approve
         * @return this
         */
        public Builder forGroup(String source, String group, Role... roles) {
            return each(new Condition.Group(source, group), roles, ApprovalQuestion.TEXT, ApprovalQuestion.AUDIENCE);
        }

        /**
         * Says who is responsible for a group of one source.
         *
         * @param source name of the source
         * @param group the group's code
         * @param authority those of whom one must approve
         * @return this
         */
        public Builder forGroup(String source, String group, Authority authority) {
            return add(new Condition.Group(source, group), authority, ApprovalQuestion.TEXT, ApprovalQuestion.AUDIENCE);
        }

        /**
         * Adds approvals for a purpose.
         *
         * @param purpose the purpose
         * @param roles the roles, each of which must approve
         * @return this
         */
        public Builder forPurpose(Purpose purpose, Role... roles) {
            return each(new Condition.WithPurpose(purpose), roles, ApprovalQuestion.TEXT);
        }

        /**
         * Adds approvals for large audiences.
         *
         * @param size the number of recipients from which on, exclusive, the approval is needed; not negative
         * @param roles the roles, each of which must approve
         * @return this
         */
        public Builder above(long size, Role... roles) {
            if (size < 0) {
                throw new IllegalArgumentException("size must not be negative");
            }
            return each(new Condition.Above(size), roles, ApprovalQuestion.AUDIENCE);
        }

        /**
         * Adds approvals for every mail.
         *
         * @param roles the roles, each of which must approve
         * @return this
         */
        public Builder always(Role... roles) {
            return each(new Condition.Always(), roles, ApprovalQuestion.TEXT, ApprovalQuestion.AUDIENCE);
        }

        /**
         * Says who decides about personal data when the checks found any; {@link #DATA_PROTECTION_OFFICER} by default.
         *
         * @param authority those of whom one must approve
         * @return this
         */
        public Builder dataProtection(Authority authority) {
            this.dataProtection = authority;
            return this;
        }

        /**
         * Makes the policy.
         *
         * @return an immutable policy
         * @throws ConfigurationException when no group has a rule, as such a policy would deny everything
         */
        public GroupAuthorityPolicy build() {
            if (rules.stream().noneMatch(r -> r.condition() instanceof Condition.Group)) {
                throw new ConfigurationException(List.of(LocalizedText.of(
                        "Onay kuralında hiçbir grubun yetkilisi tanımlı değil.",
                        "The approval policy names nobody responsible for any group.")));
            }
            List<AuthorityRule> all = new ArrayList<>(rules);
            all.add(new AuthorityRule(
                    new Condition.WithFindings(), dataProtection, Set.of(ApprovalQuestion.PERSONAL_DATA)));
            return new GroupAuthorityPolicy(all);
        }

        private Builder each(Condition condition, Role[] roles, ApprovalQuestion... questions) {
            if (roles.length == 0) {
                throw new IllegalArgumentException("roles must not be empty");
            }
            for (Role role : roles) {
                add(condition, Authority.of(role), questions);
            }
            return this;
        }

        private Builder add(Condition condition, Authority authority, ApprovalQuestion... questions) {
            rules.add(new AuthorityRule(condition, authority, Set.of(questions)));
            return this;
        }
    }
}
