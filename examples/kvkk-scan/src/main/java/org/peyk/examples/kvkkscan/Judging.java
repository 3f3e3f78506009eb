package org.peyk.examples.kvkkscan;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.peyk.kvkk.KvkkCheck;
import org.peyk.kvkk.KvkkRules;
import org.peyk.kvkk.document.DocumentReaders;
import org.peyk.spi.Attachment;
import org.peyk.spi.ByteSource;
import org.peyk.spi.Content;
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
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadLimits;

/** Puts texts and files before the same check that a request meets. */
final class Judging {

    private final KvkkCheck check;
    private final long audience;

    Judging(KvkkRules rules, long audience) {
        this.check = new KvkkCheck(rules);
        this.audience = audience;
    }

    static Attachment file(Path path) throws IOException {
        Path name = path.getFileName();
        // a name may hold what no attachment's may
        String clean = String.valueOf(name).replaceAll("\\p{Cntrl}|[/\\\\]", "_");
        return Attachment.of(clean, "application/octet-stream", ByteSource.of(path));
    }

    static DocumentReading read(Attachment attachment) {
        return DocumentReaders.standard()
                .read(
                        new DocumentInput(attachment.fileName(), attachment.mediaType(), attachment.bytes()),
                        ReadLimits.DEFAULT);
    }

    List<Finding> findings(List<LanguageVersion> texts, List<Attachment> files) throws IOException {
        RequestForm form = RequestForm.builder(Purpose.INFORMATION)
                .content(new Content(texts, files, null))
                .build();
        RequestView request = new RequestView(
                RequestId.of("kvkk-scan"),
                1,
                Requester.of(PersonId.of("kvkk-scan"), UnitId.of("kvkk-scan")),
                form,
                audience,
                "0");
        return check.check(new Context(request, Clock.system(ZoneId.of("Europe/Istanbul"))));
    }

    private record Context(RequestView request, Clock clock) implements CheckContext {
        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public ZoneId zone() {
            return clock.getZone();
        }

        @Override
        public DocumentReading read(Attachment attachment) {
            return Judging.read(attachment);
        }
    }
}
