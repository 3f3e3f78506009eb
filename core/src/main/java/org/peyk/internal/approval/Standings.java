package org.peyk.internal.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.peyk.ErrorCode;
import org.peyk.MailRequest;
import org.peyk.PeykException;
import org.peyk.internal.lifecycle.Command.Standing;
import org.peyk.internal.lifecycle.Steps;
import org.peyk.spi.PersonId;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.approval.ApprovalStep;
import org.peyk.spi.approval.Authority;
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
                Set<PersonId> eligible = eligible(step.authority(), request.touchers(), at);
                if (eligible.contains(actor)) {
                    standings.add(new Standing(step.id(), null));
                } else {
                    principals(actor, at).stream()
                            .filter(eligible::contains)
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
