package org.peyk.internal.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.peyk.Approval;
import org.peyk.Delegation;
import org.peyk.ErrorCode;
import org.peyk.MailRequest;
import org.peyk.PeykException;
import org.peyk.internal.lifecycle.Command.Standing;
import org.peyk.internal.lifecycle.Steps;
import org.peyk.spi.PersonId;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.approval.ApprovalStep;
import org.peyk.spi.approval.Authority;
import org.peyk.spi.approval.LaterReview;
import org.peyk.spi.directory.Deputyship;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.DirectoryException;
import org.peyk.spi.directory.Role;

/**
 * Who may decide which step at a moment: holders of its roles and persons it names, and their deputies (vekil). Nobody who is inactive,
 * nobody who touched the request, and nobody on behalf of one who did. A deputy's deputy is nobody. Not cached: asked at each decision.
 */
public final class Standings {

    private final Directory directory;

    /**
     * Takes the directory.
     *
     * @param directory the people of the process
     */
    public Standings(Directory directory) {
        this.directory = directory;
    }

    /**
     * The open steps a person may decide, each once: with the person's own authority if there is one, else for the first principal.
     *
     * @param request the request
     * @param actor who wants to decide
     * @param at the moment
     * @return the steps; empty when there is none
     * @throws PeykException when the directory cannot be asked
     */
    public List<Standing> of(MailRequest request, PersonId actor, Instant at) {
        List<Standing> standings = new ArrayList<>();
        try {
            if (request.touchers().contains(actor) || !directory.active(actor, at)) {
                return List.of();
            }
            for (ApprovalStep step : Steps.open(request.plan(), request.approvals())) {
                Set<PersonId> eligible = eligible(request, step, at);
                if (eligible.contains(actor)) {
                    standings.add(new Standing(step.id(), null));
                } else {
                    Stream.concat(principals(actor, at).stream(), delegators(request, step, actor))
                            .filter(p -> eligible.contains(p) && !used(request, step, p))
                            .findFirst()
                            .ifPresent(p -> standings.add(new Standing(step.id(), p)));
                }
            }
        } catch (DirectoryException | RuntimeException e) {
            throw failed(e);
        }
        return List.copyOf(standings);
    }

    /**
     * Everybody who may decide an open step now with an authority of his own.
     *
     * @param request the request
     * @param step one of its steps
     * @param at the moment
     * @return the persons, without deputies and delegates
     * @throws PeykException when the directory cannot be asked
     */
    public Set<PersonId> deciders(MailRequest request, ApprovalStep step, Instant at) {
        try {
            return eligible(request, step, at);
        } catch (DirectoryException | RuntimeException e) {
            throw failed(e);
        }
    }

    /**
     * Whether an approval still rests on an authority: the one it was given with is still among those who may decide the step, and whoever
     * gave it is still here. That a deputyship has ended meanwhile does not matter.
     *
     * @param request the request
     * @param approval one of its approvals
     * @param at the moment
     * @return whether it counts
     * @throws DirectoryException when the directory cannot be asked
     */
    public boolean holds(MailRequest request, Approval approval, Instant at) throws DirectoryException {
        ApprovalPlan plan = request.plan();
        if (plan == null || !directory.active(approval.by(), at)) {
            return false;
        }
        for (ApprovalStep step : plan.steps()) {
            if (step.id().equals(approval.step())) {
                return eligible(request, step, at).contains(approval.authority());
            }
        }
        return false;
    }

    /**
     * Whether a person is among those who look at the use of a permission afterwards, himself or as a deputy.
     *
     * @param review the review
     * @param users by whose hand or authority the permission was used; nobody looks for one of them either
     * @param actor the person
     * @param at the moment
     * @return whether he may close it
     * @throws PeykException when the directory cannot be asked
     */
    public boolean reviews(LaterReview review, Set<PersonId> users, PersonId actor, Instant at) {
        try {
            Set<PersonId> reviewers = eligible(review.reviewers(), users, at);
            return directory.active(actor, at)
                    && (reviewers.contains(actor)
                            || principals(actor, at).stream().anyMatch(reviewers::contains));
        } catch (DirectoryException | RuntimeException e) {
            throw failed(e);
        }
    }

    /**
     * Steps that cannot reach their quorum, because too few active people are left who may decide them.
     *
     * @param plan the plan
     * @param touchers who touched the request
     * @param at the moment
     * @return ids of the steps; empty when every step can be decided
     * @throws PeykException when the directory cannot be asked
     */
    public Set<String> stepsWithoutApprover(ApprovalPlan plan, Set<PersonId> touchers, Instant at) {
        Set<String> steps = new HashSet<>();
        try {
            for (ApprovalStep step : plan.steps()) {
                // Each counted approval needs an authority of its own, so that deputies do not make a quorum larger.
                if (eligible(step.authority(), touchers, at).size() < step.quorum()) {
                    steps.add(step.id());
                }
            }
        } catch (DirectoryException | RuntimeException e) {
            throw failed(e);
        }
        return Set.copyOf(steps);
    }

    /** Those whose authority can be used: named by the step, active, and without a hand in the request. */
    private Set<PersonId> eligible(Authority authority, Set<PersonId> touchers, Instant at) throws DirectoryException {
        Set<PersonId> named = new HashSet<>(authority.persons());
        for (Role role : authority.roles()) {
            named.addAll(directory.holders(role, at));
        }
        named.removeAll(touchers);
        Set<PersonId> eligible = new HashSet<>();
        for (PersonId p : named) {
            if (directory.active(p, at)) {
                eligible.add(p);
            }
        }
        return eligible;
    }

    /** Those who may decide a step of a request: of its authority and, once it was escalated, of the one above. */
    private Set<PersonId> eligible(MailRequest request, ApprovalStep step, Instant at) throws DirectoryException {
        Set<PersonId> eligible = eligible(step.authority(), request.touchers(), at);
        Authority above = step.timing().escalateTo();
        if (above != null && request.progress().escalated().contains(step.id())) {
            eligible.addAll(eligible(above, request.touchers(), at));
        }
        return eligible;
    }

    /** Whether an authority has decided a step already, itself or through somebody else: it counts once. */
    private static boolean used(MailRequest request, ApprovalStep step, PersonId authority) {
        return request.approvals().stream()
                .anyMatch(a -> a.step().equals(step.id()) && a.authority().equals(authority));
    }

    /** Who gave a person the decision of a step. */
    private static Stream<PersonId> delegators(MailRequest request, ApprovalStep step, PersonId to) {
        return request.progress().delegations().stream()
                .filter(d -> d.step().equals(step.id()) && d.to().equals(to))
                .map(Delegation::from);
    }

    /** For whom a person deputises, in an order that does not depend on the directory. */
    private List<PersonId> principals(PersonId deputy, Instant at) throws DirectoryException {
        return directory.deputyshipsOf(deputy, at).stream()
                .filter(d -> d.deputy().equals(deputy) && d.covers(at))
                .map(Deputyship::principal)
                .distinct()
                .sorted(Comparator.comparing(PersonId::value))
                .toList();
    }

    private static PeykException failed(Exception e) {
        return new PeykException(
                ErrorCode.PLUGIN_FAILED,
                e instanceof DirectoryException d ? d.text() : ErrorCode.PLUGIN_FAILED.text(),
                e);
    }
}
