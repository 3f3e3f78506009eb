package org.peyk.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.peyk.Action;
import org.peyk.RequestState;
import org.peyk.internal.lifecycle.TransitionTable;

/**
 * Where everything stands in the drawing of the lifecycle. All states stand in one column, the way of a mail first, so that no line can run
 * through a box: steps to the next state go straight down, all others run along rails, down on the right and up on the left. Every end of a
 * line has a height of its own at its box, so that no words meet. Made from {@link TransitionTable}; the same table gives the same drawing.
 */
final class LifecyclePlan {

    /** The way of a mail that is sent; what is not on it follows in its own order. */
    private static final List<RequestState> WAY = List.of(
            RequestState.DRAFT,
            RequestState.IN_APPROVAL,
            RequestState.APPROVED,
            RequestState.SCHEDULED,
            RequestState.SENDING,
            RequestState.SENT);

    static final int BOX = 170;
    static final int LABELS = 190;
    static final int GAP = 44;
    private static final int PORT = 20;
    private static final int PADDING = 16;
    private static final int LEAST = 46;
    private static final int RAIL = 16;

    /** A state's box. */
    record Box(RequestState state, int top, int height) {
        int bottom() {
            return top + height;
        }

        int middle() {
            return top + height / 2;
        }
    }

    /** One command that leads to one state, from one or more. */
    record Net(Action action, RequestState to, Set<RequestState> from, Side side) {}

    /** On which side of the boxes a line runs. */
    enum Side {
        STRAIGHT,
        RIGHT,
        LEFT
    }

    private final List<RequestState> order = new ArrayList<>(WAY);
    private final List<Net> nets = new ArrayList<>();
    private final Map<Net, Integer> rails = new LinkedHashMap<>();
    private final Map<RequestState, Box> boxes = new EnumMap<>(RequestState.class);
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final int left;
    private final int right;

    LifecyclePlan() {
        for (RequestState s : RequestState.values()) {
            if (!order.contains(s)) {
                order.add(s);
            }
        }
        for (Action a : Action.values()) {
            for (RequestState to : order) {
                gather(a, to);
            }
        }
        left = rails(Side.LEFT);
        right = rails(Side.RIGHT);
        int top = PADDING + 30;
        for (RequestState s : order) {
            int most =
                    Math.max(atSide(s, Side.LEFT).size(), atSide(s, Side.RIGHT).size());
            Box box = new Box(s, top, Math.max(LEAST, most * PORT + 8));
            boxes.put(s, box);
            ports(box, Side.LEFT);
            ports(box, Side.RIGHT);
            top = box.bottom() + GAP;
        }
    }

    private void gather(Action a, RequestState to) {
        Set<RequestState> down = EnumSet.noneOf(RequestState.class);
        Set<RequestState> up = EnumSet.noneOf(RequestState.class);
        for (RequestState from : order) {
            if (from == to || !TransitionTable.targets(from, a).contains(to)) {
                continue;
            }
            int distance = order.indexOf(to) - order.indexOf(from);
            if (distance == 1 && a == usual(from, to)) {
                nets.add(new Net(a, to, EnumSet.of(from), Side.STRAIGHT));
            } else {
                (distance > 0 ? down : up).add(from);
            }
        }
        if (!down.isEmpty()) {
            nets.add(new Net(a, to, down, Side.RIGHT));
        }
        if (!up.isEmpty()) {
            nets.add(new Net(a, to, up, Side.LEFT));
        }
    }

    /** Of the commands that lead to the next state, the one that leads to the fewest others. */
    private static Action usual(RequestState from, RequestState to) {
        return TransitionTable.actions(from).stream()
                .filter(a -> TransitionTable.targets(from, a).contains(to))
                .min(Comparator.comparingInt(
                        (Action a) -> TransitionTable.targets(from, a).size()))
                .orElseThrow();
    }

    /** Gives each line of a side a rail, the short ones near the boxes; lines that do not meet share one. */
    private int rails(Side side) {
        List<Net> these = nets.stream()
                .filter(n -> n.side() == side)
                .sorted(Comparator.comparingInt((Net n) -> last(n) - first(n)))
                .toList();
        List<List<Net>> used = new ArrayList<>();
        for (Net n : these) {
            int rail = used.size();
            while (rail > 0 && used.get(rail - 1).stream().noneMatch(o -> first(o) <= last(n) && first(n) <= last(o))) {
                rail--;
            }
            if (rail == used.size()) {
                used.add(new ArrayList<>());
            }
            used.get(rail).add(n);
            rails.put(n, rail);
        }
        return used.size();
    }

    private int first(Net n) {
        return Math.min(
                order.indexOf(n.to()),
                n.from().stream().mapToInt(order::indexOf).min().orElseThrow());
    }

    private int last(Net n) {
        return Math.max(
                order.indexOf(n.to()),
                n.from().stream().mapToInt(order::indexOf).max().orElseThrow());
    }

    private List<Net> atSide(RequestState s, Side side) {
        return nets.stream()
                .filter(n -> n.side() == side && (n.to() == s || n.from().contains(s)))
                .toList();
    }

    /** Heights at a box, chosen so that lines of one side cross as little as can be. */
    private void ports(Box box, Side side) {
        List<Net> here = atSide(box.state(), side);
        List<Net> in = here.stream()
                .filter(n -> n.to() == box.state())
                .sorted(Comparator.comparingInt(this::rail))
                .toList();
        List<Net> out = here.stream()
                .filter(n -> n.to() != box.state())
                .sorted(Comparator.comparingInt(this::rail).reversed())
                .toList();
        List<Net> down = new ArrayList<>(in);
        down.addAll(out);
        if (side == Side.LEFT) {
            java.util.Collections.reverse(down);
        }
        int y = box.middle() - (down.size() - 1) * PORT / 2;
        for (Net n : down) {
            ports.put(key(n, box.state()), y);
            y += PORT;
        }
    }

    private int rail(Net n) {
        return Objects.requireNonNull(rails.get(n));
    }

    private static String key(Net n, RequestState at) {
        return n.action() + ">" + n.to() + n.side() + "@" + at;
    }

    List<Net> nets() {
        return nets;
    }

    List<Box> boxes() {
        return order.stream().map(this::box).toList();
    }

    Box box(RequestState s) {
        return Objects.requireNonNull(boxes.get(s));
    }

    /** Left edge of the boxes. */
    int boxLeft() {
        return PADDING + left * RAIL + LABELS;
    }

    int boxRight() {
        return boxLeft() + BOX;
    }

    int width() {
        return boxRight() + LABELS + right * RAIL + PADDING;
    }

    int height() {
        return box(order.get(order.size() - 1)).bottom() + PADDING;
    }

    /** Where a line runs up or down. */
    int railX(Net n) {
        return n.side() == Side.RIGHT ? boxRight() + LABELS + rail(n) * RAIL : boxLeft() - LABELS - rail(n) * RAIL;
    }

    /** Where a line meets the side of a box. */
    int portY(Net n, RequestState at) {
        return Objects.requireNonNull(ports.get(key(n, at)));
    }
}
