package org.peyk.internal.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.peyk.Approval;
import org.peyk.ErrorCode;
import org.peyk.MailRequest;
import org.peyk.PeykException;
import org.peyk.ReasonCode;
import org.peyk.RequestState;
import org.peyk.internal.lifecycle.Evolution.Happened;
import org.peyk.internal.store.ReportRows;
import org.peyk.internal.store.ReportRows.Counted;
import org.peyk.internal.store.ReportRows.Scope;
import org.peyk.internal.store.ReportRows.Told;
import org.peyk.internal.store.RequestRows;
import org.peyk.internal.store.Store;
import org.peyk.report.CaseCounts;
import org.peyk.report.LeadTime;
import org.peyk.report.LedgerSums;
import org.peyk.report.Measure;
import org.peyk.report.MeasureNames;
import org.peyk.report.ProcessReport;
import org.peyk.report.RequestReport;
import org.peyk.report.RequestReport.Answer;
import org.peyk.report.RequestReport.GivenApproval;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestId;
import org.peyk.spi.event.ProcessEvent;

/** Computes reports from the store, a page of requests at a time. */
public final class Measuring {

    private static final int PAGE = 200;

    private final Store store;
    private final RequestRows requests;
    private final Clock clock;

    public Measuring(Store store, Clock clock) {
        this.store = store;
        this.requests = new RequestRows(store);
        this.clock = clock;
    }

    /** Adds facts up. */
    private static final class Tally {
        private final Map<Purpose, Map<RequestState, Long>> requests = new EnumMap<>(Purpose.class);
        private final Map<Answer, Long> information = new EnumMap<>(Answer.class);
        private final Map<Answer, Long> permission = new EnumMap<>(Answer.class);
        private final Map<Answer, Long> suitability = new EnumMap<>(Answer.class);
        private final Map<ReasonCode, Long> returns = new EnumMap<>(ReasonCode.class);
        private final List<Duration> approving = new ArrayList<>();
        private final List<Duration> sending = new ArrayList<>();
        private long voided;
        private long released;
        private long corrected;

        void count(Counted c) {
            requests.computeIfAbsent(c.purpose(), p -> new EnumMap<>(RequestState.class))
                    .merge(c.state(), 1L, Long::sum);
        }

        void add(RequestFacts f) {
            information.merge(f.informationSupplied(), 1L, Long::sum);
            permission.merge(f.permissionObtained(), 1L, Long::sum);
            suitability.merge(f.contentSuitable(), 1L, Long::sum);
            f.returns().forEach((reason, n) -> returns.merge(reason, n, Long::sum));
            f.submittedToApproved().ifPresent(approving::add);
            f.approvedToSent().ifPresent(sending::add);
            voided += f.approvalsVoided();
            released += f.findingsReleased();
            corrected += f.corrected() ? 1 : 0;
        }
    }

    public ProcessReport process(Instant from, Instant until) {
        Scope scope = Scope.period(from, until);
        Instant now = clock.instant();
        Tally t = new Tally();
        String last = "";
        List<Counted> page;
        do {
            String after = last;
            page = store.read(c -> ReportRows.requests(c, scope, after, PAGE));
            if (!page.isEmpty()) {
                page.forEach(t::count);
                facts(page.stream().map(Counted::id).toList()).values().forEach(t::add);
                last = page.get(page.size() - 1).id();
            }
        } while (page.size() == PAGE);
        return new ProcessReport(
                from,
                until,
                now,
                t.requests,
                measure(MeasureNames.INFORMATION, MeasureNames.INFORMATION_MEANING, t.information),
                measure(MeasureNames.PERMISSION, MeasureNames.PERMISSION_MEANING, t.permission),
                measure(MeasureNames.SUITABILITY, MeasureNames.SUITABILITY_MEANING, t.suitability),
                LeadTime.of(MeasureNames.APPROVING, t.approving),
                LeadTime.of(MeasureNames.SENDING, t.sending),
                t.returns,
                t.voided,
                t.released,
                t.corrected,
                ledger(scope),
                store.read(c -> ReportRows.replies(c, scope)),
                cases(scope, now));
    }

    /**
     * Reports one request.
     *
     * @param timeline what happened to it, as listeners are told
     */
    public RequestReport request(RequestId id, List<ProcessEvent> timeline) {
        MailRequest r =
                store.read(c -> requests.find(c, id)).orElseThrow(() -> new PeykException(ErrorCode.NOT_FOUND, null));
        RequestFacts f = Objects.requireNonNull(facts(List.of(id.value())).get(id.value()));
        Scope scope = Scope.of(id);
        Optional<LanguageVersion> main = r.form().content().versionFor(null);
        return new RequestReport(
                id,
                r.form().purpose(),
                r.state(),
                main.map(LanguageVersion::subject).orElse(null),
                r.requester().unit(),
                r.createdAt(),
                r.revision(),
                r.audienceSize(),
                f.informationSupplied(),
                f.permissionObtained(),
                f.contentSuitable(),
                approvals(r),
                f.returns(),
                f.approvalsVoided(),
                f.findingsReleased(),
                ledger(scope),
                store.read(c -> ReportRows.replies(c, scope)),
                cases(scope, clock.instant()),
                timeline);
    }

    private static List<GivenApproval> approvals(MailRequest r) {
        List<GivenApproval> given = new ArrayList<>();
        if (r.plan() != null) {
            for (Approval a : r.approvals()) {
                r.plan().steps().stream()
                        .filter(s -> s.id().equals(a.step()))
                        .findFirst()
                        .ifPresent(
                                s -> given.add(new GivenApproval(s.id(), s.reason(), a.by(), a.onBehalfOf(), a.at())));
            }
        }
        return given;
    }

    private Map<String, RequestFacts> facts(List<String> ids) {
        Map<String, RequestFacts> facts = new HashMap<>();
        ids.forEach(id -> facts.put(id, new RequestFacts()));
        for (Told e : store.read(c -> ReportRows.events(c, ids))) {
            Objects.requireNonNull(facts.get(e.request()))
                    .tell(new Happened(
                            store.json().event(e.data()),
                            e.actor() == null ? null : new PersonId(e.actor()),
                            Instant.parse(e.at())));
        }
        return facts;
    }

    private static Measure measure(LocalizedText name, LocalizedText meaning, Map<Answer, Long> answers) {
        long yes = answers.getOrDefault(Answer.YES, 0L);
        return new Measure(name, meaning, yes, yes + answers.getOrDefault(Answer.NO, 0L));
    }

    /** One request's rows in the ledger. */
    public LedgerSums ledger(RequestId id) {
        return ledger(Scope.of(id));
    }

    private LedgerSums ledger(Scope scope) {
        return store.read(c -> {
            ReportRows.Ledger ledger = ReportRows.ledger(c, scope);
            return new LedgerSums(ledger.planned(), ledger.states(), ReportRows.bounced(c, scope));
        });
    }

    private CaseCounts cases(Scope scope, Instant now) {
        ReportRows.Cases k = store.read(c -> ReportRows.cases(c, scope, now));
        return new CaseCounts(k.open(), k.overdue(), k.closed());
    }
}
