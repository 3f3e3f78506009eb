package org.peyk.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.ReasonCode;
import org.peyk.RequestState;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestId;
import org.peyk.spi.UnitId;
import org.peyk.spi.event.ProcessEvent;
import org.peyk.spi.mailbox.IncomingKind;

/**
 * One request in numbers, with what happened to it.
 *
 * @param id the request
 * @param purpose why it was asked for
 * @param state where it stands
 * @param subject subject in the main language, or null while there is none
 * @param unit who asked for it
 * @param createdAt when it was made
 * @param revision how often its form was written
 * @param audienceSize how many people the audience held at the last submission
 * @param informationSupplied whether its first submission was complete
 * @param permissionObtained whether every approval was given after the last change when sending began
 * @param contentSuitable whether it was approved without being sent back and without blocking findings
 * @param approvals approvals that count now
 * @param returns how often it was sent back or refused, by reason
 * @param approvalsVoided approvals that a change made void
 * @param findingsReleased findings that were let pass with a legal basis
 * @param ledger its rows in the delivery ledger
 * @param replies mails that came back, by kind
 * @param cases answers that people work on
 * @param timeline what happened, in order
 */
public record RequestReport(
        RequestId id,
        Purpose purpose,
        RequestState state,
        @Nullable String subject,
        UnitId unit,
        Instant createdAt,
        int revision,
        long audienceSize,
        Answer informationSupplied,
        Answer permissionObtained,
        Answer contentSuitable,
        List<GivenApproval> approvals,
        Map<ReasonCode, Long> returns,
        long approvalsVoided,
        long findingsReleased,
        LedgerSums ledger,
        Map<IncomingKind, Long> replies,
        CaseCounts cases,
        List<ProcessEvent> timeline) {

    /** Copies the collections. */
    public RequestReport {
        approvals = List.copyOf(approvals);
        returns = ProcessReport.copy(ReasonCode.class, returns);
        replies = ProcessReport.copy(IncomingKind.class, replies);
        timeline = List.copyOf(timeline);
    }

    /** Whether one request meets a measure. */
    public enum Answer {
        /** It does. */
        YES("Evet", "Yes"),
        /** It does not. */
        NO("Hayır", "No"),
        /** It has not come so far. */
        NOT_YET("Henüz değil", "Not yet");

        private final String tr;
        private final String en;

        Answer(String tr, String en) {
            this.tr = tr;
            this.en = en;
        }

        /**
         * The answer in words.
         *
         * @return the word in both languages
         */
        public LocalizedText label() {
            return new LocalizedText(tr, en);
        }
    }

    /**
     * An approval that counts.
     *
     * @param step id of the plan's step
     * @param reason why the plan asks for it
     * @param by who approved
     * @param onBehalfOf for whom, when a deputy approved, or null
     * @param at when
     */
    public record GivenApproval(
            String step,
            LocalizedText reason,
            PersonId by,
            @Nullable PersonId onBehalfOf,
            Instant at) {}

    /**
     * Shows neither persons nor texts.
     *
     * @return id and state
     */
    @Override
    public String toString() {
        return "RequestReport[" + id + ", " + state + "]";
    }
}
