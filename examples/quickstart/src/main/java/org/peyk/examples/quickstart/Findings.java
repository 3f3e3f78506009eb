package org.peyk.examples.quickstart;

import java.util.List;
import org.peyk.CheckedFinding;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Severity;

/** Shows what the checks found, masked as they give it. */
final class Findings {

    private Findings() {}

    static void show(Console console, List<CheckedFinding> findings) {
        for (CheckedFinding checked : findings) {
            Finding f = checked.finding();
            console.item(console.say(Line.FINDING, console.say(severity(f.severity())), f.message()));
            String place = f.place().describe(console.locale());
            console.note(f.excerpt().isBlank() ? place : console.say(Line.FINDING, place, f.excerpt()));
        }
    }

    private static Line severity(Severity severity) {
        return switch (severity) {
            case BLOCK -> Line.BLOCKING;
            case JUSTIFY -> Line.JUSTIFY;
            case INFO -> Line.INFO;
        };
    }
}
