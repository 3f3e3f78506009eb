package org.peyk.policy;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.PersonId;
import org.peyk.spi.UnitId;
import org.peyk.spi.approval.ApprovalQuestion;
import org.peyk.spi.approval.Authority;
import org.peyk.spi.approval.StepTiming;
import org.peyk.spi.directory.Role;

/** One approval a policy in a document asks for. */
record AskedApproval(
        People people,
        int quorum,
        int order,
        Set<ApprovalQuestion> questions,
        int remindAfter,
        int escalateAfter,
        @Nullable People escalateTo) {

    AskedApproval {
        questions = Set.copyOf(questions);
    }

    StepTiming timing(UnitId requesterUnit) {
        return new StepTiming(
                remindAfter, escalateAfter, escalateTo == null ? null : escalateTo.authority(requesterUnit));
    }

    String text() {
        String timing = (remindAfter > 0 ? " remind after " + remindAfter : "")
                + (escalateTo == null ? "" : " escalate after " + escalateAfter + " to " + escalateTo.text());
        return quorum + " of " + people.text() + " at " + order + " " + EnumSet.copyOf(questions) + timing;
    }

    /**
     * Those of whom some must approve.
     *
     * @param roles roles as they are written
     * @param ofRequester codes of roles that are meant in the requester's own unit
     * @param persons named persons
     */
    record People(Set<Role> roles, Set<String> ofRequester, Set<PersonId> persons) {

        People {
            roles = Set.copyOf(roles);
            ofRequester = Set.copyOf(ofRequester);
            persons = Set.copyOf(persons);
        }

        Authority authority(UnitId requesterUnit) {
            Set<Role> all = new HashSet<>(roles);
            ofRequester.forEach(code -> all.add(new Role(code, requesterUnit)));
            return new Authority(all, persons);
        }

        String text() {
            Set<String> parts = new TreeSet<>();
            ofRequester.forEach(code -> parts.add(code + "@(requester's unit)"));
            if (!roles.isEmpty() || !persons.isEmpty()) {
                parts.add(AuthorityRule.id(new Authority(roles, persons)));
            }
            return String.join("|", parts);
        }
    }
}
