package org.peyk;

import java.time.Clock;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.internal.lifecycle.Event;
import org.peyk.internal.lifecycle.Evolution;
import org.peyk.internal.lifecycle.Evolution.Happened;
import org.peyk.internal.report.Measuring;
import org.peyk.internal.store.RequestRows;
import org.peyk.internal.store.RequestRows.StoredEvent;
import org.peyk.internal.store.Store;
import org.peyk.report.Dossier;
import org.peyk.report.Dossier.Entry;
import org.peyk.report.Dossier.Release;
import org.peyk.report.Dossier.Revision;
import org.peyk.report.Dossier.Submission;
import org.peyk.report.LifecycleDrawing.Step;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.check.Finding;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.DirectoryException;
import org.peyk.spi.directory.Person;
import org.peyk.spi.event.EventType;

/** Puts the dossier of a request together from its events alone, so that it shows what the trail proves. */
final class DossierDesk {

    private final Store store;
    private final RequestRows rows;
    private final Directory directory;
    private final Measuring measuring;
    private final Clock clock;

    DossierDesk(Store store, Directory directory, Clock clock) {
        this.store = store;
        this.rows = new RequestRows(store);
        this.directory = directory;
        this.measuring = new Measuring(store, clock);
        this.clock = clock;
    }

    Dossier dossier(RequestId id, List<AuditProblem> problems, AuditAnchor anchor) {
        try {
            return read(id, problems, anchor);
        } catch (IllegalArgumentException | DateTimeException | NullPointerException e) {
            // a row was changed so that it is no event of this library any more; its values may be texts, so they stay
            // out
            throw new StoreException(ErrorCode.STORE_SCHEMA, new IllegalStateException("stored events cannot be read"));
        }
    }

    private Dossier read(RequestId id, List<AuditProblem> problems, AuditAnchor anchor) {
        List<StoredEvent> stored = store.read(c -> rows.history(c, id));
        if (stored.isEmpty()) {
            throw new PeykException(ErrorCode.NOT_FOUND, null);
        }
        List<Happened> history = stored.stream().map(rows::happened).toList();
        Reading reading = new Reading(names(history));
        MailRequest request = Evolution.replay(id, history.subList(0, 1));
        reading.follow(stored.get(0), history.get(0), request);
        for (int i = 1; i < history.size(); i++) {
            request = Evolution.next(request, history.get(i));
            reading.follow(stored.get(i), history.get(i), request);
        }
        return new Dossier(
                request,
                reading.timeline,
                reading.revisions,
                reading.submissions,
                reading.releases(),
                reading.way,
                measuring.ledger(id),
                reading.names,
                problems,
                anchor,
                clock.instant());
    }

    private Map<PersonId, String> names(List<Happened> history) {
        Set<PersonId> people = new HashSet<>();
        for (Happened h : history) {
            if (h.actor() != null) {
                people.add(h.actor());
            }
            PersonId principal = EventLines.onBehalfOf(h.event());
            if (principal != null) {
                people.add(principal);
            }
            if (h.event() instanceof Event.Created e) {
                people.add(e.requester().person());
                people.add(e.requester().enteredBy());
            } else if (h.event() instanceof Event.HandedOver e) {
                people.add(e.requester().person());
            } else if (h.event() instanceof Event.StepDelegated e) {
                people.add(e.to());
            } else if (h.event() instanceof Event.Submitted e) {
                e.plan().steps().forEach(s -> people.addAll(s.authority().persons()));
            }
        }
        Map<PersonId, String> names = new HashMap<>();
        for (PersonId p : people) {
            String name = name(p);
            if (name != null) {
                names.put(p, name);
            }
        }
        return names;
    }

    /** A directory that does not answer, or no longer knows somebody, must not keep the dossier from being made. */
    private @Nullable String name(PersonId person) {
        try {
            return directory.find(person).map(Person::displayName).orElse(null);
        } catch (DirectoryException | RuntimeException e) {
            return null;
        }
    }

    /** What was read so far. */
    private static final class Reading {
        private final Map<PersonId, String> names;
        private final List<Entry> timeline = new ArrayList<>();
        private final List<Revision> revisions = new ArrayList<>();
        private final List<Submission> submissions = new ArrayList<>();
        private final List<Release> releases = new ArrayList<>();
        private final List<Step> way = new ArrayList<>();
        private final Map<String, Finding> findings = new HashMap<>();
        private @Nullable MailRequest now;
        private @Nullable EventType last;

        Reading(Map<PersonId, String> names) {
            this.names = names;
        }

        void follow(StoredEvent row, Happened h, MailRequest after) {
            Event event = h.event();
            if (event instanceof Event.Created e) {
                revision(1, h, e.form(), e.digest());
            } else if (event instanceof Event.Revised e) {
                revision(e.revision(), h, e.form(), e.digest());
            } else if (event instanceof Event.Submitted e) {
                e.findings().forEach(f -> findings.put(f.key(), f.finding()));
                submissions.add(new Submission(after.revision(), h.at(), e.audienceSize(), e.plan(), e.findings()));
            } else if (event instanceof Event.FindingReleased e) {
                FindingRelease r = e.release();
                releases.add(new Release(
                        after.revision(),
                        after.digest(),
                        h.at(),
                        r.by(),
                        r.dataProtection(),
                        e.code(),
                        r.key(),
                        r.legalBasis(),
                        r.reason(),
                        null));
            }
            if (now != null && now.state() != after.state()) {
                way.add(new Step(now.state(), after.state(), command(event)));
            }
            timeline.add(new Entry(
                    row.seq(),
                    h.at(),
                    row.type(),
                    h.actor(),
                    EventLines.onBehalfOf(event),
                    after.state(),
                    after.revision(),
                    EventLines.of(event, names),
                    row.hash()));
            now = after;
            last = row.type();
        }

        private void revision(int number, Happened h, RequestForm form, String digest) {
            RequestDifference change = revisions.isEmpty()
                    ? null
                    : Revisions.difference(
                            number - 1,
                            number,
                            revisions.get(revisions.size() - 1).form(),
                            form);
            revisions.add(new Revision(number, h.at(), h.actor(), form, digest, change));
        }

        /** The command by which an event comes about, where several lead between the same states. */
        private @Nullable Action command(Event event) {
            if (event instanceof Event.Revised) {
                return Action.REVISE;
            } else if (event instanceof Event.Submitted) {
                return Action.SUBMIT;
            } else if (event instanceof Event.ApprovalWithdrawn) {
                return Action.WITHDRAW_APPROVAL;
            } else if (event instanceof Event.Approved) {
                return last == EventType.APPROVAL_GIVEN ? Action.APPROVE : Action.SUBMIT;
            }
            return null;
        }

        List<Release> releases() {
            return releases.stream()
                    .map(r -> new Release(
                            r.revision(),
                            r.digest(),
                            r.at(),
                            r.by(),
                            r.dataProtection(),
                            r.code(),
                            r.key(),
                            r.legalBasis(),
                            r.reason(),
                            findings.get(r.key())))
                    .toList();
        }
    }
}
