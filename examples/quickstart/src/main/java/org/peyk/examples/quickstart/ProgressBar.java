package org.peyk.examples.quickstart;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Shows how far the sending is: on a terminal one line that is drawn again, else a line every second or every tenth of the way, whichever
 * comes first.
 */
final class ProgressBar {

    private static final double STEP = 0.1;
    private static final long LINE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int MIN_BAR = 10;

    private final Console console;
    private final LongSupplier nanos;
    private final long began;
    private long lineAt;
    private double lineShare = -STEP;
    private boolean finished;

    ProgressBar(Console console, LongSupplier nanos) {
        this.console = console;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
        this.lineAt = began;
    }

    /** Shows that so many of all are done; a call with all of them is the last that does something. */
    void show(long done, long all) {
        if (finished || all == 0) {
            return;
        }
        double share = (double) done / all;
        long now = nanos.getAsLong();
        finished = done >= all;
        boolean due = console.terminal().interactive()
                || finished
                || (done > 0 && (share - lineShare >= STEP || now - lineAt >= LINE_NANOS));
        if (due) {
            lineAt = now;
            lineShare = share;
            console.redraw(line(done, all, share, now - began), finished);
        }
    }

    private String line(long done, long all, double share, long elapsed) {
        double seconds = elapsed / 1e9;
        double rate = seconds > 0 ? done / seconds : 0;
        String end = finished
                ? console.say(Line.BAR_TOOK, console.number(seconds, 1))
                : rate > 0 ? console.say(Line.BAR_LEFT, console.number((all - done) / rate, 0)) : "";
        String count = console.number(done) + "/" + console.number(all);
        String tail = " " + console.say(Line.BAR_SHARE, (int) (share * 100)) + "  " + count + "  "
                + console.say(Line.BAR_RATE, console.number(rate, 0)) + "  " + end;
        int room = Math.max(MIN_BAR, console.terminal().width() - tail.length() - 6);
        int full = (int) (share * room);
        return "   [" + "█".repeat(full) + "░".repeat(room - full) + "]" + tail;
    }
}
