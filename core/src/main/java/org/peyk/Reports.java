package org.peyk;

import java.time.Instant;
import org.peyk.internal.report.Measuring;
import org.peyk.report.ProcessReport;
import org.peyk.report.RequestReport;
import org.peyk.spi.RequestId;

/**
 * The process's own measures, computed from its events and its ledger. {@link org.peyk.report.HtmlReport} makes a page of them. Thread-safe; every
 * method reads the store and may throw {@link StoreException}.
 */
public final class Reports {

    private final Measuring measuring;
    private final Audit audit;

    Reports(Measuring measuring, Audit audit) {
        this.measuring = measuring;
        this.audit = audit;
    }

    /**
     * Reports the requests that were made in a period, with everything that happened to them until now.
     *
     * @param from beginning of the period
     * @param until end of the period, not in it
     * @return the report
     * @throws IllegalArgumentException when the end is not after the beginning
     */
    public ProcessReport process(Instant from, Instant until) {
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("until must be later than from");
        }
        return measuring.process(from, until);
    }

    /**
     * Reports one request.
     *
     * @param id the request
     * @return the report
     * @throws PeykException with {@link ErrorCode#NOT_FOUND} when there is no such request
     */
    public RequestReport request(RequestId id) {
        return measuring.request(id, audit.history(id));
    }
}
