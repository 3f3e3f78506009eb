package org.peyk.internal.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import org.peyk.ErrorCode;
import org.peyk.LedgerCounts;
import org.peyk.RefusedException;
import org.peyk.RequestState;
import org.peyk.internal.lifecycle.Command;
import org.peyk.internal.store.ExpansionRows;
import org.peyk.internal.store.LedgerRows;
import org.peyk.internal.store.LedgerViews;
import org.peyk.internal.store.RequestCommands;
import org.peyk.internal.store.RequestLock;
import org.peyk.internal.store.Store;
import org.peyk.spi.RequestId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a sending when nothing is left to do, and only if its books balance. */
final class Completion {

    private static final Logger LOG = LoggerFactory.getLogger(Completion.class);

    private final Store store;
    private final RequestCommands commands;

    Completion(Store store, RequestCommands commands) {
        this.store = store;
        this.commands = commands;
    }

    /** Ends the sending if every row is settled. Harmless when it is not, and when it ended already. */
    void check(RequestId request) {
        boolean ready = store.read(c -> RequestLock.look(c, request)
                        .filter(RequestState.SENDING::equals)
                        .isPresent()
                && ExpansionRows.totals(c, request).recorded()
                && !LedgerRows.anyOpen(c, request));
        if (!ready) {
            return;
        }
        LedgerCounts counts = counts(store, request);
        if (!counts.balanced()) {
            LOG.error(
                    "the books of request {} do not balance: planned {}, rows {}; it is not completed",
                    request,
                    counts.planned(),
                    counts.total());
            return;
        }
        Map<String, Long> sums = new LinkedHashMap<>();
        counts.states().forEach((state, n) -> {
            if (n > 0) {
                sums.put(state.name(), n);
            }
        });
        try {
            commands.execute(request, null, r -> new Command.Complete(sums));
        } catch (RefusedException e) {
            if (e.code() != ErrorCode.STATE) {
                throw e;
            }
            LOG.debug("request {} was completed or stopped meanwhile", request);
        }
    }

    static LedgerCounts counts(Store store, RequestId request) {
        return store.read(c -> {
            ExpansionRows.Totals t = ExpansionRows.totals(c, request);
            return new LedgerCounts(
                    LedgerViews.counts(c, request), t.planned(), t.folded(), t.rejected(), t.excluded());
        });
    }
}
