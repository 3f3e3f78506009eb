package org.peyk.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyk.Action;
import org.peyk.RequestState;
import org.peyk.report.LifecyclePlan.Box;
import org.peyk.report.LifecyclePlan.Net;
import org.peyk.report.LifecyclePlan.Side;
import org.peyk.spi.LocalizedText;

/**
 * Draws the lifecycle of a request as SVG, from the table by which the library decides: for a page (as an {@code svg} element in it) or as a
 * file. Without scripts; text stays text; light, dark and print have their own colours. Immutable and without state.
 */
public final class LifecycleDrawing {

    private static final LocalizedText TITLE =
            LocalizedText.of("Talebin durumları ve geçişleri", "States of a request and the ways between them");
    private static final LocalizedText WALKED = LocalizedText.of("Bu talebin yolu: ", "The way of this request: ");
    private static final LocalizedText ALL = LocalizedText.of(
            "Yukarıdan aşağıya bir iletinin yolu; sağdaki çizgiler ileri, soldaki çizgiler geri götürür.",
            "From top to bottom the way of a mail; lines on the right lead on, lines on the left lead back.");

    private final LifecyclePlan plan = new LifecyclePlan();
    private final Locale locale;
    private final List<Step> walked;
    private final Markup m = new Markup();

    private LifecycleDrawing(Locale locale, List<Step> walked) {
        this.locale = locale;
        this.walked = walked;
    }

    /**
     * A change of state that a request went through.
     *
     * @param from the state before
     * @param to the state after
     * @param by the command that led there, or null for any that can
     */
    public record Step(
            RequestState from, RequestState to, @Nullable Action by) {
        boolean took(Net n) {
            return n.to() == to && n.from().contains(from) && (by == null || n.action() == by);
        }
    }

    /**
     * Draws the lifecycle.
     *
     * @param locale the reader's language; Turkish gets Turkish words, everything else English ones
     * @return an {@code svg} element
     */
    public static String svg(Locale locale) {
        return new LifecycleDrawing(locale, List.of()).draw(EnumSet.noneOf(RequestState.class), null);
    }

    /**
     * Draws the lifecycle with the way of one request in it.
     *
     * @param locale the reader's language
     * @param walked the changes of state in order; may be empty for a request that is a draft yet
     * @param now where the request stands
     * @return an {@code svg} element
     */
    public static String svg(Locale locale, List<Step> walked, RequestState now) {
        Set<RequestState> visited = EnumSet.of(RequestState.DRAFT, now);
        walked.forEach(s -> visited.add(s.to()));
        return new LifecycleDrawing(locale, List.copyOf(walked)).draw(visited, now);
    }

    private String draw(Set<RequestState> visited, @Nullable RequestState now) {
        String size = "0 0 " + plan.width() + " " + plan.height();
        m.open(
                "svg",
                "class",
                "lifecycle",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                size,
                "role",
                "img",
                "aria-labelledby",
                "lifecycle-title lifecycle-desc");
        m.element("title", TITLE.in(locale), "id", "lifecycle-title");
        m.element("desc", description(now), "id", "lifecycle-desc");
        m.open("style").own(LifecycleStyle.CSS).close("style");
        start();
        List<Net> quietFirst = plan.nets().stream()
                .sorted(Comparator.comparing((Net n) -> walked.stream().anyMatch(s -> s.took(n))))
                .toList();
        for (Net n : quietFirst) {
            n.from().forEach(from -> line(n, from, false));
            junctions(n);
        }
        for (Net n : quietFirst) {
            walked.stream().filter(s -> s.took(n)).map(Step::from).distinct().forEach(from -> line(n, from, true));
        }
        plan.boxes().forEach(b -> box(b, visited.contains(b.state()), b.state() == now));
        plan.nets().forEach(this::label);
        return m.close("svg").toString();
    }

    private String description(@Nullable RequestState now) {
        if (now == null) {
            return ALL.in(locale);
        }
        List<RequestState> way = new ArrayList<>(List.of(RequestState.DRAFT));
        walked.forEach(s -> way.add(s.to()));
        return ALL.in(locale)
                + " "
                + WALKED.in(locale)
                + way.stream().map(s -> s.label().in(locale)).collect(Collectors.joining(" → "))
                + ".";
    }

