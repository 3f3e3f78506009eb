package org.peyk.kvkk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a university tells the scanner about itself, and what its data-protection officer decides. Immutable; the same rules give the same
 * findings. All sets are compared without regard to case, Turkish letters, spaces and hyphens.
 *
 * @param institutionDomains the institution's mail domains; an address in one, or below one, is ordinary unless it is a student's
 * @param studentDomainLabels first labels of domains that students have their addresses in, such as {@code ogr} in {@code
 *     ogr.example.edu.tr}
 * @param publicMailDomains domains at which anybody may have an address; one there is a person's
 * @param roleLocalParts local parts that name a role, such as {@code bilgi}; ordinary at any domain
 * @param ownIbans the institution's own accounts
 * @param institutionPhonePrefixes first digits of the institution's phone numbers, from the area code on, such as {@code 0346 555}; a number
 *     that starts with one is ordinary
 * @param studentNumberPatterns shapes of the institution's student numbers: {@code #} stands for a digit, {@code @} for a letter, anything
 *     else for itself, such as {@code 20#######} or {@code @#########}. Without any, a number of 7 to 12 digits is a student number when a label,
 *     a column heading or a list of its like says so
 * @param studentListFrom how many numbers of one shape make a list, in which each is taken for a student number; at least 2
 * @param severityRules what asks for what
 */
public record KvkkRules(
        Set<String> institutionDomains,
        Set<String> studentDomainLabels,
        Set<String> publicMailDomains,
        Set<String> roleLocalParts,
        Set<String> ownIbans,
        Set<String> institutionPhonePrefixes,
        List<String> studentNumberPatterns,
        int studentListFrom,
        List<SeverityRule> severityRules) {

    /** Rules that work for any Turkish university without being told anything. */
    public static final KvkkRules DEFAULT = builder().build();

    /** Copies the collections. Use {@link #builder()}, which checks what it is given. */
    public KvkkRules {
        institutionDomains = Set.copyOf(institutionDomains);
        studentDomainLabels = Set.copyOf(studentDomainLabels);
        publicMailDomains = Set.copyOf(publicMailDomains);
        roleLocalParts = Set.copyOf(roleLocalParts);
        ownIbans = Set.copyOf(ownIbans);
        institutionPhonePrefixes = Set.copyOf(institutionPhonePrefixes);
        studentNumberPatterns = List.copyOf(studentNumberPatterns);
        severityRules = List.copyOf(severityRules);
    }

    /**
     * Starts with the defaults.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String toString() {
        return "KvkkRules[" + institutionDomains.size() + " domains, " + severityRules.size() + " severity rules]";
    }

    /** Builds {@link KvkkRules}. Not thread-safe. */
    public static final class Builder {
        private final Set<String> institutionDomains = new LinkedHashSet<>();
        private final Set<String> studentDomainLabels = new LinkedHashSet<>(DefaultRules.STUDENT_DOMAIN_LABELS);
        private final Set<String> publicMailDomains = new LinkedHashSet<>(DefaultRules.PUBLIC_MAIL_DOMAINS);
        private final Set<String> roleLocalParts = new LinkedHashSet<>(DefaultRules.ROLE_LOCAL_PARTS);
        private final Set<String> ownIbans = new LinkedHashSet<>();
        private final Set<String> institutionPhonePrefixes = new LinkedHashSet<>();
        private final List<String> studentNumberPatterns = new ArrayList<>();
        private int studentListFrom = DefaultRules.STUDENT_LIST_FROM;
        private List<SeverityRule> severityRules = DefaultRules.SEVERITY;

        private Builder() {}

        /**
         * Forgets what the defaults say of students' domains, public mail services and roles, for a list that says everything itself.
         *
         * @return this
         */
        public Builder withoutDefaultLists() {
            studentDomainLabels.clear();
            publicMailDomains.clear();
            roleLocalParts.clear();
            return this;
        }

        /**
         * Adds mail domains of the institution.
         *
         * @param domains domains without an at sign, such as {@code example.edu.tr}
         * @return this
         */
        public Builder institutionDomains(String... domains) {
            institutionDomains.addAll(List.of(domains));
            return this;
        }

        /**
         * Adds first labels of students' domains.
         *
         * @param labels single labels, such as {@code ogr}
         * @return this
         */
        public Builder studentDomainLabels(String... labels) {
            studentDomainLabels.addAll(List.of(labels));
            return this;
        }

        /**
         * Adds domains at which anybody may have an address.
         *
         * @param domains domains without an at sign
         * @return this
         */
        public Builder publicMailDomains(String... domains) {
            publicMailDomains.addAll(List.of(domains));
            return this;
        }

        /**
         * Adds local parts that name a role.
         *
         * @param parts what stands before the at sign
         * @return this
         */
        public Builder roleLocalParts(String... parts) {
            roleLocalParts.addAll(List.of(parts));
            return this;
        }

        /**
         * Adds the institution's own accounts.
         *
         * @param ibans Turkish IBANs, spaced or not
         * @return this
         */
        public Builder ownIbans(String... ibans) {
            ownIbans.addAll(List.of(ibans));
            return this;
        }

        /**
         * Adds the first digits of the institution's phone numbers.
         *
         * @param prefixes area code and perhaps more, with or without the leading 0, such as {@code 0346 555}
         * @return this
         */
        public Builder institutionPhonePrefixes(String... prefixes) {
            institutionPhonePrefixes.addAll(List.of(prefixes));
            return this;
        }

        /**
         * Adds shapes of student numbers.
         *
         * @param patterns {@code #} for a digit, {@code @} for a letter, anything else for itself; 5 to 24 characters with a digit
         * @return this
         */
        public Builder studentNumberPatterns(String... patterns) {
            studentNumberPatterns.addAll(List.of(patterns));
            return this;
        }

        /**
         * Sets how many numbers of one shape make a list; 3 by default.
         *
         * @param count at least 2
         * @return this
         */
        public Builder studentListFrom(int count) {
            this.studentListFrom = count;
            return this;
        }

        /**
         * Replaces the severity table.
         *
         * @param rules the lines, in any order
         * @return this
         */
        public Builder severityRules(List<SeverityRule> rules) {
            this.severityRules = List.copyOf(rules);
            return this;
        }

        /**
         * Makes the rules.
         *
         * @return immutable rules
         * @throws IllegalArgumentException when settings are wrong; the message names all of them
         */
        public KvkkRules build() {
            List<String> problems = new ArrayList<>();
            checkDomains("institutionDomains", institutionDomains, problems);
            checkDomains("publicMailDomains", publicMailDomains, problems);
            check("ownIbans", ownIbans, DefaultRules::looksLikeIban, problems);
            check("institutionPhonePrefixes", institutionPhonePrefixes, DefaultRules::looksLikePhonePrefix, problems);
            check("studentNumberPatterns", studentNumberPatterns, DefaultRules::looksLikePattern, problems);
            check("roleLocalParts", roleLocalParts, p -> !p.isBlank() && p.indexOf('@') < 0, problems);
            check("studentDomainLabels", studentDomainLabels, l -> !l.isBlank() && l.indexOf('.') < 0, problems);
            if (studentListFrom < 2) {
                problems.add("studentListFrom must be at least 2");
            }
            if (severityRules.stream().map(SeverityRule::id).distinct().count() != severityRules.size()) {
                problems.add("severityRules must have different ids");
            }
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(String.join("; ", problems));
            }
            return new KvkkRules(
                    institutionDomains,
                    studentDomainLabels,
                    publicMailDomains,
                    roleLocalParts,
                    ownIbans,
                    institutionPhonePrefixes,
                    studentNumberPatterns,
                    studentListFrom,
                    severityRules);
        }

        private static void checkDomains(String setting, Iterable<String> domains, List<String> problems) {
            check(setting, domains, d -> d.indexOf('.') > 0 && d.indexOf('@') < 0 && !d.endsWith("."), problems);
        }

        /** The message says which entry by its place, not by its value: an account number does not belong in a log. */
        private static void check(
                String setting,
                Iterable<String> values,
                java.util.function.Predicate<String> rule,
                List<String> problems) {
            int index = 0;
            for (String value : values) {
                if (!rule.test(value)) {
                    problems.add(setting + " entry " + index + " is not of the form that is documented");
                }
                index++;
            }
        }
    }
}
