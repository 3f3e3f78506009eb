package org.peyk.internal.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.peyk.RequestState;
import org.peyk.Samples;
import org.peyk.SendingConfig;
import org.peyk.internal.store.Store;
import org.peyk.spi.Audience;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.Recipient;
import org.peyk.testing.RecordingTransport;
import org.peyk.testing.SettableClock;

/** What every test of the engine needs; the engine of the store is given by its subclasses. */
abstract class EngineContract {

    protected final SettableClock clock = new SettableClock(Samples.NOON);
    protected final RecordingTransport transport = new RecordingTransport();
    protected final ListSource source = new ListSource();
    private final List<Node> nodes = new ArrayList<>();
    protected Database database;
    protected FaultyDataSource data;
    protected Store store;

    /** A database of its own. */
    interface Database {
        DataSource dataSource();

        void close();
    }

    abstract Database open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        database = open();
        data = new FaultyDataSource(database.dataSource());
        store = Store.open(data, () -> {});
    }

    @AfterEach
    void closeStore() {
        nodes.forEach(Node::close);
        database.close();
    }

    protected Node node(SendingConfig.Builder config) {
        return node(store, config, "node-1");
    }

    protected Node node(Store on, SendingConfig.Builder config, String name) {
        return keep(new Node(on, clock, config.build(), source, List.of(transport), Node.approving(), name))
                .started();
    }

    protected Node keep(Node node) {
        nodes.add(node);
        return node;
    }

    /** Cuts the store off from its nodes, as if their process had died, and gives a new way to the same database. */
    protected Store afterCrash() {
        data.cut();
        data = new FaultyDataSource(database.dataSource());
        store = Store.open(data, () -> {});
        return store;
    }

    protected static Recipient person(String id, String address) {
        return Recipient.ofMail(PersonId.of(id), address);
    }

    protected static List<Recipient> people(int n) {
        return people("P", n);
    }

    protected static List<Recipient> people(String prefix, int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> person(prefix + i, prefix + i + "@ornek.edu.tr"))
                .toList();
    }

    protected static RequestForm form(String... groups) {
        return Samples.form().toBuilder()
                .audience(Audience.of(selections(groups)))
                .build();
    }

    protected static Selection[] selections(String... groups) {
        return List.of(groups).stream().map(g -> Selection.of("list", g)).toArray(Selection[]::new);
    }

    /** Waits for a state. To be sent takes time, as work that ended for a moment waits before it looks again. */
    protected void awaitState(Node node, RequestId id, RequestState state) {
        String what = "the request is " + state;
        if (state == RequestState.SENT) {
            awaitMoving(what, () -> node.state(id) == state);
        } else {
            Await.until(what, () -> node.state(id) == state);
        }
    }

    /** Waits while time goes on, for what waits for a moment of the clock. */
    protected void awaitMoving(String what, BooleanSupplier condition) {
        Await.until(what, () -> {
            clock.advance(Duration.ofMillis(5));
            return condition.getAsBoolean();
        });
    }
}
