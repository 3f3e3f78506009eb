package org.peyk.examples.kvkkscan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.KvkkRules;
import org.peyk.kvkk.KvkkScanner;
import org.peyk.kvkk.Match;
import org.peyk.kvkk.PersonalDataType;
import org.peyk.kvkk.Verdict;
import org.peyk.spi.Attachment;
import org.peyk.spi.ByteSource;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.document.DocumentReading;

/** Predicts the labels of a labelled set of mails, one JSON object a line. Only here are values written unmasked: the scorer compares them. */
final class Corpus {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Judging judging;
    private final KvkkScanner scanner;
    private final Path attachments;

    Corpus(KvkkRules rules, long audience, @Nullable Path attachments) {
        this.judging = new Judging(rules, audience);
        this.scanner = KvkkScanner.of(rules);
        this.attachments = attachments == null ? Path.of("") : attachments;
    }

    String predict(Path corpus) throws IOException {
        StringBuilder out = new StringBuilder();
        for (String line : Files.readAllLines(corpus)) {
            if (!line.isBlank()) {
                out.append(JSON.writeValueAsString(mail(JSON.readTree(line)))).append('\n');
            }
        }
        return out.toString();
    }

    private ObjectNode mail(JsonNode mail) throws IOException {
        String subject = mail.path("subject").asText();
        String body = mail.path("body").asText();
        boolean html = mail.path("bodyType").asText().equals("html");
        List<Attachment> files = new ArrayList<>();
        for (JsonNode name : mail.path("attachments")) {
            files.add(Judging.file(attachments.resolve(name.asText())));
        }
        LanguageVersion version =
                new LanguageVersion(Locale.forLanguageTag("tr"), subject, html ? body : null, html ? "" : body, null);
        ObjectNode prediction = JSON.createObjectNode();
        prediction.put("id", mail.path("id").asText());
        prediction.put(
                "verdict", Verdict.of(judging.findings(List.of(version), files)).code());
        ArrayNode found = prediction.putArray("findings");
        text(subject, "subject", found);
        if (html) {
            byte[] page = ("<!doctype html>" + body).getBytes(StandardCharsets.UTF_8);
            document(Judging.read(Attachment.of("metin.html", "text/html", ByteSource.of(page))), "body", found);
        } else {
            text(body, "body", found);
        }
        for (Attachment file : files) {
            document(Judging.read(file), "attachment:" + file.fileName(), found);
        }
        return prediction;
    }

    private void text(String text, String where, ArrayNode found) {
        scanner.scan(text).forEach(m -> add(m, text.substring(m.start(), m.end()), where, found));
    }

    private void document(DocumentReading reading, String where, ArrayNode found) {
        for (Match m : scanner.scan(reading)) {
            String text = reading.segments().get(m.segment()).text();
            add(m, text.substring(m.start(), m.end()), where, found);
        }
    }

    private static void add(Match match, String text, String where, ArrayNode found) {
        if (match.certainty() == Certainty.MASKED || match.certainty() == Certainty.PROBABLE) {
            return;
        }
        String type = match.type() != PersonalDataType.EMAIL
                ? match.type().name()
                : match.ordinary() ? "EMAIL_INSTITUTIONAL" : "EMAIL_PERSONAL";
        ObjectNode one = found.addObject();
        one.put("type", type);
        one.put("where", where);
        one.put("text", text);
    }
}
