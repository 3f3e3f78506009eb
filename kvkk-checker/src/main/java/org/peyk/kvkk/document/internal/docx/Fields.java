package org.peyk.kvkk.document.internal.docx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fields made of runs: an instruction, then the result it gave. They may nest and go over several paragraphs. */
final class Fields {
    private static final int DEEPEST = 100;

    /** Links are handed on by themselves. */
    private static final Set<String> HARMLESS = Set.of(
            "",
            "HYPERLINK",
            "PAGE",
            "NUMPAGES",
            "SECTIONPAGES",
            "PAGEREF",
            "REF",
            "NOTEREF",
            "TOC",
            "TC",
            "SEQ",
            "STYLEREF",
            "DATE",
            "TIME",
            "FILENAME");

    private static final class Field {
        private final StringBuilder code = new StringBuilder();
        private @Nullable String link;
        private boolean inResult;
    }

    private final Deque<Field> open = new ArrayDeque<>();

    /**
     * Begins a field, its result, or ends it.
     *
     * @param type which of them
     * @return the instruction that is complete now, when it may say something about somebody; otherwise empty
     */
    String mark(@Nullable String type) {
        if ("begin".equals(type) && open.size() < DEEPEST) {
            open.push(new Field());
        } else if ("separate".equals(type) && !open.isEmpty() && !open.element().inResult) {
            Field field = open.element();
            field.inResult = true;
            field.link = linkOf(field.code.toString());
            return telling(field.code.toString());
        } else if ("end".equals(type) && !open.isEmpty()) {
            Field field = open.pop();
            return field.inResult ? "" : telling(field.code.toString());
        }
        return "";
    }

    /** The instruction, unless it is one of the many that only count, refer or link. */
    static String telling(String code) {
        String word = code.strip().split("\\s", 2)[0].toUpperCase(Locale.ROOT);
        return HARMLESS.contains(word) ? "" : code.strip() + "\n";
    }

    void code(String text) {
        if (!open.isEmpty() && open.element().code.length() < 10_000) {
            open.element().code.append(text);
        }
    }

    /** Where the result that is being read leads, or null. */
    @Nullable
    String link() {
        for (Field field : open) {
            if (field.inResult && field.link != null) {
                return field.link;
            }
        }
        return null;
    }

    /** The address in a {@code HYPERLINK "address"} instruction, or null. */
    static @Nullable String linkOf(String code) {
        String trimmed = code.strip();
        if (!trimmed.startsWith("HYPERLINK")) {
            return null;
        }
        int from = trimmed.indexOf('"');
        int to = trimmed.indexOf('"', from + 1);
        return from < 0 || to < 0 ? null : trimmed.substring(from + 1, to);
    }
}
