package org.peyk.kvkk.measure;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.KvkkCheck;
import org.peyk.kvkk.KvkkRules;
import org.peyk.kvkk.PersonalDataType;
import org.peyk.kvkk.document.DocumentReaders;
import org.peyk.kvkk.internal.Hit;
import org.peyk.kvkk.internal.HtmlText;
import org.peyk.kvkk.internal.Piece;
import org.peyk.kvkk.internal.ReadingScan;
import org.peyk.kvkk.internal.Ruleset;
import org.peyk.kvkk.internal.Scan;
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
import org.peyk.spi.check.Severity;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.document.Segment;

/** Asks the checker about labelled mails: the verdict as a request would get it, and the values behind it. */
final class Predictor {

    private final LabelledSet set;
    private final KvkkCheck check;
    private final Ruleset rules;

    Predictor(LabelledSet set, KvkkRules rules) {
        this.set = set;
        this.check = new KvkkCheck(rules);
        this.rules = new Ruleset(rules);
    }

    Prediction predict(LabelledSet.Mail mail) throws IOException {
        Map<String, DocumentReading> readings = new HashMap<>();
        List<Attachment> attachments = new ArrayList<>();
        for (String name : mail.attachments()) {
            byte[] bytes = set.attachment(name);
            attachments.add(Attachment.of(name, "application/octet-stream", ByteSource.of(bytes)));
            readings.put(
                    name,
                    DocumentReaders.standard()
                            .read(
                                    new DocumentInput(name, "application/octet-stream", ByteSource.of(bytes)),
                                    ReadLimits.DEFAULT));
        }
        String verdict = verdict(check.check(new Context(request(mail, attachments), readings)));
        List<Prediction.Value> values = new ArrayList<>();
        Scan subject = text(mail.subject(), rules.scan(), values);
        if (mail.html()) {
            html(mail.body(), about(subject), values);
        } else {
            text(mail.body(), about(subject), values);
        }
        readings.values().forEach(reading -> file(reading, about(subject), values));
        return new Prediction(verdict, values);
    }

    private static RequestView request(LabelledSet.Mail mail, List<Attachment> attachments) {
        LanguageVersion version = new LanguageVersion(
                Locale.forLanguageTag("tr"),
                mail.subject(),
                mail.html() ? mail.body() : null,
                mail.html() ? "" : mail.body(),
                null);
        RequestForm form = RequestForm.builder(Purpose.INFORMATION)
                .content(new Content(List.of(version), attachments, null))
                .build();
        return new RequestView(RequestId.of("r1"), 1, Requester.of(PersonId.of("p"), UnitId.of("u")), form, 100, "0");
    }

    private static String verdict(List<Finding> findings) {
        if (findings.stream().anyMatch(f -> f.severity() == Severity.BLOCK)) {
            return "block";
        }
        return findings.stream().anyMatch(f -> f.severity() == Severity.JUSTIFY) ? "review" : "clear";
    }

    /** A scan that knows what the subject speaks of, as the check's own do. */
    private Scan about(Scan subject) {
        Scan scan = subject.mentionsStudents() ? rules.scan().aboutStudents() : rules.scan();
        return subject.mentionsMarks() ? scan.aboutMarks() : scan;
    }

    private static Scan text(String text, Scan scan, List<Prediction.Value> values) {
        scan.add(text, -1, null);
        for (Hit hit : scan.finish()) {
            add(hit, text.substring(hit.start(), hit.end()), values);
        }
        return scan;
    }

    private static void html(String html, Scan scan, List<Prediction.Value> values) {
        List<Piece> pieces = HtmlText.pieces(html);
        pieces.forEach(p -> scan.add(p.text(), p.row(), p.heading()));
        for (Hit hit : scan.finish()) {
            add(hit, pieces.get(hit.segment()).text().substring(hit.start(), hit.end()), values);
        }
    }

    private static void file(DocumentReading reading, Scan scan, List<Prediction.Value> values) {
        for (ReadingScan.Found found : ReadingScan.of(reading, scan)) {
            Segment segment = reading.segments().get(found.segment());
            add(found.hit(), segment.text().substring(found.start(), found.end()), values);
        }
    }

    private static void add(Hit hit, String text, List<Prediction.Value> values) {
        // a masked or mistyped number is a finding, but no value of a person
        if (hit.certainty() != Certainty.MASKED && hit.certainty() != Certainty.PROBABLE) {
            values.add(new Prediction.Value(type(hit), text));
        }
    }

    private static String type(Hit hit) {
        if (hit.type() == PersonalDataType.EMAIL) {
            return hit.ordinary() ? "EMAIL_INSTITUTIONAL" : "EMAIL_PERSONAL";
        }
        return hit.type().name();
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
                throw new IllegalStateException("not a file of this mail");
            }
            return reading;
        }
    }
}
