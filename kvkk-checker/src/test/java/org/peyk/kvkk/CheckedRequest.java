package org.peyk.kvkk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.peyk.spi.Attachment;
import org.peyk.spi.ByteSource;
import org.peyk.spi.Content;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.RequestView;
import org.peyk.spi.Requester;
import org.peyk.spi.UnitId;
import org.peyk.spi.check.CheckContext;
import org.peyk.spi.check.Finding;
import org.peyk.spi.document.DocumentReading;

/** A request that is put together for a check, with files that are read already. */
final class CheckedRequest {

    private final List<LanguageVersion> versions = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private final Map<Detail, String> details = new EnumMap<>(Detail.class);
    private final Map<String, DocumentReading> readings = new HashMap<>();

    void version(LanguageVersion version) {
        versions.add(version);
    }

    void detail(Detail detail, String value) {
        details.put(detail, value);
    }

    void file(String name, DocumentReading reading) {
        file(name, reading, "x".getBytes(StandardCharsets.UTF_8));
    }

    void file(String name, DocumentReading reading, byte[] bytes) {
        try {
            attachments.add(Attachment.of(name, "application/octet-stream", ByteSource.of(bytes)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        readings.put(name, reading);
    }

    List<Finding> findings(KvkkCheck check) throws IOException {
        return findings(check, 100);
    }

    List<Finding> findings(KvkkCheck check, long audience) throws IOException {
        RequestForm.Builder form =
                RequestForm.builder(Purpose.INFORMATION).content(new Content(versions, attachments, null));
        details.forEach(form::detail);
        RequestView view = new RequestView(
                RequestId.of("r1"), 1, Requester.of(PersonId.of("p"), UnitId.of("u")), form.build(), audience, "0");
        return check.check(new Context(view, readings));
    }

    private record Context(RequestView request, Map<String, DocumentReading> readings) implements CheckContext {
        @Override
        public Instant now() {
            return Instant.parse("2026-11-23T06:00:00Z");
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("Europe/Istanbul");
        }

        @Override
        public DocumentReading read(Attachment attachment) {
            DocumentReading reading = readings.get(attachment.fileName());
            if (reading == null) {
                throw new IllegalStateException("not a file of this request");
            }
            return reading;
        }
    }
}
