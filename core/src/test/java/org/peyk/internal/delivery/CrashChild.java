package org.peyk.internal.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.peyk.internal.store.EmbeddedDatabase;
import org.peyk.internal.store.Store;
import org.peyk.spi.InDoubtPolicy;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.testing.RecordingTransport;
import org.peyk.testing.RecordingTransport.Answer;

/**
 * A process that sends, to be killed. What the other side took is written to a file before it is answered: arguments are the store's
 * directory, that file, the number of people, of connections, and the window.
 */
final class CrashChild {

    static final RequestId ID = RequestId.of("R-crash");

    private CrashChild() {}

    public static void main(String[] args) throws Exception {
        int people = Integer.parseInt(args[2]);
        try (Store store = EmbeddedDatabase.open(Path.of(args[0]));
                FileChannel truth =
                        FileChannel.open(Path.of(args[1]), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                Node node = node(store, taking(truth), people, Integer.parseInt(args[3]), Integer.parseInt(args[4]))) {
            if (store.read(c -> new org.peyk.internal.store.RequestRows(store).find(c, ID))
                    .isEmpty()) {
                RequestForm form = EngineContract.form("all").toBuilder()
                        .inDoubt(InDoubtPolicy.HOLD)
                        .build();
                node.scheduled(ID.value(), form);
            }
            node.started();
            // until it is killed
            new CountDownLatch(1).await();
        }
    }

    static Node node(Store store, RecordingTransport transport, int people, int connections, int window) {
        ListSource source = new ListSource().with("all", EngineContract.people(people));
        return new Node(
                store,
                Clock.systemUTC(),
                Node.quick()
                        .connections(connections)
                        .intentWindow(window)
                        .batchSize(50)
                        .expansionPage(100)
                        .grace(Duration.ofSeconds(20))
                        .build(),
                source,
                List.of(transport));
    }

    static RecordingTransport taking(FileChannel truth) {
        return new RecordingTransport().answering(d -> {
            byte[] line = (d.envelope().messageId() + "\n").getBytes(StandardCharsets.US_ASCII);
            try {
                truth.write(ByteBuffer.wrap(line));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Answer.accept();
        });
    }
}
