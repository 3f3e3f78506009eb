package org.peyk.internal.worklist;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyk.Approval;
import org.peyk.Delegation;
import org.peyk.MailRequest;
import org.peyk.RequestState;
import org.peyk.calendar.WorkingCalendar;
import org.peyk.internal.lifecycle.Steps;
import org.peyk.internal.store.WaitingRows.Barred;
import org.peyk.internal.store.WaitingRows.Waiting;
import org.peyk.spi.PersonId;
import org.peyk.spi.approval.ApprovalStep;
import org.peyk.spi.approval.Authority;
import org.peyk.spi.approval.StepTiming;
import org.peyk.spi.directory.Role;

/**
 * The open steps of a request and who may decide them, as far as the request itself says so. Made anew from the request as it is, whatever
 * happened to it.
 *
 * @param waiting who may decide, in a fixed order
 * @param barred who may not all the same, in a fixed order
 * @param roles the roles among them
 * @param ids ids of the open steps, in the order of the plan
 * @param due by when the first of them is to be decided; null when none has a time
 */
record OpenSteps(
        List<Waiting> waiting,
        List<Barred> barred,
        Map<String, Role> roles,
        List<String> ids,
        @Nullable Instant due) {

    static final OpenSteps NONE = new OpenSteps(List.of(), List.of(), Map.of(), List.of(), null);

    static OpenSteps of(MailRequest r, WorkingCalendar calendar, ZoneId zone) {
        Instant since = r.progress().waitingSince();
        if (r.state() != RequestState.IN_APPROVAL || since == null) {
            return NONE;
        }
        List<ApprovalStep> open = Steps.open(r.plan(), r.approvals());
        TreeSet<Waiting> waiting = new TreeSet<>();
        Map<String, Role> roles = new TreeMap<>();
        for (ApprovalStep step : open) {
            add(waiting, roles, step.id(), step.authority());
            Authority above = step.timing().escalateTo();
            if (above != null && r.progress().escalated().contains(step.id())) {
                add(waiting, roles, step.id(), above);
            }
            for (Delegation d : r.progress().delegations()) {
                if (d.step().equals(step.id())) {
                    waiting.add(
                            new Waiting(step.id(), Holder.of(d.to()), d.from().value()));
                }
            }
        }
        List<String> ids = open.stream().map(ApprovalStep::id).toList();
        return new OpenSteps(List.copyOf(waiting), barred(r, ids), roles, ids, due(open, since, calendar, zone));
    }

    private static void add(TreeSet<Waiting> waiting, Map<String, Role> roles, String step, Authority authority) {
        for (PersonId p : authority.persons()) {
            waiting.add(new Waiting(step, Holder.of(p), ""));
        }
        for (Role role : authority.roles()) {
            roles.put(Holder.of(role), role);
            waiting.add(new Waiting(step, Holder.of(role), ""));
        }
    }

    private static List<Barred> barred(MailRequest r, List<String> open) {
        TreeSet<Barred> barred = r.touchers().stream()
                .map(p -> new Barred(p.value(), ""))
                .collect(Collectors.toCollection(TreeSet::new));
        for (Approval a : r.approvals()) {
            if (open.contains(a.step())) {
                barred.add(new Barred(a.by().value(), a.step()));
                barred.add(new Barred(a.authority().value(), a.step()));
            }
        }
        return List.copyOf(barred);
    }

    private static @Nullable Instant due(
            List<ApprovalStep> open, Instant since, WorkingCalendar calendar, ZoneId zone) {
        List<Integer> days = new ArrayList<>();
        for (ApprovalStep step : open) {
            StepTiming t = step.timing();
            int first = t.remindAfter() > 0 ? t.remindAfter() : t.escalateAfter();
            if (first > 0) {
                days.add(first);
            }
        }
        return days.isEmpty() ? null : calendar.after(since, Collections.min(days), zone);
    }
}
