package org.peyk.kvkk.document.internal.redact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The texts of a Word story (body, header, note, comment): of each paragraph what is seen, what is hidden, what is deleted, what older programs
 * show instead, and the instructions of its fields, each by itself as a reader tells them.
 */
final class StoryUnits {

    private static final class Paragraph {
        private final Unit visible = new Unit();
        private final Unit hidden = new Unit();
        private final Unit deleted = new Unit();
        private final Unit fallback = new Unit();
        private final Unit codes = new Unit();
    }

    private final List<Unit> units = new ArrayList<>();
    private final Deque<Paragraph> open = new ArrayDeque<>();
    private String element = "";
    private boolean preserve;
    private boolean hidden;
    private int deletions;
    private int fallbacks;

    static boolean isStory(Markup markup) {
        for (Markup.Piece piece : markup.pieces()) {
            if (piece.kind == Markup.Piece.Kind.OPEN) {
                return switch (piece.name) {
                    case "document", "hdr", "ftr", "footnotes", "endnotes", "comments" ->
                        piece.qualified.indexOf(':') > 0;
                    default -> false;
                };
            }
        }
        return false;
    }

    static List<Unit> of(Markup markup) {
        StoryUnits story = new StoryUnits();
        for (Markup.Piece piece : markup.pieces()) {
            switch (piece.kind) {
                case OPEN -> story.open(piece);
                case CLOSE -> story.close(piece.name);
                case TEXT -> story.text(piece.text());
                case OTHER -> {
                    // comments and instructions of XML are no text of the document
                }
            }
        }
        return story.units;
    }

    private void open(Markup.Piece piece) {
        element = piece.name;
        preserve = piece.valueOf("space").equals("preserve");
        switch (piece.name) {
            case "p" -> {
                if (!piece.empty) {
                    open.push(new Paragraph());
                }
            }
            case "r" -> hidden = false;
            case "vanish", "specVanish" -> {
                String value = piece.valueOf("val");
                hidden = !(value.equals("0") || value.equals("false") || value.equals("off"));
            }
            case "del", "moveFrom" -> deletions += piece.empty ? 0 : 1;
            case "Fallback" -> fallbacks += piece.empty ? 0 : 1;
            case "tab" -> sign('\t');
            case "br", "cr" -> sign('\n');
            case "noBreakHyphen" -> sign('-');
            default -> {
                // looks and frames
            }
        }
    }

    private void close(String name) {
        element = "";
        switch (name) {
            case "p" -> {
                if (!open.isEmpty()) {
                    Paragraph done = open.pop();
                    for (Unit unit : List.of(done.visible, done.hidden, done.deleted, done.fallback, done.codes)) {
                        if (!unit.isBlank()) {
                            units.add(unit);
                        }
                    }
                }
            }
            case "del", "moveFrom" -> deletions--;
            case "Fallback" -> fallbacks--;
            default -> {
                // looks and frames
            }
        }
    }

    private void text(Value value) {
        Paragraph paragraph = open.peek();
        if (paragraph == null) {
            return;
        }
        switch (element) {
            case "t" -> add(stream(paragraph), value);
            case "delText" -> add(paragraph.deleted, value);
            case "instrText", "delInstrText" -> paragraph.codes.add(value, 0, value.length());
            default -> {
                // the white space between elements
            }
        }
    }

    private void sign(char c) {
        Paragraph paragraph = open.peek();
        if (paragraph != null) {
            stream(paragraph).add(c);
        }
    }

    private Unit stream(Paragraph paragraph) {
        if (fallbacks > 0) {
            return paragraph.fallback;
        }
        if (deletions > 0) {
            return paragraph.deleted;
        }
        return hidden ? paragraph.hidden : paragraph.visible;
    }

    private void add(Unit unit, Value value) {
        String text = value.text();
        int from = 0;
        int to = text.length();
        if (!preserve) {
            while (from < to && Character.isWhitespace(text.charAt(from))) {
                from++;
            }
            while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
                to--;
            }
        }
        unit.add(value, from, to);
    }
}
