package org.peyk.examples.quickstart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the story says about itself, each with whether it is true. */
final class Claims {

    private final List<Claim> all = new ArrayList<>();

    private record Claim(Line line, Object[] args, boolean holds) {}

    /** Notes a claim; shown at the end. */
    void check(boolean holds, Line line, Object... args) {
        all.add(new Claim(line, args, holds));
    }

    /** Shows all claims, in the order of their sentences. */
    void show(Console console) {
        List<Claim> sorted =
                all.stream().sorted(Comparator.comparing(Claim::line)).toList();
        for (Claim claim : sorted) {
            if (claim.holds()) {
                console.good(claim.line(), claim.args());
            } else {
                console.refused(claim.line(), claim.args());
            }
        }
    }

    long size() {
        return all.size();
    }

    long broken() {
        return all.stream().filter(c -> !c.holds()).count();
    }
}
