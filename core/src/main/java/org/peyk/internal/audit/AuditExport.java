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
import org.peyk.spi.RequestId;

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

    /**
     * Writes the sealed events of one request.
     *
     * @return how many lines were written
     */
    public long write(RequestId id, Writer to) throws IOException {
        long lines = 0;
        for (Anchored a : store.read(c -> AnchorRows.ofRequest(c, id.value()))) {
            if (a.event() != null && a.anchor() != null) {
                line(to, a.event(), a.anchor());
                lines++;
            }
        }
        return lines;
    }

    /**
     * Writes the chain of anchors without the events.
     *
     * @return how many lines were written
     */
    public long anchors(Writer to) throws IOException {
        long after = 0;
        long lines = 0;
        List<Anchor> page;
        do {
            long from = after;
            page = store.read(c -> AnchorRows.page(c, from, PAGE));
            for (Anchor a : page) {
                JsonGenerator g = generator(to);
                g.writeStartObject();
                g.writeStringField("request", a.request());
                g.writeNumberField("seq", a.seq());
                g.writeStringField("eventHash", a.eventHash());
                anchor(g, a);
                g.writeEndObject();
                g.close();
                to.write('\n');
                after = a.pos();
                lines++;
            }
        } while (page.size() == PAGE);
        return lines;
    }

    private static JsonGenerator generator(Writer to) throws IOException {
        return JSON.createGenerator(to).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    private static void line(Writer to, RawEvent e, Anchor a) throws IOException {
        JsonGenerator g = generator(to);
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
        anchor(g, a);
        g.writeEndObject();
        g.writeEndObject();
        g.close();
        to.write('\n');
    }

    private static void anchor(JsonGenerator g, Anchor a) throws IOException {
        g.writeNumberField("pos", a.pos());
        g.writeNumberField("eventPosition", a.eventPosition());
        g.writeStringField("at", a.at());
        g.writeStringField("previousHash", a.previousHash());
        g.writeStringField("hash", a.hash());
    }
}
