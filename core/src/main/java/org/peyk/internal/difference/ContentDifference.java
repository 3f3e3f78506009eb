package org.peyk.internal.difference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyk.RequestDifference.Part;
import org.peyk.internal.content.HtmlText;
import org.peyk.spi.Content;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.LocalizedText;

/** Compares what a request says, part by part and language by language. */
public final class ContentDifference {

    private final List<Part> parts = new ArrayList<>();

    private ContentDifference() {}

    /** The parts that are different. */
    public static List<Part> of(Content before, Content after) {
        ContentDifference d = new ContentDifference();
        Set<String> languages = new LinkedHashSet<>();
        after.versions().forEach(v -> languages.add(v.language().getLanguage()));
        before.versions().forEach(v -> languages.add(v.language().getLanguage()));
        for (String language : languages) {
            d.version(language, version(before, language), version(after, language));
        }
        d.part("Ekler", "Attachments", "", files(before), files(after));
        return d.parts;
    }

    private static @Nullable LanguageVersion version(Content c, String language) {
        return c.versions().stream()
                .filter(v -> v.language().getLanguage().equals(language))
                .findFirst()
                .orElse(null);
    }

    private void version(String language, @Nullable LanguageVersion before, @Nullable LanguageVersion after) {
        String in = " (" + language.toUpperCase(Locale.ROOT) + ")";
        part("Konu", "Subject", in, get(before, LanguageVersion::subject), get(after, LanguageVersion::subject));
        String old = get(before, LanguageVersion::html);
        String now = get(after, LanguageVersion::html);
        String oldRead = HtmlText.of(old);
        String nowRead = HtmlText.of(now);
        if (oldRead.equals(nowRead)) {
            part("HTML kodu", "HTML code", in, old, now);
        } else {
            part("HTML metni", "HTML text", in, oldRead, nowRead);
        }
        part("Düz metin", "Plain text", in, get(before, LanguageVersion::text), get(after, LanguageVersion::text));
        part("SMS", "SMS", in, get(before, LanguageVersion::smsText), get(after, LanguageVersion::smsText));
    }

    private static String get(@Nullable LanguageVersion v, Function<LanguageVersion, @Nullable String> part) {
        return v == null ? "" : Objects.requireNonNullElse(part.apply(v), "");
    }

    private static String files(Content c) {
        return c.attachments().stream()
                .map(a -> a.fileName() + " " + a.sha256())
                .collect(Collectors.joining("\n"));
    }

    private void part(String tr, String en, String in, String before, String after) {
        if (!before.equals(after)) {
            parts.add(new Part(LocalizedText.of(tr + in, en + in), WordDifference.of(before, after)));
        }
    }
}
