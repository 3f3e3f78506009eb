package org.peyk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.peyk.spi.LocalizedText;

/** Small charts as inline SVG. What they show is also said in words, as not everybody sees them. */
final class Bars {

    private static final double WIDTH = 1000;

    private static final double LEAST = 8;

    private final Words words;

    Bars(Words words) {
        this.words = words;
    }

    /**
     * A part of a whole.
     *
     * @param style class of the colour
     */
    record Part(LocalizedText label, String style, long count) {}

    static <K extends Enum<K>> List<Part> parts(Map<K, Long> counts, Function<K, LocalizedText> label) {
        List<Part> parts = new ArrayList<>();
        counts.forEach((k, n) -> {
            if (n > 0) {
                parts.add(new Part(label.apply(k), "c-" + k.name(), n));
            }
        });
        return parts;
    }

    /** One bar that is divided among the parts. */
    void stacked(Markup m, List<Part> parts) {
        long sum = parts.stream().mapToLong(Part::count).sum();
        String said = parts.stream()
                .map(p -> words.of(p.label()) + ": " + words.number(p.count()))
                .collect(Collectors.joining(", "));
        bar(m, "stack", said);
        // what is there is seen, however little it is
        double seen = parts.stream()
                .mapToDouble(p -> Math.max(LEAST, WIDTH * p.count() / sum))
                .sum();
        double x = 0;
        for (Part p : parts) {
            double w = Math.max(LEAST, WIDTH * p.count() / sum) * WIDTH / seen;
            rect(m, x, w, p.style());
            x += w;
        }
        m.close("svg");
    }

    /** A bar that is filled up to a share; the value stands beside it as text. */
    void filled(Markup m, double share, String style) {
        m.open(
                "svg",
                "class",
                "bar fill",
                "viewBox",
                "0 0 1000 10",
                "preserveAspectRatio",
                "none",
                "aria-hidden",
                "true");
        rect(m, 0, WIDTH, "track");
        rect(m, 0, WIDTH * share, style);
        m.close("svg");
    }

    private static void bar(Markup m, String kind, String said) {
        m.open(
                "svg",
                "class",
                "bar " + kind,
                "viewBox",
                "0 0 1000 10",
                "preserveAspectRatio",
                "none",
                "role",
                "img",
                "aria-label",
                said);
    }

    private static void rect(Markup m, double x, double width, String style) {
        m.open("rect", "class", style, "x", number(x), "y", "0", "width", number(width), "height", "10")
                .close("rect");
    }

    private static String number(double n) {
        return String.format(Locale.ROOT, "%.1f", n);
    }

    /** The parts in words, each with its colour. */
    void legend(Markup m, List<Part> parts) {
        m.open("ul", "class", "legend");
        for (Part p : parts) {
            m.open("li")
                    .open("span", "class", "dot " + p.style(), "aria-hidden", "true")
                    .close("span")
                    .text(words.of(p.label()) + " ")
                    .element("b", words.number(p.count()))
                    .close("li");
        }
        m.close("ul");
    }

    /** One line a part, the longest bar for the greatest. */
    void lines(Markup m, List<Part> parts) {
        long most = parts.stream().mapToLong(Part::count).max().orElse(1);
        m.open("ul", "class", "lines");
        for (Part p : parts) {
            m.open("li").element("span", words.of(p.label())).element("b", words.number(p.count()));
            filled(m, (double) p.count() / most, p.style());
            m.close("li");
        }
        m.close("ul");
    }
}
