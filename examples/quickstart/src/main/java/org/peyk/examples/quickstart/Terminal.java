package org.peyk.examples.quickstart;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * What the output goes to.
 *
 * @param interactive whether somebody looks at it while it is written, so that a line can be drawn again
 * @param colours whether colours may be used
 * @param width columns of a line
 */
record Terminal(boolean interactive, boolean colours, int width) {

    private static final int DEFAULT_WIDTH = 100;
    private static final int MIN_WIDTH = 50;
    private static final int MAX_WIDTH = 110;

    static Terminal detect() {
        boolean interactive = isTerminal() && !"dumb".equals(System.getenv("TERM"));
        boolean colours = interactive && System.getenv("NO_COLOR") == null;
        int width = interactive ? columns() : DEFAULT_WIDTH;
        return new Terminal(interactive, colours, Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, width)));
    }

    /** From JDK 22 on, a console may be there without a terminal and is asked; before, it was there only with one. */
    private static boolean isTerminal() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }

    private static int columns() {
        String exported = System.getenv("COLUMNS");
        if (exported != null && exported.matches("[1-9]\\d{0,3}")) {
            return Integer.parseInt(exported);
        }
        File tty = new File("/dev/tty");
        if (tty.canRead()) {
            try {
                Process stty = new ProcessBuilder("stty", "size")
                        .redirectInput(tty)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                String[] size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                        .strip()
                        .split(" ");
                if (stty.waitFor(1, TimeUnit.SECONDS) && size.length == 2 && size[1].matches("[1-9]\\d{0,3}")) {
                    return Integer.parseInt(size[1]);
                }
            } catch (IOException e) {
                return DEFAULT_WIDTH;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return DEFAULT_WIDTH;
    }
}
