package org.peyk.internal.check;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.peyk.internal.content.Documents;
import org.peyk.spi.Attachment;
import org.peyk.spi.RequestView;
import org.peyk.spi.check.CheckContext;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.DocumentReading;

/** One run's context: each attachment is read once, whichever check asks first. Checks may ask from threads of their own. */
final class ReadOnceContext implements CheckContext {

    private final RequestView request;
    private final Instant now;
    private final ZoneId zone;
    private final Documents documents;
    private final Map<Attachment, DocumentReading> readings = new HashMap<>();

    ReadOnceContext(RequestView request, Instant now, ZoneId zone, Documents documents) {
        this.request = request;
        this.now = now;
        this.zone = zone;
        this.documents = documents;
    }

    @Override
    public RequestView request() {
        return request;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public synchronized DocumentReading read(Attachment attachment) {
        return readings.computeIfAbsent(
                attachment, a -> documents.read(new DocumentInput(a.fileName(), a.mediaType(), a.bytes())));
    }

    synchronized boolean wasRead(Attachment attachment) {
        return readings.containsKey(attachment);
    }
}
