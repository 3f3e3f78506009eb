package org.peyk.report;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.peyk.Action;
import org.peyk.RequestState;
import org.peyk.internal.lifecycle.TransitionTable;
import org.peyk.report.LifecycleDrawing.Step;
import org.peyk.report.LifecyclePlan.Box;
import org.peyk.report.LifecyclePlan.Net;
import org.peyk.report.LifecyclePlan.Side;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

class LifecycleDrawingTest {

    private static final Locale TURKISH = Locale.forLanguageTag("tr");

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> texts(Document d) {
        NodeList all = d.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            texts.add(all.item(i).getTextContent());
        }
        return texts;
    }

    @Test
    void everyStateAndEveryWayOfTheTableIsDrawn() throws Exception {
        LifecyclePlan plan = new LifecyclePlan();
        Set<String> drawn = new HashSet<>();
        plan.nets().forEach(n -> n.from().forEach(f -> drawn.add(f + " " + n.action() + " " + n.to())));
        Set<String> expected = new HashSet<>();
        for (RequestState from : RequestState.values()) {
            for (Action a : TransitionTable.actions(from)) {
                TransitionTable.targets(from, a).stream()
                        .filter(to -> to != from)
                        .forEach(to -> expected.add(from + " " + a + " " + to));
            }
        }
        assertThat(drawn).isEqualTo(expected);
        for (Locale locale : new Locale[] {TURKISH, Locale.ENGLISH}) {
            List<String> texts = texts(parsed(LifecycleDrawing.svg(locale)));
            for (RequestState s : RequestState.values()) {
                assertThat(texts).contains(s.label().in(locale));
            }
            plan.nets()
                    .forEach(n -> assertThat(texts).contains(n.action().label().in(locale)));
        }
    }

    @Test
    void theWayOfAMailIsWalkedByItsOwnCommands() {
        assertThat(new LifecyclePlan().nets().stream().filter(n -> n.side() == Side.STRAIGHT))
                .extracting(Net::action)
                .contains(Action.SUBMIT, Action.APPROVE, Action.SCHEDULE, Action.START_SENDING, Action.COMPLETE);
    }

    @Test
    void noLineRunsThroughABoxAndNoWordsMeet() {
        LifecyclePlan plan = new LifecyclePlan();
        List<Box> boxes = plan.boxes();
        for (int i = 1; i < boxes.size(); i++) {
            assertThat(boxes.get(i).top())
                    .isGreaterThanOrEqualTo(boxes.get(i - 1).bottom() + LifecyclePlan.GAP);
        }
        Set<String> ends = new HashSet<>();
        for (Net n : plan.nets()) {
            if (n.side() == Side.STRAIGHT) {
                assertThat(ends.add("straight " + n.to())).isTrue();
                continue;
            }
            assertThat(plan.railX(n))
                    .satisfies(x -> assertThat(x < plan.boxLeft() || x > plan.boxRight())
                            .isTrue())
                    .isBetween(0, plan.width());
            Set<RequestState> at = new HashSet<>(n.from());
            at.add(n.to());
            for (RequestState s : at) {
                int y = plan.portY(n, s);
                assertThat(y).isBetween(plan.box(s).top() + 4, plan.box(s).bottom() - 4);
                assertThat(ends.add(n.side() + " " + y)).as("%s at %s", n, s).isTrue();
            }
            for (Locale locale : new Locale[] {TURKISH, Locale.ENGLISH}) {
                // 7 units a letter is more than the font needs
                assertThat(n.action().label().in(locale).length() * 7).isLessThan(LifecyclePlan.LABELS - 16);
            }
        }
        for (Net a : plan.nets()) {
            for (Net b : plan.nets()) {
                if (!a.equals(b)
                        && a.side() == b.side()
                        && a.side() != Side.STRAIGHT
                        && plan.railX(a) == plan.railX(b)) {
                    assertThat(span(plan, a)[1] < span(plan, b)[0] || span(plan, b)[1] < span(plan, a)[0])
                            .as("%s and %s share a rail", a, b)
                            .isTrue();
                }
            }
        }
    }

    private static int[] span(LifecyclePlan plan, Net n) {
        Set<RequestState> at = new HashSet<>(n.from());
        at.add(n.to());
        return new int[] {
            at.stream().mapToInt(s -> plan.portY(n, s)).min().orElseThrow(),
            at.stream().mapToInt(s -> plan.portY(n, s)).max().orElseThrow()
        };
    }

    @Test
    void theWayOfARequestStandsOutAndIsTold() throws Exception {
        String svg = LifecycleDrawing.svg(
                TURKISH,
                List.of(
                        new Step(RequestState.DRAFT, RequestState.IN_APPROVAL, null),
                        new Step(RequestState.IN_APPROVAL, RequestState.CHANGES_REQUESTED, Action.REQUEST_CHANGES)),
                RequestState.CHANGES_REQUESTED);
        Document d = parsed(svg);
        Element root = d.getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
                .contains("Taslak → Onay bekliyor → Düzeltme istendi");
        assertThat(svg)
                .doesNotContain("<script")
                .contains("prefers-color-scheme: dark")
                .contains("@media print");
        NodeList paths = root.getElementsByTagName("path");
        int walked = 0;
        for (int i = 0; i < paths.getLength(); i++) {
            walked += ((Element) paths.item(i)).getAttribute("class").equals("line walked") ? 1 : 0;
        }
        assertThat(walked).as("the start and two changes").isEqualTo(3);
        assertThat(LifecycleDrawing.svg(TURKISH)).isEqualTo(LifecycleDrawing.svg(TURKISH));
    }
}
