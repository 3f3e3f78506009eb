package org.peyk.examples.bulksend;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.peyk.RequestState;

/** How far the sending is: a bar that redraws itself on a terminal, one line every few seconds elsewhere. */
final class ProgressLine {

    private static final int WIDTH = 30;
    private static final long SILENT_AFTER = Duration.ofSeconds(10).toNanos();
    private static final long LINE_EVERY = Duration.ofSeconds(3).toNanos();

    private final PrintStream out;
    private final boolean terminal;
    private final long began;
    private long lastLine;
    private long lastChange;
    private long lastDone = -1;
    private long lastPlanned = -1;
    private long firstDone = -1;
    private boolean drawn;

    ProgressLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        this.began = System.nanoTime();
        this.lastLine = began;
    }

    /**
     * Shows how far it is; how often is this class's own business. Somebody who sees nothing happen is told what is waited for.
     *
     * @param state the request's state
     */
    void show(long done, long planned, long inDoubt, RequestState state) {
        long now = System.nanoTime();
        if (firstDone < 0) {
            firstDone = done;
        }
        if (done != lastDone || planned != lastPlanned) {
            lastDone = done;
            lastPlanned = planned;
            lastChange = now;
        } else if (now - lastChange >= SILENT_AFTER) {
            lastChange = now;
            wait(state, done < planned);
            return;
        }
        if (!terminal && now - lastLine < LINE_EVERY) {
            return;
        }
        lastLine = now;
        double seconds = (now - began) / 1e9;
        double rate = seconds > 0 ? (done - firstDone) / seconds : 0;
        String left = rate > 0 && planned > done ? time((planned - done) / rate) : "--:--";
        String numbers = String.format(
                Locale.ROOT,
                "%d/%d  %.0f/s  kalan/left %s%s",
                done,
                planned,
                rate,
                left,
                inDoubt > 0 ? "  belirsiz/in doubt " + inDoubt : "");
        if (terminal) {
            int full = planned > 0 ? (int) (WIDTH * done / planned) : 0;
            out.print("\r[" + "█".repeat(full) + "░".repeat(WIDTH - full) + "] " + numbers + "   ");
            out.flush();
            drawn = true;
        } else {
            out.println(numbers);
        }
    }

    private void wait(RequestState state, boolean left) {
        end();
        drawn = false;
        if (state == RequestState.SENDING && left) {
            out.println(
                    "bekleniyor: posta sunucusu bir süredir yanıt vermiyor ya da yavaşlamamızı istedi; yeniden deneniyor, kimse atlanmıyor."
                            + " / waiting: the mail server has not answered for a while or asked to slow down; it is tried again, nobody is skipped.");
        } else {
            out.println("bekleniyor: " + state.label().tr() + " / waiting: "
                    + state.label().en());
        }
    }

    /** Leaves the bar where it is. */
    void end() {
        if (drawn) {
            out.println();
        }
    }

    private static String time(double seconds) {
        long s = Math.round(seconds);
        return s >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60)
                : String.format(Locale.ROOT, "%02d:%02d", s / 60, s % 60);
    }
}
