package org.peyk.examples.quickstart;

import java.util.ArrayList;
import java.util.List;
import org.peyk.DeliveryState;
import org.peyk.LedgerRow;
import org.peyk.MailProcess;
import org.peyk.spi.RequestId;
import org.peyk.spi.transport.DeliveryId;

/** Reads the delivery ledger through the public pages. */
final class Ledger {

    private static final int PAGE = 1_000;

    private Ledger() {}

    static List<LedgerRow> rows(MailProcess process, RequestId request, DeliveryState state) {
        List<LedgerRow> all = new ArrayList<>();
        DeliveryId after = new DeliveryId(0);
        List<LedgerRow> page;
        do {
            page = process.sending().rows(request, state, after, PAGE);
            all.addAll(page);
            after = page.isEmpty() ? after : page.get(page.size() - 1).id();
        } while (page.size() == PAGE);
        return all;
    }
}
