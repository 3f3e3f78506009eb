package org.peyk.internal.notice;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.peyk.Delegation;
import org.peyk.MailRequest;
import org.peyk.PermissionReview;
import org.peyk.internal.approval.Standings;
import org.peyk.spi.PersonId;
import org.peyk.spi.approval.ApprovalStep;
import org.peyk.spi.approval.Authority;
import org.peyk.spi.directory.Deputyship;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.DirectoryException;
import org.peyk.spi.directory.Role;

/**
 * Who may decide a step now, deputies and delegates included. Those who come into question are asked for one by one by the rule that decides
 * in the end, so that nobody is told to decide what he may not.
 */
final class Deciders {

    private final Directory directory;
    private final Standings standings;

    Deciders(Directory directory, Standings standings) {
        this.directory = directory;
        this.standings = standings;
    }

    /**
     * Those who may decide a step.
     *
     * @param then the request after the event that is told of: who was made a delegate after it is told of that
     */
    List<PersonId> of(MailRequest now, MailRequest then, ApprovalStep step, Instant at) throws DirectoryException {
        Set<PersonId> all = new HashSet<>(withDeputies(standings.deciders(now, step, at), at));
        then.progress().delegations().stream()
                .filter(d -> d.step().equals(step.id()))
                .map(Delegation::to)
                .forEach(all::add);
        return those(all, p -> mayDecide(now, step, p, at));
    }

    /** Those who may decide a step because it was escalated. */
    List<PersonId> above(MailRequest now, ApprovalStep step, Instant at) throws DirectoryException {
        return those(withDeputies(named(step.timing().escalateTo(), at), at), p -> mayDecide(now, step, p, at));
    }

    /** Those who may close an open review. */
    List<PersonId> reviewers(MailRequest now, Instant at) throws DirectoryException {
        PermissionReview review = now.review();
        if (review == null || !review.open()) {
            return List.of();
        }
        return those(
                withDeputies(named(review.asked().reviewers(), at), at),
                p -> standings.reviews(review.asked(), now.touchers(), p, at));
    }

    boolean mayDecide(MailRequest now, @Nullable ApprovalStep step, PersonId person, Instant at) {
        return standings.of(now, person, at).stream()
                .filter(s -> step == null || s.step().equals(step.id()))
                .anyMatch(s -> !done(now, s.step(), person, s.onBehalfOf()));
    }

    /** Whether a step waits for others alone, as it has this person's decision, or one of the authority she would decide with. */
    private static boolean done(MailRequest now, String step, PersonId person, @Nullable PersonId onBehalfOf) {
        PersonId authority = onBehalfOf == null ? person : onBehalfOf;
        return now.approvals().stream()
                .filter(a -> a.step().equals(step))
                .anyMatch(a -> a.by().equals(person) || a.authority().equals(authority));
    }

    private static List<PersonId> those(Set<PersonId> all, Predicate<PersonId> which) {
        return all.stream()
                .sorted(Comparator.comparing(PersonId::value))
                .filter(p -> test(which, p))
                .toList();
    }

    /** Who cannot be judged for now stays, so that it is recorded that he was not reached; he gets no key. */
    private static boolean test(Predicate<PersonId> which, PersonId person) {
        try {
            return which.test(person);
        } catch (RuntimeException e) {
            return true;
        }
    }

    private Set<PersonId> withDeputies(Set<PersonId> principals, Instant at) throws DirectoryException {
        Set<PersonId> all = new HashSet<>(principals);
        for (PersonId principal : principals) {
            directory.deputiesOf(principal, at).stream()
                    .filter(d -> d.principal().equals(principal) && d.covers(at))
                    .map(Deputyship::deputy)
                    .forEach(all::add);
        }
        return all;
    }

    private Set<PersonId> named(@Nullable Authority authority, Instant at) throws DirectoryException {
        Set<PersonId> named = new HashSet<>();
        if (authority != null) {
            named.addAll(authority.persons());
            for (Role role : authority.roles()) {
                named.addAll(directory.holders(role, at));
            }
        }
        return named;
    }
}
