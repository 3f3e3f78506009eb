package org.peyk.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The head of every page: nothing is loaded from elsewhere and no script runs, whatever gets into the page. */
final class PageFrame {

    private PageFrame() {}

    static void head(Markup m, Words words, String title) {
        m.own("<!DOCTYPE html>\n").open("html", "lang", words.language()).open("head");
        m.own("<meta charset=\"utf-8\">\n")
                .own("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .own("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .own("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                        + " style-src 'unsafe-inline'\">\n");
        m.element("title", title).open("style").own(css()).close("style").close("head");
    }

    private static String css() {
        try (InputStream in = Objects.requireNonNull(PageFrame.class.getResourceAsStream("report.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
