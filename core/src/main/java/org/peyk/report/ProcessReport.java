package org.peyk.report;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.peyk.ReasonCode;
import org.peyk.RequestState;
import org.peyk.spi.Purpose;
import org.peyk.spi.mailbox.IncomingKind;

/**
 * The process in numbers, over the requests that were made in a period, with everything that happened to them until the report was made. Counts
 * requests, decisions and rows; nobody's reading of a mail is tracked.
 *
 * @param from beginning of the period
 * @param until end of the period, not in it
 * @param madeAt when the report was made
 * @param requests number of requests by purpose and the state they are in
 * @param informationSupplied first measure: was the needed information supplied?
 * @param permissionObtained second measure: was permission obtained where it is needed?
 * @param contentSuitable third measure: was the content suitable?
 * @param submittedToApproved from the first submission to the last approval
 * @param approvedToSent from the last approval to the last message
 * @param returns how often requests were sent back or refused, by reason
 * @param approvalsVoided approvals that a change made void
 * @param findingsReleased findings that were let pass with a legal basis
 * @param corrected requests that were corrected after their sending had begun
 * @param ledger the delivery ledger
 * @param replies mails that came back, by kind
 * @param cases answers that people work on
 */
public record ProcessReport(
        Instant from,
        Instant until,
        Instant madeAt,
        Map<Purpose, Map<RequestState, Long>> requests,
        Measure informationSupplied,
        Measure permissionObtained,
        Measure contentSuitable,
        LeadTime submittedToApproved,
        LeadTime approvedToSent,
        Map<ReasonCode, Long> returns,
        long approvalsVoided,
        long findingsReleased,
        long corrected,
        LedgerSums ledger,
        Map<IncomingKind, Long> replies,
        CaseCounts cases) {

    /** Copies the maps. */
    public ProcessReport {
        Map<Purpose, Map<RequestState, Long>> byPurpose = new EnumMap<>(Purpose.class);
        requests.forEach((p, states) -> byPurpose.put(p, copy(RequestState.class, states)));
        requests = Collections.unmodifiableMap(byPurpose);
        returns = copy(ReasonCode.class, returns);
        replies = copy(IncomingKind.class, replies);
    }

    static <K extends Enum<K>> Map<K, Long> copy(Class<K> keys, Map<K, Long> counts) {
        Map<K, Long> sorted = new EnumMap<>(keys);
        sorted.putAll(counts);
        return Collections.unmodifiableMap(sorted);
    }

    /**
     * All requests of the period.
     *
     * @return their number
     */
    public long total() {
        return requests.values().stream()
                .flatMap(s -> s.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }
}
