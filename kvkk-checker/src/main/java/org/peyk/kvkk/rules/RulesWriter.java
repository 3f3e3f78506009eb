package org.peyk.kvkk.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.peyk.kvkk.Circumstance;
import org.peyk.kvkk.KvkkRules;
import org.peyk.kvkk.PersonalDataType;
import org.peyk.kvkk.SeverityRule;

/** Writes rules so that a person can read them: one rule a line, in the order of the table. */
final class RulesWriter {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final StringBuilder out = new StringBuilder();

    static String write(KvkkRules rules, String name) {
        try {
            return new RulesWriter().document(rules, name);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String document(KvkkRules rules, String name) throws JsonProcessingException {
        out.append("{\n  \"format\": ").append(quoted(RulesReader.FORMAT));
        out.append(",\n  \"name\": ").append(quoted(name));
        out.append(",\n  \"institution\": {\n");
        list("domains", rules.institutionDomains());
        list("studentDomainLabels", rules.studentDomainLabels());
        list("publicMailDomains", rules.publicMailDomains());
        list("roleLocalParts", rules.roleLocalParts());
        list("ownIbans", rules.ownIbans());
        list("phonePrefixes", rules.institutionPhonePrefixes());
        list("studentNumberPatterns", rules.studentNumberPatterns());
        out.append("    \"studentListFrom\": ").append(rules.studentListFrom());
        out.append("\n  },\n  \"rules\": [");
        String before = "\n    ";
        for (SeverityRule rule : rules.severityRules()) {
            out.append(before).append(MAPPER.writeValueAsString(rule(rule)));
            before = ",\n    ";
        }
        out.append("\n  ]");
        Set<PersonalDataType> silent = EnumSet.allOf(PersonalDataType.class);
        rules.severityRules().forEach(rule -> silent.remove(rule.type()));
        if (!silent.isEmpty()) {
            out.append(",\n  \"silent\": ")
                    .append(MAPPER.writeValueAsString(
                            silent.stream().map(Enum::name).toList()));
        }
        return out.append("\n}\n").toString();
    }

    private static String quoted(String text) throws JsonProcessingException {
        return MAPPER.writeValueAsString(text);
    }

    /** Sets have no order of their own; a document that is written twice has to be the same. */
    private void list(String field, Collection<String> values) throws JsonProcessingException {
        List<String> shown = values instanceof List<String> list
                ? list
                : values.stream().sorted().toList();
        out.append("    \"").append(field).append("\": [");
        int column = 0;
        for (Iterator<String> i = shown.iterator(); i.hasNext(); ) {
            String value = quoted(i.next()) + (i.hasNext() ? "," : "");
            if (column == 0 || column + value.length() > 110) {
                out.append("\n      ");
                column = 6;
            } else {
                out.append(' ');
            }
            out.append(value);
            column += value.length() + 1;
        }
        out.append(shown.isEmpty() ? "],\n" : "\n    ],\n");
    }

    private static ObjectNode rule(SeverityRule rule) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", rule.id())
                .put("type", rule.type().name())
                .put("certainty", rule.certainty().name());
        if (rule.circumstance() != Circumstance.ANY) {
            node.put("circumstance", rule.circumstance().name());
        }
        if (rule.atLeast() > 1) {
            node.put("atLeast", rule.atLeast());
        }
        if (!rule.alongside().isEmpty()) {
            rule.alongside().stream().sorted().map(PersonalDataType::name).forEach(node.putArray("alongside")::add);
        }
        if (rule.audienceFrom() > 0) {
            node.put("audienceFrom", rule.audienceFrom());
        }
        return node.put("severity", rule.severity().name());
    }
}
