package org.peyk.internal.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import org.peyk.internal.store.AnchorRows;
import org.peyk.internal.store.AnchorRows.Anchor;
import org.peyk.internal.store.AnchorRows.Anchored;
import org.peyk.internal.store.AnchorRows.RawEvent;
import org.peyk.internal.store.Store;

/**
 * Writes the audit trail as JSON Lines, one sealed event a line in the order of the chain. Every value that went into a hash is a text of its
 * own, exactly as it was hashed, so that a stranger's program can compute the chain again.
 */
public final class AuditExport {

    private static final int PAGE = 500;
    private static final JsonFactory JSON = new JsonFactory();

    private final Store store;

    public AuditExport(Store store) {
        this.store = store;
    }

    /**
     * Writes all sealed events.
     *
     * @return how many lines were written
     */
    public long write(Writer to) throws IOException {
        long after = 0;
        long lines = 0;
        List<Anchored> page;
        do {
            long from = after;
            page = store.read(c -> AnchorRows.feed(c, from, PAGE));
            for (Anchored a : page) {
                line(to, Objects.requireNonNull(a.event()), Objects.requireNonNull(a.anchor()));
                after = a.anchor().pos();
                lines++;
            }
        } while (page.size() == PAGE);
        return lines;
    }

    private static void line(Writer to, RawEvent e, Anchor a) throws IOException {
        JsonGenerator g = JSON.createGenerator(to).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        g.writeStartObject();
        g.writeStringField("request", e.request());
        g.writeNumberField("seq", e.seq());
        g.writeStringField("type", e.type());
        g.writeStringField("at", e.at());
        g.writeStringField("actor", e.actor());
        g.writeStringField("data", e.data());
        g.writeStringField("previousHash", e.previousHash());
        g.writeStringField("hash", e.hash());
        g.writeObjectFieldStart("anchor");
        g.writeNumberField("pos", a.pos());
        g.writeNumberField("eventPosition", a.eventPosition());
        g.writeStringField("at", a.at());
        g.writeStringField("previousHash", a.previousHash());
        g.writeStringField("hash", a.hash());
        g.writeEndObject();
        g.writeEndObject();
        g.close();
        to.write('\n');
    }
}
