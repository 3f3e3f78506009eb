package org.peyk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.peyk.internal.delivery.DeliveryEngine;
import org.peyk.internal.store.RequestRows;
import org.peyk.internal.store.Store;
import org.peyk.internal.store.WorkRows;
import org.peyk.spi.LocalizedText;

/**
 * How a process is: whether it can work, and what it has done. For a health page and for meters; names nobody. Thread-safe.
 *
 * <p>Reaches no mail server: whether one answers is what {@code Transport.check()} is for, and a server that is away for a while is no reason
 * to restart a process.
 */
public final class Vitals {

    /** Work that is due for longer than this and was taken by nobody means that no node works. */
    static final Duration OVERDUE = Duration.ofMinutes(2);

    private static final LocalizedText NOT_WORKING = LocalizedText.of(
            "Süreç başlatılmadı ya da kapatıldı; hiçbir şey gönderilmez. MailProcess.start() çağrılmalı.",
            "The process was not started, or it is closed; nothing is sent. Call MailProcess.start().");

    private static final LocalizedText STUCK = LocalizedText.of(
            "Gönderim defterine yazılamıyor; yazılana kadar hiçbir ileti çıkmaz, alınan yanıtlar bekletilir. Veritabanına bakın.",
            "The delivery ledger cannot be written; no message leaves until it can, and answers are kept. Look at the database.");

    private final Store store;
    private final DeliveryEngine engine;
    private final Clock clock;

    Vitals(Store store, DeliveryEngine engine, Clock clock) {
        this.store = store;
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * Asks the parts of the process how they are. Costs one short statement; waits as long as the data source waits for a connection.
     *
     * @return what is wrong, if anything is
     */
    public Health health() {
        List<Health.Problem> problems = new ArrayList<>();
        if (!engine.working()) {
            problems.add(new Health.Problem(Health.Part.WORK, NOT_WORKING));
        }
        if (engine.stuck()) {
            problems.add(new Health.Problem(Health.Part.LEDGER, STUCK));
        }
        try {
            Instant before = clock.instant().minus(OVERDUE);
            int overdue = store.look(c -> WorkRows.overdue(c, WorkRows.TASKS, before));
            if (overdue > 0) {
                problems.add(new Health.Problem(Health.Part.WORK, overdue(overdue)));
            }
        } catch (StoreException e) {
            problems.add(new Health.Problem(Health.Part.STORE, e.text()));
        } catch (IllegalStateException e) {
            // an embedded store that was closed gives no connection
            problems.add(
                    new Health.Problem(Health.Part.STORE, new StoreException(ErrorCode.STORE_UNAVAILABLE, e).text()));
        }
        return new Health(problems);
    }

    private static LocalizedText overdue(int pieces) {
        return LocalizedText.of(
                pieces + " iş " + OVERDUE.toMinutes()
                        + " dakikadan uzun süredir bekliyor; düğümlerin çalıştığına bakın.",
                pieces + " pieces of work wait for more than " + OVERDUE.toMinutes()
                        + " minutes; see whether the nodes are running.");
    }

    /**
     * What this node has done since it was made. Asks nobody.
     *
     * @return the numbers
     */
    public Activity activity() {
        return engine.activity();
    }

    /**
     * How many requests there are in each state, on all nodes.
     *
     * @return a number for every state
     * @throws StoreException when the store cannot be asked
     */
    public Map<RequestState, Long> requests() {
        return store.look(RequestRows::countByState);
    }
}
