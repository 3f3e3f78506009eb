package org.peyk.internal.delivery;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.RequestState;
import org.peyk.spi.Channel;
import org.peyk.spi.RequestId;
import org.peyk.testing.RecordingTransport;

import static org.assertj.core.api.Assertions.assertThat;

/** What a running process costs in threads: a few of its own, and one for each connection. */
class ThreadsTest extends EngineContract {
    /** Short work (3), looking for it and for batches, heartbeats and housekeeping of both, the ledger's writer, the sessions' sweeper. */
    private static final int OF_ITS_OWN = 16;

    @TempDir
    Path directory;

    @Override
    Database open() {
        return Databases.h2(directory);
    }

    /** How many threads a node with so many connections has when all of them have worked. */
    private int threads(String name, int connections) {
        Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
        Node node = keep(new Node(
                        store,
                        clock,
                        Node.quick().connections(connections).batchSize(5).build(),
                        source,
                        List.of(new RecordingTransport(Channel.MAIL, connections)),
                        Node.approving(),
                        name))
                .started();
        RequestId id = node.scheduled("R-" + name, form("all"));
        awaitState(node, id, RequestState.SENT);
        Set<Thread> now = new HashSet<>(Thread.getAllStackTraces().keySet());
        now.removeAll(before);
        node.close();
        return now.size();
    }

    @Test
    void eachConnectionCostsOneThreadAtMost() {
        source.with("all", people(600));
        int few = threads("few", 2);
        int many = threads("many", 22);
        assertThat(few).as("with two connections").isBetween(2, 2 + OF_ITS_OWN);
        assertThat(many - few).as("for twenty more connections").isBetween(1, 20);
    }
}
