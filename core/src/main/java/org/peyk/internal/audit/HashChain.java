package org.peyk.internal.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.Sha256;

/** How events and anchors are hashed. Every field goes in with its length before it, so that no two different rows hash the same text. */
public final class HashChain {

    /** What the first event of a request, and the first anchor, follow. */
    public static final String GENESIS = "0".repeat(64);

    private HashChain() {}

    /** The hash of an event, over everything that is stored of it and the hash of the event before. */
    public static String event(
            String previous, String request, int seq, String type, String at, @Nullable String actor, String data) {
        return hash("peyk-event-1", previous, request, String.valueOf(seq), type, at, actor, data);
    }

    /** The hash of an anchor: one event of one request and the place its row has in the store, after the anchor before. */
    public static String anchor(
            String previous, long pos, String request, int seq, long eventPosition, String eventHash, String at) {
        return hash(
                "peyk-anchor-1",
                previous,
                String.valueOf(pos),
                request,
                String.valueOf(seq),
                String.valueOf(eventPosition),
                eventHash,
                at);
    }

    /** The hash of a line about somebody who is left out of every audience, after the line before. */
    public static String exclusion(
            String previous,
            long seq,
            String at,
            String actor,
            String action,
            String subject,
            String reason,
            String source) {
        return hash("peyk-exclusion-1", previous, String.valueOf(seq), at, actor, action, subject, reason, source);
    }

    private static String hash(@Nullable String... fields) {
        MessageDigest digest = Sha256.algorithm();
        for (String f : fields) {
            byte[] bytes = f == null ? new byte[0] : f.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(4).putInt(f == null ? -1 : bytes.length).array());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
