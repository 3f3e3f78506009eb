package org.peyk.policy;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peyk.spi.Sha256;
import org.peyk.spi.approval.ApprovalQuestion;
import org.peyk.spi.approval.Authority;
import org.peyk.spi.directory.Role;

/** Whom a condition asks, and for what. */
record AuthorityRule(Condition condition, Authority authority, Set<ApprovalQuestion> questions) {

    private static final int HASH_LENGTH = 8;

    AuthorityRule {
        questions = Set.copyOf(questions);
    }

    /** One line of the policy's text. */
    String text() {
        return condition.text() + " -> " + id(authority) + " " + EnumSet.copyOf(questions);
    }

    /** Names an authority: the same roles and persons have the same name, whatever the order. Persons appear as a hash of their ids. */
    static String id(Authority authority) {
        Stream<String> roles = authority.roles().stream().map(AuthorityRule::text);
        Stream<String> persons = authority.persons().stream()
                .map(p -> "person-"
                        + Sha256.hex(p.value().getBytes(StandardCharsets.UTF_8)).substring(0, HASH_LENGTH));
        return Stream.concat(roles.sorted(Comparator.naturalOrder()), persons.sorted(Comparator.naturalOrder()))
                .collect(Collectors.joining("|"));
    }

    private static String text(Role role) {
        return role.unit() == null
                ? role.code()
                : role.code() + "@" + role.unit().value();
    }
}
