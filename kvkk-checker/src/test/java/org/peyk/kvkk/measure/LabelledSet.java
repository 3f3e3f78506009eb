package org.peyk.kvkk.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Mails whose personal data and verdict somebody wrote down, one JSON object a line. */
final class LabelledSet {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Class<?> owner;
    private final String folder;

    /** A set in a resource folder that is named relative to a class. */
    LabelledSet(Class<?> owner, String folder) {
        this.owner = owner;
        this.folder = folder;
    }

    /** A value that is personal data; finding an optional one is neither right nor wrong. */
    record Entity(String type, String text, boolean optional) {}

    /** One mail with its labels. */
    record Mail(
            String id,
            String subject,
            String body,
            boolean html,
            List<String> attachments,
            List<Entity> entities,
            String verdict) {}

    List<Mail> mails(String file) throws IOException {
        List<Mail> mails = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    mails.add(mail(JSON.readTree(line)));
                }
            }
        }
        return mails;
    }

    byte[] attachment(String name) throws IOException {
        try (InputStream in = open("attachments/" + name)) {
            return in.readAllBytes();
        }
    }

    private InputStream open(String file) throws IOException {
        InputStream in = owner.getResourceAsStream(folder + "/" + file);
        if (in == null) {
            throw new IOException("no resource " + folder + "/" + file);
        }
        return in;
    }

    private static Mail mail(JsonNode line) {
        List<String> attachments = new ArrayList<>();
        line.path("attachments").forEach(a -> attachments.add(a.asText()));
        List<Entity> entities = new ArrayList<>();
        line.path("entities")
                .forEach(e -> entities.add(new Entity(
                        e.path("type").asText(),
                        e.path("text").asText(),
                        e.path("optional").asBoolean())));
        return new Mail(
                line.path("id").asText(),
                line.path("subject").asText(),
                line.path("body").asText(),
                line.path("bodyType").asText().equals("html"),
                attachments,
                entities,
                line.path("verdict").asText());
    }
}
