package org.peyk.internal.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peyk.DeliveryState;
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

import static org.assertj.core.api.Assertions.assertThat;

/** What sending promises, whatever the engine of the store. */
abstract class SendingContract {

    protected final SettableClock clock = new SettableClock(Samples.NOON);
    protected final RecordingTransport transport = new RecordingTransport();
    protected final ListSource source = new ListSource();
    private final List<Node> nodes = new ArrayList<>();
    protected Store store;

    abstract Store open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
    }

    @AfterEach
    void closeStore() {
        nodes.forEach(Node::close);
        store.close();
    }

    protected Node node(SendingConfig.Builder config) {
        Node node = new Node(store, clock, config.build(), source, List.of(transport));
        nodes.add(node);
        return node.started();
    }

    static List<Recipient> people(int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> Recipient.ofMail(PersonId.of("P" + i), "kisi" + i + "@ornek.edu.tr"))
                .toList();
    }

    static RequestForm form(String... groups) {
        Selection[] selections = new Selection[groups.length];
        for (int i = 0; i < groups.length; i++) {
            selections[i] = Selection.of("list", groups[i]);
        }
        return Samples.form().toBuilder().audience(Audience.of(selections)).build();
    }

    @Test
    void everybodyGetsOneMessage() {
        source.with("all", people(1234));
        Node node = node(Node.quick().batchSize(100));
        RequestId id = node.scheduled("R-1", form("all"));
        Await.until("it is sent", () -> node.state(id) == RequestState.SENT);
        assertThat(node.count(id, DeliveryState.SENT)).isEqualTo(1234);
        assertThat(node.counts(id).balanced()).isTrue();
        assertThat(transport.accepted()).hasSize(1234);
        assertThat(transport.accepted().stream()
                        .map(d -> d.envelope().messageId())
                        .distinct())
                .hasSize(1234);
    }
}
