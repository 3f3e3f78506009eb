package org.peyk.spi.tck;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.peyk.spi.Attachment;
import org.peyk.spi.Sha256;
import org.peyk.spi.transport.OutboundMessage;

/** Messages with files, whose bytes hold everything that bytes may hold. */
final class MessageFiles {
    /** A message larger than this is not made only to see it refused. */
    static final long LARGEST_TRIED = 64L * 1024 * 1024;

    /** Fixed, so that a failure repeats. */
    private static final long SEED = 2026;

    private MessageFiles() {}

    static TrickyBytes small() {
        return random(1_000);
    }

    static TrickyBytes large() {
        return random(200_000);
    }

    private static TrickyBytes random(int size) {
        byte[] bytes = new byte[size];
        new Random(SEED).nextBytes(bytes);
        return TrickyBytes.of(bytes);
    }

    /** The fixture's message with one file, under a key of its own. */
    static OutboundMessage attach(TransportFixture fixture, TrickyBytes bytes) {
        OutboundMessage plain = fixture.message();
        String digest = Sha256.hex(bytes.bytes());
        Attachment file = new Attachment("davetiye ığüşöç.pdf", "application/pdf", digest, bytes, null);
        return new OutboundMessage(
                Sha256.hex((plain.contentKey() + digest).getBytes(StandardCharsets.US_ASCII)),
                plain.sender(),
                plain.body(),
                List.of(file),
                plain.headers());
    }
}
