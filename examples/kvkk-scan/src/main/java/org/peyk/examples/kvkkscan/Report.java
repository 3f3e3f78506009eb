package org.peyk.examples.kvkkscan;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.peyk.kvkk.Verdict;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Severity;

/** What was found in which file, for a person or for a program. Values are masked in both. */
final class Report {

    private record Entry(String file, List<Finding> findings) {}

    private final Locale language;
    private final List<Entry> entries = new ArrayList<>();

    Report(Locale language) {
        this.language = language;
    }

    void add(String file, List<Finding> findings) {
        entries.add(new Entry(file, findings));
    }

    Verdict verdict() {
        Verdict worst = Verdict.CLEAR;
        for (Entry entry : entries) {
            worst = worst.worse(Verdict.of(entry.findings()));
        }
        return worst;
    }

    String text() {
        StringBuilder out = new StringBuilder();
        for (Entry entry : entries) {
            Verdict verdict = Verdict.of(entry.findings());
            out.append(entry.file()).append(": ").append(say(verdict.text())).append('\n');
            for (Finding finding : entry.findings()) {
                finding(finding, out);
            }
        }
        Verdict all = verdict();
        out.append((turkish() ? "Sonuç: " : "Result: ") + say(all.text())).append('\n');
        return out.toString();
    }

    private void finding(Finding finding, StringBuilder out) {
        out.append("  [")
                .append(severity(finding.severity()))
                .append("] ")
                .append(finding.code())
                .append(" — ")
                .append(finding.place().describe(language));
        if (!finding.excerpt().isEmpty()) {
            out.append(": ").append(finding.excerpt());
        }
        out.append("\n      ").append(say(finding.message()));
        out.append("\n      ").append(say(finding.advice()));
        out.append("\n      ").append(turkish() ? "kural " : "rule ").append(finding.rule());
        out.append(finding.legalBasis() == null ? "" : ", " + finding.legalBasis())
                .append('\n');
    }

    private String severity(Severity severity) {
        return switch (severity) {
            case BLOCK -> turkish() ? "ENGEL" : "BLOCK";
            case JUSTIFY -> turkish() ? "GEREKÇE" : "JUSTIFY";
            case INFO -> turkish() ? "BİLGİ" : "INFO";
        };
    }

    private String say(LocalizedText text) {
        return turkish() ? text.tr() : text.en();
    }

    private boolean turkish() {
        return language.getLanguage().equals("tr");
    }

    String json() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        root.put("verdict", verdict().code());
        ArrayNode files = root.putArray("files");
        for (Entry entry : entries) {
            ObjectNode file = files.addObject();
            file.put("file", entry.file());
            file.put("verdict", Verdict.of(entry.findings()).code());
            ArrayNode findings = file.putArray("findings");
            for (Finding finding : entry.findings()) {
                ObjectNode one = findings.addObject();
                one.put("code", finding.code());
                one.put("severity", finding.severity().name());
                one.put("place", finding.place().describe(language));
                one.put("hidden", finding.place().hidden());
                one.put("excerpt", finding.excerpt());
                one.put("count", finding.count());
                one.put("message", say(finding.message()));
                one.put("advice", say(finding.advice()));
                one.put("rule", finding.rule());
                one.put("legalBasis", finding.legalBasis());
            }
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
}