    private void start() {
        int x = plan.boxLeft() + LifecyclePlan.BOX / 2;
        int to = plan.boxes().get(0).top();
        m.open("circle", "class", "start", "cx", text(x), "cy", text(to - 30), "r", "6")
                .close("circle");
        path("line walked", "M" + x + " " + (to - 24) + "V" + (to - 7));
        head("head walked", x, to, 0, 1);
    }

    private void line(Net n, RequestState from, boolean gone) {
        String kind = gone ? " walked" : "";
        if (n.side() == Side.STRAIGHT) {
            int x = plan.boxLeft() + LifecyclePlan.BOX / 2;
            int to = plan.box(n.to()).top();
            path("line" + kind, "M" + x + " " + plan.box(from).bottom() + "V" + (to - 7));
            head("head" + kind, x, to, 0, 1);
            return;
        }
        boolean right = n.side() == Side.RIGHT;
        int edge = right ? plan.boxRight() : plan.boxLeft();
        int tip = right ? edge + 7 : edge - 7;
        int y = plan.portY(n, n.to());
        path("line" + kind, "M" + edge + " " + plan.portY(n, from) + "H" + plan.railX(n) + "V" + y + "H" + tip);
        head("head" + kind, edge, y, right ? -1 : 1, 0);
    }

    /** Dots where lines of the same command join, so that a crossing of others is not taken for one. */
    private void junctions(Net n) {
        if (n.from().size() < 2) {
            return;
        }
        Set<Integer> heights = new TreeSet<>();
        n.from().forEach(f -> heights.add(plan.portY(n, f)));
        List<Integer> sorted = new ArrayList<>(heights);
        // the farthest one is a bend
        sorted.remove(n.side() == Side.RIGHT ? 0 : sorted.size() - 1);
        for (int y : sorted) {
            m.open("circle", "class", "joint", "cx", text(plan.railX(n)), "cy", text(y), "r", "2.6")
                    .close("circle");
        }
    }

    private void box(Box b, boolean visited, boolean now) {
        String kind = "state" + (visited ? " visited" : "") + (now ? " now" : "")
                + (b.state().terminal() ? " end" : "");
        m.open("g", "class", kind);
        m.open(
                        "rect",
                        "x",
                        text(plan.boxLeft()),
                        "y",
                        text(b.top()),
                        "width",
                        text(LifecyclePlan.BOX),
                        "height",
                        text(b.height()),
                        "rx",
                        b.state().terminal() ? "20" : "8")
                .close("rect");
        m.element(
                "text",
                b.state().label().in(locale),
                "x",
                text(plan.boxLeft() + LifecyclePlan.BOX / 2),
                "y",
                text(b.middle() + 5));
        m.close("g");
    }

    /** The command's name stands on its line, right before the box it leads to. */
    private void label(Net n) {
        boolean gone = walked.stream().anyMatch(s -> s.took(n));
        String kind = "label" + (gone ? " walked" : "");
        String words = n.action().label().in(locale);
        if (n.side() == Side.STRAIGHT) {
            int x = plan.boxLeft() + LifecyclePlan.BOX / 2 + 9;
            m.element(
                    "text",
                    words,
                    "class",
                    kind,
                    "x",
                    text(x),
                    "y",
                    text(plan.box(n.to()).top() - LifecyclePlan.GAP / 2 + 3));
            return;
        }
        boolean right = n.side() == Side.RIGHT;
        int x = right ? plan.boxRight() + 13 : plan.boxLeft() - 13;
        m.element(
                "text",
                words,
                "class",
                kind + (right ? "" : " left"),
                "x",
                text(x),
                "y",
                text(plan.portY(n, n.to()) - 4));
    }

    private void path(String kind, String d) {
        m.open("path", "class", kind, "d", d).close("path");
    }

    private void head(String kind, int x, int y, int dx, int dy) {
        String points = dx == 0
                ? (x - 5) + "," + (y - 9 * dy) + " " + (x + 5) + "," + (y - 9 * dy) + " " + x + "," + y
                : (x - 9 * dx) + "," + (y - 5) + " " + (x - 9 * dx) + "," + (y + 5) + " " + x + "," + y;
        m.open("polygon", "class", kind, "points", points).close("polygon");
    }

    private static String text(int n) {
        return Integer.toString(n);
    }
}
