package org.peyk.internal.delivery;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.peyk.DeliveryState;
import org.peyk.MailRequest;
import org.peyk.SendingConfig;
import org.peyk.internal.store.BatchKey;
import org.peyk.internal.store.ClaimedRow;
import org.peyk.internal.store.ExpansionRows;
import org.peyk.internal.store.ExpansionRows.NewRow;
import org.peyk.internal.store.LedgerRows;
import org.peyk.internal.store.Store;
import org.peyk.spi.Channel;
import org.peyk.spi.InDoubtPolicy;
import org.peyk.spi.RequestId;

/** Rows of a ledger without an engine, for tests of what writes to them. */
final class LedgerFixture {

    private final Store store;
    private final Clock clock;
    private final MailRequest request;

    LedgerFixture(Store store, Clock clock, MailRequest request) {
        this.store = store;
        this.clock = clock;
        this.request = request;
    }

    BatchKey batch(int number, int rows) {
        RequestId id = request.id();
        List<NewRow> fresh = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            String name = number + "-" + i;
            fresh.add(new NewRow(
                    name,
                    name + "@ornek.edu.tr",
                    name + "@ornek.edu.tr",
                    null,
                    null,
                    "",
                    number,
                    "<" + name + "@ornek.edu.tr>",
                    DeliveryState.PENDING,
                    null));
        }
        store.run(c -> ExpansionRows.insert(c, id, Channel.MAIL, fresh, clock.instant()));
        return new BatchKey(id, Channel.MAIL, number);
    }

    List<ClaimedRow> claim(BatchKey key, String owner) {
        return store.write(c -> LedgerRows.claim(c, key, owner, clock.instant()));
    }

    BatchFeed feed(List<ClaimedRow> rows, LedgerWriter writer, RequestRun run, int window) {
        SendingConfig config = SendingConfig.defaults();
        return new BatchFeed(
                rows,
                writer,
                new DeliveryMaker(request, config),
                new OutcomeRules(config, InDoubtPolicy.HOLD, null, ThreadLocalRandom.current()),
                run,
                new Pace(config.connections()),
                clock,
                null,
                () -> false,
                window);
    }

    /** The states of a batch's rows by id. */
    Map<Long, DeliveryState> states(BatchKey key) {
        return store.read(c -> {
            Map<Long, DeliveryState> states = new HashMap<>();
            try (var p = c.prepareStatement("select id, state from peyk_delivery where request_id = ? and batch = ?")) {
                p.setString(1, key.request().value());
                p.setInt(2, key.batch());
                try (var r = p.executeQuery()) {
                    while (r.next()) {
                        states.put(r.getLong(1), DeliveryState.valueOf(r.getString(2)));
                    }
                }
            }
            return states;
        });
    }

    long count(BatchKey key, DeliveryState state) {
        return states(key).values().stream().filter(s -> s == state).count();
    }
}
