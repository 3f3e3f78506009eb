package org.peyk.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.AuditAnchor;
import org.peyk.AuditProblem;
import org.peyk.CheckedFinding;
import org.peyk.MailRequest;
import org.peyk.RequestDifference;
import org.peyk.RequestState;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestForm;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.check.Finding;
import org.peyk.spi.event.EventType;

/**
 * Everything that is known of one request: who approved what, when, and on which text. {@link HtmlDossier} makes a page of it. Holds the texts
 * of the request and the keys of the people who worked on it, and no recipient; it is for those who may see the request.
 *
 * @param request the request as it is now
 * @param timeline every event, in order
 * @param revisions every form it had, in order
 * @param submissions every time it was handed in completely, in order
 * @param releases findings that were let pass, in order
 * @param way the changes of state it went through
 * @param ledger its rows in the delivery ledger
 * @param names names of the people, where the directory knows them
 * @param problems what verifying the request's part of the trail found; empty when it is as it was written
 * @param anchor the end of the chain of all requests when the dossier was made
 * @param madeAt when it was made
 */
public record Dossier(
        MailRequest request,
        List<Entry> timeline,
        List<Revision> revisions,
        List<Submission> submissions,
        List<Release> releases,
        List<LifecycleDrawing.Step> way,
        LedgerSums ledger,
        Map<PersonId, String> names,
        List<AuditProblem> problems,
        AuditAnchor anchor,
        Instant madeAt) {

    /** Copies the collections. */
    public Dossier {
        timeline = List.copyOf(timeline);
        revisions = List.copyOf(revisions);
        submissions = List.copyOf(submissions);
        releases = List.copyOf(releases);
        way = List.copyOf(way);
        names = Map.copyOf(names);
        problems = List.copyOf(problems);
    }

    /**
     * Something that happened.
     *
     * @param seq its number, from 1
     * @param at when
     * @param type what
     * @param actor who did it, or null for the process itself
     * @param onBehalfOf for whom a deputy did it (vekâleten), or null
     * @param state the state after it
     * @param revision the revision it was about, from 1
     * @param facts what else it says, a line each
     * @param hash its hash in the chain
     */
    public record Entry(
            int seq,
            Instant at,
            EventType type,
            @Nullable PersonId actor,
            @Nullable PersonId onBehalfOf,
            RequestState state,
            int revision,
            List<LocalizedText> facts,
            String hash) {

        /** Copies the facts. */
        public Entry {
            facts = List.copyOf(facts);
        }

        /**
         * Shows neither persons nor texts.
         *
         * @return number and type
         */
        @Override
        public String toString() {
            return "Entry[" + seq + ", " + type + "]";
        }
    }

    /**
     * A form the request had.
     *
     * @param number its number, from 1
     * @param at when it was written
     * @param by who wrote it, or null for the process itself
     * @param form the form
     * @param digest digest of everything an approval of it binds to
     * @param change what is otherwise than in the revision before; null for the first
     */
    public record Revision(
            int number,
            Instant at,
            @Nullable PersonId by,
            RequestForm form,
            String digest,
            @Nullable RequestDifference change) {}

    /**
     * A complete submission.
     *
     * @param revision the revision that was handed in
     * @param at when
     * @param audienceSize how many people the audience held
     * @param plan the approvals it needed, with the policy's text as it applied
     * @param findings what the checks found, masked
     */
    public record Submission(
            int revision, Instant at, long audienceSize, ApprovalPlan plan, List<CheckedFinding> findings) {

        /** Copies the findings. */
        public Submission {
            findings = List.copyOf(findings);
        }
    }

    /**
     * A finding that was let pass.
     *
     * @param revision the revision in which
     * @param digest digest of that revision
     * @param at when
     * @param by who let it pass
     * @param dataProtection whether as data-protection officer
     * @param code code of the finding
     * @param key the finding's own key, a hash of what was found and where
     * @param legalBasis the legal basis that was given
     * @param reason why
     * @param finding the finding with its masked excerpt; null when the request was not handed in since
     */
    public record Release(
            int revision,
            String digest,
            Instant at,
            PersonId by,
            boolean dataProtection,
            String code,
            String key,
            String legalBasis,
            String reason,
            @Nullable Finding finding) {

        /**
         * Shows neither persons nor texts.
         *
         * @return the code of the finding
         */
        @Override
        public String toString() {
            return "Release[" + code + "]";
        }
    }

    /**
     * Shows neither persons nor texts.
     *
     * @return id and state
     */
    @Override
    public String toString() {
        return "Dossier[" + request.id() + ", " + request.state() + "]";
    }
}
