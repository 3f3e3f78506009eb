package org.peyk.internal.notice;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.peyk.ConfigurationException;
import org.peyk.NoticeKind;
import org.peyk.spi.LocalizedText;

/**
 * The texts of notices, by kind and language. A template is plain text: the first line is the subject, the rest what is read, and HTML is made
 * of what comes out, so that no value needs escaping on the way and none can become markup.
 */
public final class NoticeTemplates {

    private static final Set<String> LANGUAGES = Set.of("tr", "en");
    private static final int LONGEST_SUBJECT = 200;

    /** Unescaped values, other delimiters, partials and inheritance: what a text of ours does not need and a stranger's could misuse. */
    private static final Pattern FORBIDDEN = Pattern.compile("\\{\\{\\{|\\{\\{\\s*[&=><$]");

    private final Map<String, Template> templates = new HashMap<>();

    /**
     * Reads the library's own templates, and a portal's in their place.
     *
     * @throws ConfigurationException naming everything that is wrong with the portal's
     */
    public NoticeTemplates(Map<NoticeKind, Map<String, String>> own) {
        List<LocalizedText> problems = new ArrayList<>();
        for (NoticeKind kind : NoticeKind.values()) {
            for (String language : LANGUAGES) {
                put(kind, language, resource(kind, language), problems);
            }
            new TreeMap<>(own.getOrDefault(kind, Map.of()))
                    .forEach((language, text) -> put(kind, language, text, problems));
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    /** A notice as it is read. */
    public record Written(String subject, String text) {}

    private static String resource(NoticeKind kind, String language) {
        String file = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String name = "/org/peyk/notice/" + language + "/" + file + ".mustache";
        try (InputStream in = NoticeTemplates.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(NoticeKind kind, String language, String source, List<LocalizedText> problems) {
        String place = kind + "/" + language;
        if (!LANGUAGES.contains(language)) {
            problems.add(LocalizedText.of(
                    "Bildirim şablonu " + place + ": dil tr ya da en olmalı.",
                    "Notice template " + place + ": the language must be tr or en."));
            return;
        }
        String text = source.replace("\r\n", "\n");
        if (FORBIDDEN.matcher(text).find()) {
            problems.add(LocalizedText.of(
                    "Bildirim şablonu " + place
                            + ": yalnızca {{ad}}, {{#ad}}, {{^ad}}, {{/ad}} ve {{! }} kullanılabilir.",
                    "Notice template " + place
                            + ": only {{name}}, {{#name}}, {{^name}}, {{/name}} and {{! }} may be used."));
            return;
        }
        int line = text.indexOf('\n');
        if (line < 1
                || text.substring(0, line).isBlank()
                || text.substring(line).isBlank()) {
            problems.add(LocalizedText.of(
                    "Bildirim şablonu " + place + ": ilk satırı konu, gerisi metin olmalı.",
                    "Notice template " + place + ": the first line must be the subject, the rest the text."));
            return;
        }
        try {
            Template template = Mustache.compiler()
                    .escapeHTML(false)
                    .strictSections(true)
                    .emptyStringIsFalse(true)
                    .withCollector(new MapsOnly())
                    .compile(text);
            Set<String> unknown = names(template);
            unknown.removeAll(NoticeNames.ALL);
            if (!unknown.isEmpty()) {
                problems.add(LocalizedText.of(
                        "Bildirim şablonu " + place + ": bilinmeyen adlar: " + unknown + ".",
                        "Notice template " + place + ": unknown names: " + unknown + "."));
                return;
            }
            templates.put(place, template);
        } catch (MustacheException e) {
            problems.add(LocalizedText.of(
                    "Bildirim şablonu " + place + ": açılan her bölüm kapanmalı.",
                    "Notice template " + place + ": every section that is opened must be closed."));
        }
    }

    private static Set<String> names(Template template) {
        Set<String> names = new TreeSet<>();
        template.visit(new Mustache.Visitor() {
            @Override
            public void visitText(String text) {
                // names nothing
            }

            @Override
            public void visitVariable(String name) {
                names.add(name);
            }

            @Override
            public boolean visitInclude(String name) {
                names.add(name);
                return false;
            }

            @Override
            public boolean visitSection(String name) {
                names.add(name);
                return true;
            }

            @Override
            public boolean visitInvertedSection(String name) {
                names.add(name);
                return true;
            }
        });
        return names;
    }

    /** The language a notice is written in for a reader. */
    public static Locale language(Locale reader) {
        return Locale.forLanguageTag(reader.getLanguage().equals("tr") ? "tr" : "en");
    }

    /** Writes a notice. */
    Written write(NoticeKind kind, Locale language, Map<String, String> values) {
        Map<String, String> oneLine = new HashMap<>(values);
        oneLine.replaceAll((name, value) -> Lines.one(value));
        Template template = Objects.requireNonNull(templates.get(kind + "/" + language.getLanguage()));
        // values of several lines would move the border between subject and text
        String first = template.execute(oneLine);
        String subject = Lines.cut(Lines.one(first.substring(0, first.indexOf('\n'))), LONGEST_SUBJECT);
        Map<String, String> clean = new HashMap<>(values);
        clean.replaceAll((name, value) -> Lines.clean(value));
        clean.put(NoticeNames.SUBJECT, Lines.one(clean.getOrDefault(NoticeNames.SUBJECT, "")));
        String whole = template.execute(clean);
        String text = whole.substring(whole.indexOf('\n') + 1).replaceAll("\n{3,}", "\n\n");
        return new Written(subject, text.strip() + "\n");
    }
}
