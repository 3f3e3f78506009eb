package org.peyk.kvkk.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.peyk.kvkk.KvkkRules;

/**
 * Rules of the checker as a JSON document: what the institution says about itself, and the table that turns what was found into what it asks for.
 * {@link #schema()} describes it, {@link #defaults()} is a whole one to start from.
 */
public final class JsonRules {
    private static final String SCHEMA = "kvkk-rules.schema.json";

    private JsonRules() {}

    /**
     * Reads rules.
     *
     * @param json the document
     * @return the rules
     * @throws RulesException when anything in it is wrong, with all mistakes and the place of each
     */
    public static KvkkRules parse(String json) {
        return new RulesReader().read(json);
    }

    /**
     * Reads rules from a file in UTF-8.
     *
     * @param file the file
     * @return the rules
     * @throws IOException when it cannot be read
     * @throws RulesException when anything in it is wrong, with all mistakes and the place of each
     */
    public static KvkkRules read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    /**
     * Writes rules as a document that {@link #parse(String)} reads as the same rules.
     *
     * @param rules the rules
     * @param name the document's name, for its readers
     * @return the document, one rule a line
     */
    public static String write(KvkkRules rules, String name) {
        return RulesWriter.write(rules, name);
    }

    /**
     * The rules that hold without any document.
     *
     * @return {@link KvkkRules#DEFAULT} as a document
     */
    public static String defaults() {
        return write(KvkkRules.DEFAULT, "KVKK denetim kuralları");
    }

    /**
     * The JSON Schema (draft 2020-12) of the document.
     *
     * @return the schema
     */
    public static String schema() {
        try (InputStream in = JsonRules.class.getResourceAsStream(SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException(SCHEMA + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
