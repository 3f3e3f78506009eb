package org.peyk.internal.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.MailRequest;
import org.peyk.internal.approval.Standings;
import org.peyk.spi.PersonId;
import org.peyk.spi.approval.ApprovalStep;
import org.peyk.spi.approval.Authority;
import org.peyk.spi.directory.Deputyship;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.DirectoryException;
import org.peyk.spi.directory.Role;

/**
 * Who may decide a step now, deputies included. Those who come into question are asked for one by one by the rule that decides in the end, so
 * that nobody is told to decide what he may not.
 */
final class Deciders {

    private final Directory directory;
    private final Standings standings;

    Deciders(Directory directory, Standings standings) {
        this.directory = directory;
        this.standings = standings;
    }

    List<PersonId> of(MailRequest now, ApprovalStep step, Instant at) throws DirectoryException {
        Set<PersonId> named = named(step.authority(), at);
        named.addAll(named(step.timing().escalateTo(), at));
        Set<PersonId> all = new HashSet<>(named);
        for (PersonId principal : named) {
            directory.deputiesOf(principal, at).stream()
                    .filter(d -> d.principal().equals(principal) && d.covers(at))
                    .map(Deputyship::deputy)
                    .forEach(all::add);
        }
        List<PersonId> deciders = new ArrayList<>();
        for (PersonId p :
                all.stream().sorted(Comparator.comparing(PersonId::value)).toList()) {
            if (mayDecide(now, step, p, at)) {
                deciders.add(p);
            }
        }
        return deciders;
    }

    boolean mayDecide(MailRequest now, @Nullable ApprovalStep step, PersonId person, Instant at) {
        return standings.of(now, person, at).stream()
                .anyMatch(s -> step == null || s.step().equals(step.id()));
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
