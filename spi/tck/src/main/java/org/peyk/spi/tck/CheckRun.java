package org.peyk.spi.tck;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.peyk.spi.Attachment;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.RequestView;
import org.peyk.spi.Requester;
import org.peyk.spi.Sha256;
import org.peyk.spi.UnitId;
import org.peyk.spi.check.CheckContext;
import org.peyk.spi.check.ContentCheck;
import org.peyk.spi.check.Finding;
import org.peyk.spi.document.DocumentInfo;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadingNote;

/** What a check is given: a form as a request, and its files as far as they can be read. Notes which files the check read. */
record CheckRun(RequestView request, Map<String, DocumentReading> readings, Instant now, ZoneId zone, Set<String> read)
        implements CheckContext {

    static CheckRun of(ContentCheckContract fixture, RequestForm form, Map<String, DocumentReading> readings) {
        RequestView view = new RequestView(
                RequestId.of("peyk-tck"),
                1,
                Requester.of(PersonId.of("talep-eden"), UnitId.of("birim")),
                form,
                100,
                Sha256.hex(new byte[] {1}));
        return new CheckRun(view, readings, fixture.now(), fixture.zone(), ConcurrentHashMap.newKeySet());
    }

    static CheckRun of(ContentCheckContract fixture, CheckSample sample) {
        return of(fixture, sample.form(), sample.readings());
    }

    @Override
    public DocumentReading read(Attachment attachment) {
        read.add(attachment.fileName());
        DocumentReading reading = readings.get(attachment.fileName());
        return reading != null ? reading : unreadable();
    }

    /** What the library gives for a file that no reader could read. */
    static DocumentReading unreadable() {
        LocalizedText text = new LocalizedText("Dosya türü bilinmiyor.", "The kind of file is not known.");
        return new DocumentReading(
                DocumentInfo.of("application/octet-stream"),
                List.of(),
                List.of(),
                List.of(new ReadingNote(ReadingNote.Kind.UNKNOWN_TYPE, text)));
    }

    List<Finding> by(ContentCheck check, Duration limit) throws Exception {
        return Crowd.within(limit, () -> check.check(this));
    }
}
