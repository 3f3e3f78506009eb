package org.peyk.kvkk.rules;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.KvkkRules;
import org.peyk.kvkk.SeverityRule;
import org.peyk.spi.LocalizedText;

/** Reads a document of rules as a whole, and notes everything that is wrong in it. For one document. */
final class RulesReader {
    static final String FORMAT = "peyk-kvkk-rules-1";
    static final Set<String> DOCUMENT = Set.of("$schema", "format", "name", "institution", "rules", "silent");
    static final Set<String> INSTITUTION = Set.of(
            "domains",
            "studentDomainLabels",
            "publicMailDomains",
            "roleLocalParts",
            "ownIbans",
            "phonePrefixes",
            "studentNumberPatterns",
            "studentListFrom");
    private static final int MOST = 1_000_000_000;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<LocalizedText> problems = new ArrayList<>();

    KvkkRules read(String json) {
        Part root = root(json);
        KvkkRules.Builder builder = KvkkRules.builder();
        List<SeverityRule> rules = List.of();
        if (root.object(DOCUMENT)) {
            Part format = root.needed("format");
            if (format != null && !FORMAT.equals(format.text())) {
                format.problem("\"" + FORMAT + "\" olmalı.", "must be \"" + FORMAT + "\".");
            }
            Part name = root.needed("name");
            if (name != null) {
                name.text();
            }
            Part institution = root.field("institution");
            if (institution != null && institution.object(INSTITUTION)) {
                institution(institution, builder);
            }
            rules = new RuleTableReader().read(root);
        }
        if (!problems.isEmpty()) {
            throw new RulesException(problems);
        }
        return builder.severityRules(rules).build();
    }

    private Part root(String json) {
        JsonNode node;
        try {
            node = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            int line = at == null ? 1 : at.getLineNr();
            int column = at == null ? 1 : at.getColumnNr();
            // the parser's message may quote the document
            throw new RulesException(List.of(new LocalizedText(
                    "Satır " + line + ", sütun " + column
                            + ": geçerli JSON değil (yazım yanlışı ya da yinelenen alan olabilir).",
                    "Line " + line + ", column " + column + ": not valid JSON (a slip, or a field given twice).")));
        }
        return new Part(node, "", problems);
    }

    /** A list that is given stands for the whole; one that is not leaves the defaults. */
    private void institution(Part part, KvkkRules.Builder builder) {
        KvkkRules defaults = KvkkRules.DEFAULT;
        builder.withoutDefaultLists();
        List<String> labels = list(part, "studentDomainLabels", KvkkRules.Builder::studentDomainLabels);
        builder.studentDomainLabels(orElse(labels, defaults.studentDomainLabels()));
        List<String> mail = list(part, "publicMailDomains", KvkkRules.Builder::publicMailDomains);
        builder.publicMailDomains(orElse(mail, defaults.publicMailDomains()));
        List<String> roles = list(part, "roleLocalParts", KvkkRules.Builder::roleLocalParts);
        builder.roleLocalParts(orElse(roles, defaults.roleLocalParts()));
        builder.institutionDomains(orElse(list(part, "domains", KvkkRules.Builder::institutionDomains), Set.of()));
        builder.ownIbans(orElse(list(part, "ownIbans", KvkkRules.Builder::ownIbans), Set.of()));
        builder.institutionPhonePrefixes(
                orElse(list(part, "phonePrefixes", KvkkRules.Builder::institutionPhonePrefixes), Set.of()));
        builder.studentNumberPatterns(
                orElse(list(part, "studentNumberPatterns", KvkkRules.Builder::studentNumberPatterns), Set.of()));
        builder.studentListFrom((int) part.number("studentListFrom", 2, MOST, defaults.studentListFrom()));
    }

    private static String[] orElse(@Nullable List<String> given, Set<String> otherwise) {
        return given == null ? otherwise.toArray(String[]::new) : given.toArray(String[]::new);
    }

    private static @Nullable List<String> list(
            Part part, String field, BiConsumer<KvkkRules.Builder, String[]> setting) {
        List<Part> items = part.items(field);
        if (items == null) {
            return null;
        }
        List<String> values = new ArrayList<>();
        for (Part item : items) {
            String value = item.text();
            if (value != null && fits(setting, value)) {
                values.add(value);
            } else if (value != null) {
                item.problem(
                        "bu ayarın biçimine uymuyor; biçim için şemaya bakın.",
                        "is not of the form of this setting; see the schema for it.");
            }
        }
        return values;
    }

    private static boolean fits(BiConsumer<KvkkRules.Builder, String[]> setting, String value) {
        KvkkRules.Builder alone = KvkkRules.builder().withoutDefaultLists();
        setting.accept(alone, new String[] {value});
        try {
            return alone.build() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
