package org.peyk.example;

import java.util.List;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.check.CheckContext;
import org.peyk.spi.check.ContentCheck;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Place;
import org.peyk.spi.check.Severity;

// tag::check[]
public final class ShoutingCheck implements ContentCheck {
    private static final LocalizedText MESSAGE =
            LocalizedText.of("Konu büyük harflerle yazılmış.", "The subject is in capitals.");
    private static final LocalizedText ADVICE = LocalizedText.of("Küçük harf kullanın.", "Use small letters.");

    @Override
    public List<Finding> check(CheckContext context) {
        return context.request().form().content().versions().stream()
                .filter(v -> v.subject().equals(v.subject().toUpperCase(v.language())))
                .filter(v -> v.subject().chars().filter(Character::isLetter).count() > 5)
                .map(ShoutingCheck::finding)
                .toList();
    }

    private static Finding finding(LanguageVersion v) {
        int end = v.subject().length();
        Place place = new Place(Place.Part.SUBJECT, v.language().toLanguageTag(), null, List.of(), 0, end, false);
        return new Finding("SHOUTING", Severity.INFO, place, "", 1, MESSAGE, ADVICE, "all-capitals", null);
    }
}
// end::check[]
