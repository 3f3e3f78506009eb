package org.peyk.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peyk.CheckedFinding;
import org.peyk.report.Dossier.Entry;
import org.peyk.report.Dossier.Release;
import org.peyk.report.Dossier.Submission;
import org.peyk.spi.approval.ApprovalStep;
import org.peyk.spi.approval.Authority;
import org.peyk.spi.check.Finding;
import org.peyk.spi.event.EventType;

/** The part of the dossier about who had to approve, who did, and what was let pass. */
final class DossierApprovals {

    private final DossierPage page;
    private final Markup m;
    private final Words words;

    DossierApprovals(DossierPage page) {
        this.page = page;
        this.m = page.m;
        this.words = page.words;
    }

    void write(Dossier d) {
        given(d);
        plans(d);
        page.section(DossierTexts.RELEASES);
        if (d.releases().isEmpty()) {
            page.quiet(DossierTexts.NO_FINDINGS);
        }
        d.releases().forEach(this::release);
        m.close("section");
    }

    private void given(Dossier d) {
        page.section(DossierTexts.GIVEN);
        List<Entry> given = d.timeline().stream()
                .filter(e -> e.type() == EventType.APPROVAL_GIVEN || e.type() == EventType.APPROVAL_WITHDRAWN)
                .toList();
        if (given.isEmpty()) {
            page.quiet(ReportTexts.NO_APPROVALS);
        } else {
            page.heads(List.of(ReportTexts.WHO, ReportTexts.TIMELINE, ReportTexts.WHEN, DossierTexts.ON_TEXT));
            for (Entry e : given) {
                String what = Stream.concat(
                                Stream.of(words.of(ReportTexts.of(e.type()))),
                                e.facts().stream().map(words::of))
                        .collect(Collectors.joining(" · "));
                page.row(List.of(
                        page.actor(e.actor(), e.onBehalfOf()),
                        what,
                        words.moment(e.at()),
                        words.of(DossierTexts.REVISION) + " " + words.number(e.revision())));
            }
            page.endTable();
        }
        m.close("section");
    }

    private void plans(Dossier d) {
        page.section(DossierTexts.PLAN);
        if (d.submissions().isEmpty()) {
            page.quiet(DossierTexts.NO_PLAN);
        }
        for (Submission s : d.submissions()) {
            m.element(
                    "h3",
                    words.of(DossierTexts.REVISION) + " " + words.number(s.revision()) + " · " + words.moment(s.at()));
            m.element("p", words.of(s.plan().explanation()));
            m.element(
                    "p",
                    words.of(ReportTexts.AUDIENCE) + ": " + words.number(s.audienceSize()) + " "
                            + words.of(ReportTexts.PERSONS));
            steps(s.plan().steps());
            if (s.plan().review() != null) {
                m.element(
                        "p",
                        words.of(DossierTexts.REVIEW) + ": "
                                + words.of(s.plan().review().kind().label()) + " – "
                                + words.of(s.plan().review().reason()));
            }
            findings(s.findings());
            m.open("details", "open", "open")
                    .element(
                            "summary",
                            words.of(DossierTexts.POLICY_TEXT) + " (" + s.plan().policy() + ")");
            m.open("pre").text(s.plan().policyText()).close("pre").close("details");
        }
        m.close("section");
    }

    private void steps(List<ApprovalStep> steps) {
        if (steps.isEmpty()) {
            return;
        }
        page.heads(List.of(DossierTexts.STEP, DossierTexts.AUTHORITY, DossierTexts.QUESTIONS, ReportTexts.WHY));
        for (ApprovalStep s : steps) {
            page.row(List.of(
                    words.number(s.order()) + ". " + s.id(),
                    s.quorum() + " × " + authority(s.authority()),
                    s.questions().stream().map(q -> words.of(q.label())).collect(Collectors.joining(", ")),
                    words.of(s.reason())));
        }
        page.endTable();
    }

    private String authority(Authority a) {
        return Stream.concat(
                        a.roles().stream()
                                .map(r -> r.unit() == null
                                        ? r.code()
                                        : r.code() + " @ " + r.unit().value()),
                        a.persons().stream().map(page::person))
                .sorted()
                .collect(Collectors.joining(" / "));
    }

    private void findings(List<CheckedFinding> findings) {
        m.element("h4", words.of(DossierTexts.FINDINGS));
        if (findings.isEmpty()) {
            page.quiet(DossierTexts.NO_FINDINGS);
            return;
        }
        page.heads(List.of(DossierTexts.FINDING, DossierTexts.PLACE, DossierTexts.EXCERPT));
        for (CheckedFinding f : findings) {
            Finding found = f.finding();
            page.row(List.of(
                    found.code() + " (" + found.severity() + "): " + words.of(found.message()),
                    found.place().describe(page.locale),
                    found.excerpt()));
        }
        page.endTable();
    }

    private void release(Release r) {
        m.open("dl", "class", "pairs release");
        page.pair(DossierTexts.FINDING, r.code());
        page.pair(
                DossierTexts.RELEASED_BY,
                page.person(r.by()) + (r.dataProtection() ? " – " + words.of(DossierTexts.OFFICER) : ""));
        page.pair(ReportTexts.WHEN, words.moment(r.at()));
        page.pair(DossierTexts.LEGAL_BASIS, r.legalBasis());
        page.pair(DossierTexts.AUDIENCE_REASON, r.reason());
        if (r.finding() != null) {
            page.pair(DossierTexts.EXCERPT, r.finding().excerpt());
            page.pair(DossierTexts.PLACE, r.finding().place().describe(page.locale));
        }
        page.pair(DossierTexts.FINDING_KEY, r.key());
        page.pair(DossierTexts.ON_TEXT, words.of(DossierTexts.REVISION) + " " + words.number(r.revision()));
        page.pair(DossierTexts.DIGEST, r.digest());
        m.close("dl");
    }
}
