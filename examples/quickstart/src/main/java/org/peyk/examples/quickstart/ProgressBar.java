package org.peyk.examples.quickstart;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * Shows how far the sending is: on a terminal one line that is drawn again, else a line every second or every tenth of the way, whichever
 * comes first. The rate is that of the last seconds; only the last line tells that of the whole.
 */
final class ProgressBar {

    private static final double STEP = 0.1;
    private static final double SECOND = Duration.ofSeconds(1).toNanos();
    private static final double RATE_WINDOW = Duration.ofSeconds(3).toNanos();
    private static final int MIN_BAR = 10;

    private final Console console;
    private final LongSupplier nanos;
    private final Deque<Look> looks = new ArrayDeque<>();
    private final long began;
    private long lineAt;
    private double lineShare;
    private boolean finished;

    private record Look(long at, long done) {}

    ProgressBar(Console console, LongSupplier nanos) {
        this.console = console;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
        this.lineAt = began;
        this.looks.add(new Look(began, 0));
    }

    /** Shows that so many of all are done; nothing is shown after all of them were. */
    void show(long done, long all) {
        if (finished || all == 0) {
            return;
        }
        long now = nanos.getAsLong();
        while (looks.size() > 1 && now - looks.element().at() > RATE_WINDOW) {
            looks.remove();
        }
        Look oldest = looks.element();
        looks.add(new Look(now, done));
        finished = done >= all;
        double share = (double) done / all;
        if (finished || console.terminal().interactive() || share - lineShare >= STEP || now - lineAt >= SECOND) {
            lineAt = now;
            lineShare = share;
            double rate = finished ? rate(done, now - began) : rate(done - oldest.done(), now - oldest.at());
            String end = "";
            if (finished) {
                end = console.say(Line.BAR_TOOK, console.number((now - began) / SECOND, 1));
            } else if (rate > 0) {
                end = console.say(Line.BAR_LEFT, console.number((all - done) / rate, 0));
            }
            console.redraw(line(done, all, rate, end), finished);
        }
    }

    private static double rate(long done, long elapsed) {
        return elapsed > 0 ? done * SECOND / elapsed : 0;
    }

    private String line(long done, long all, double rate, String end) {
        String total = console.number(all);
        String count =
                " ".repeat(Math.max(0, total.length() - console.number(done).length())) + console.number(done) + "/"
                        + total;
        String share = console.say(Line.BAR_SHARE, done * 100 / all);
        String speed = console.say(Line.BAR_RATE, console.number(rate, 0));
        String tail = String.format(console.locale(), " %4s  %s  %7s  %-14s", share, count, speed, end);
        int room = Math.max(MIN_BAR, console.terminal().width() - tail.length() - 6);
        int full = (int) (done * room / all);
        return ("   [" + "█".repeat(full) + "░".repeat(room - full) + "]" + tail).stripTrailing();
    }
}
