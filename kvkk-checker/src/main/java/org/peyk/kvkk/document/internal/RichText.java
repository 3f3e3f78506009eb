package org.peyk.kvkk.document.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.document.Span;

/** Text being put together from runs; neighbours that look the same become one span. */
public final class RichText {
    private final List<Span> spans = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private final StringBuilder all = new StringBuilder();
    private @Nullable String link;
    private boolean bold;
    private boolean italic;

    public void append(String text, @Nullable String newLink, boolean newBold, boolean newItalic) {
        if (text.isEmpty()) {
            return;
        }
        if (!same(link, newLink) || bold != newBold || italic != newItalic) {
            closeRun();
            link = newLink;
            bold = newBold;
            italic = newItalic;
        }
        run.append(text);
        all.append(text);
    }

    public void append(String text) {
        append(text, null, false, false);
    }

    public int length() {
        return all.length();
    }

    public boolean isBlank() {
        return text().isBlank();
    }

    public boolean endsWithSpace() {
        return all.isEmpty() || Character.isWhitespace(all.charAt(all.length() - 1));
    }

    public String text() {
        return all.toString();
    }

    /** The spans, without white space at both ends. */
    public List<Span> spans() {
        closeRun();
        List<Span> trimmed = new ArrayList<>(spans);
        while (!trimmed.isEmpty() && trimmed.get(0).text().isBlank()) {
            trimmed.remove(0);
        }
        while (!trimmed.isEmpty() && trimmed.get(trimmed.size() - 1).text().isBlank()) {
            trimmed.remove(trimmed.size() - 1);
        }
        if (!trimmed.isEmpty()) {
            trimmed.set(0, with(trimmed.get(0), trimmed.get(0).text().stripLeading()));
            int last = trimmed.size() - 1;
            trimmed.set(last, with(trimmed.get(last), trimmed.get(last).text().stripTrailing()));
        }
        return trimmed;
    }

    public void clear() {
        spans.clear();
        run.setLength(0);
        all.setLength(0);
    }

    private void closeRun() {
        if (!run.isEmpty()) {
            spans.add(new Span(run.toString(), link, bold, italic));
            run.setLength(0);
        }
    }

    private static Span with(Span span, String text) {
        return new Span(text, span.link(), span.bold(), span.italic());
    }

    private static boolean same(@Nullable String a, @Nullable String b) {
        return a == null ? b == null : a.equals(b);
    }
}
