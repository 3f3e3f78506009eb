package org.peyk.examples.quickstart;

import java.util.List;
import java.util.Locale;
import org.peyk.CheckedFinding;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Severity;

/** Shows what the checks found, masked as they give it. */
final class Findings {

    private Findings() {}

    static void show(Console console, List<CheckedFinding> findings) {
        for (CheckedFinding checked : findings) {
            Finding f = checked.finding();
            String count = f.count() > 1 ? console.say(Line.FINDING_COUNT, f.count()) : "";
            String hidden = f.place().hidden() ? console.say(Line.FINDING_HIDDEN) : "";
            console.item(console.say(Line.FINDING, console.say(severity(f.severity())), f.message()) + count);
            console.note(place(f, console.locale()) + hidden + (f.excerpt().isBlank() ? "" : ": " + f.excerpt()));
        }
    }

    private static String place(Finding f, Locale locale) {
        return f.place().describe(locale);
    }

    private static Line severity(Severity severity) {
        return switch (severity) {
            case BLOCK -> Line.BLOCKING;
            case JUSTIFY -> Line.JUSTIFY;
            case INFO -> Line.INFO;
        };
    }
}
