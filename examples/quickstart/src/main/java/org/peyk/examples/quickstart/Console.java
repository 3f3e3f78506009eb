package org.peyk.examples.quickstart;

import java.io.PrintStream;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.peyk.spi.LocalizedText;

/** Writes the story. No mail address passes it unmasked. */
final class Console {

    private static final int LABEL = 22;

    private final PrintStream out;
    private final Terminal terminal;
    private final Locale locale;
    private final ZoneId zone;

    Console(PrintStream out, Terminal terminal, Locale locale, ZoneId zone) {
        this.out = out;
        this.terminal = terminal;
        this.locale = locale;
        this.zone = zone;
    }

    Terminal terminal() {
        return terminal;
    }

    Locale locale() {
        return locale;
    }

    void title(Line line, Object... args) {
        out.println();
        write("", Style.TITLE, say(line, args));
    }

    void chapter(int number, Instant at, Line line) {
        String time = format(Line.SHORT_FORMAT, at);
        String head = number + ". " + say(line);
        int gap = Math.max(2, terminal.width() - head.length() - time.length());
        out.println();
        out.println(Style.CHAPTER.paint(head, terminal.colours())
                + " ".repeat(gap)
                + Style.DIM.paint(time, terminal.colours()));
    }

    void text(Line line, Object... args) {
        write("   ", Style.PLAIN, say(line, args));
    }

    /** Something worked as it should. */
    void good(Line line, Object... args) {
        marked("✓", Style.GOOD, say(line, args));
    }

    /** The process said no. */
    void refused(Line line, Object... args) {
        marked("✗", Style.BAD, say(line, args));
    }

    void item(String text) {
        wrapped("     • ", "       ", Style.PLAIN, text);
    }

    /** An explanation of the line before. */
    void note(String text) {
        wrapped("       ", "       ", Style.DIM, text);
    }

    void field(Line label, String value) {
        String head = pad(say(label), LABEL);
        wrapped("     " + head, " ".repeat(5 + LABEL), Style.PLAIN, value);
    }

    void quote(List<String> lines) {
        for (String line : lines) {
            wrapped("     │ ", "     │ ", Style.DIM, line);
        }
    }

    String say(Line line, Object... args) {
        Object[] shown = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            shown[i] = show(args[i]);
        }
        return String.format(locale, line.in(locale), shown);
    }

    String say(LocalizedText text) {
        return text.in(locale);
    }

    String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    String number(double value, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value);
    }

    String day(Instant at) {
        return format(Line.DAY_FORMAT, at);
    }

    String moment(Instant at) {
        return format(Line.MOMENT_FORMAT, at);
    }

    String hour(Instant at) {
        return format(Line.HOUR_FORMAT, at);
    }

    private String format(Line pattern, Instant at) {
        return DateTimeFormatter.ofPattern(pattern.in(locale), locale).format(at.atZone(zone));
    }

    /** Draws the line of the progress bar over what it showed before; on no terminal, writes a further line. */
    void redraw(String line, boolean last) {
        if (terminal.interactive()) {
            out.print("\r" + pad(line, terminal.width() - 1) + (last ? "\n" : ""));
            out.flush();
        } else {
            out.println(line);
        }
    }

    private Object show(Object arg) {
        if (arg instanceof Long || arg instanceof Integer) {
            return number(((Number) arg).longValue());
        }
        return arg instanceof LocalizedText t ? say(t) : arg;
    }

    private void marked(String mark, Style style, String text) {
        wrapped("   " + style.paint(mark, terminal.colours()) + " ", "     ", Style.PLAIN, text);
    }

    private void write(String indent, Style style, String text) {
        wrapped(indent, indent, style, text);
    }

    private void wrapped(String first, String next, Style style, String text) {
        String indent = first;
        for (String line : Wrap.lines(Mask.addresses(text), terminal.width() - next.length())) {
            out.println(indent + style.paint(line, terminal.colours()));
            indent = next;
        }
    }

    private static String pad(String text, int width) {
        return text.length() >= width
                ? text + (text.length() == width ? "" : " ")
                : text + " ".repeat(width - text.length());
    }
}
