package org.peyk.kvkk.internal;

import java.util.List;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Puts the text nodes of a stretch together, white space collapsed as a browser does, with the way back to the source. */
final class PieceBuilder {

    private static final int LONGEST_ENTITY = 40;

    private StringBuilder text = new StringBuilder();
    private SourceMap map = new SourceMap();

    boolean isEmpty() {
        return text.length() == 0;
    }

    String text() {
        return text.toString();
    }

    void append(TextNode node, String html, boolean preformatted) {
        String content = node.getWholeText();
        Range range = node.sourceRange();
        boolean tracked = range.isTracked() && range.startPos() >= 0 && range.endPos() <= html.length();
        if (!tracked) {
            map.whole(text.length(), -1, -1);
        }
        int source = range.startPos();
        boolean inStep = false;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            boolean literal = tracked && source < range.endPos() && html.charAt(source) == c && c != '&';
            int width = literal ? 1 : 0;
            if (tracked && !literal) {
                width = entityAt(html, source, range.endPos(), content, i);
                tracked = width > 0;
            }
            boolean space = !preformatted && (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f');
            if (space && endsInSpace()) {
                inStep = false;
            } else {
                inStep = note(source, width, literal && inStep, range);
                text.append(space ? ' ' : c);
            }
            source += width;
        }
    }

    /** Notes where the next character comes from, unless it goes on from the one before; says whether the next one may go on from it. */
    private boolean note(int source, int width, boolean goesOn, Range range) {
        if (goesOn) {
            return true;
        }
        if (width == 0) {
            map.whole(
                    text.length(), range.isTracked() ? range.startPos() : -1, range.isTracked() ? range.endPos() : -1);
            return false;
        }
        if (width > 1) {
            map.whole(text.length(), source, source + width);
            return false;
        }
        map.exact(text.length(), source);
        return true;
    }

    /** The length of what stands for a character in the source: an entity, a lone ampersand, or 0 when it cannot be told. */
    private static int entityAt(String html, int from, int end, String content, int at) {
        if (from >= end || html.charAt(from) != '&') {
            return 0;
        }
        int to = from + 1;
        while (to < end && to - from < LONGEST_ENTITY && isEntityCharacter(html.charAt(to))) {
            to++;
        }
        if (to < end && html.charAt(to) == ';') {
            to++;
        }
        String decoded = Parser.unescapeEntities(html.substring(from, to), false);
        if (decoded.length() == 1 && decoded.charAt(0) == content.charAt(at)) {
            return to - from;
        }
        return content.charAt(at) == '&' ? 1 : 0;
    }

    private static boolean isEntityCharacter(char c) {
        return c == '#' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private boolean endsInSpace() {
        int length = text.length();
        return length == 0 || text.charAt(length - 1) == ' ' || text.charAt(length - 1) == '\n';
    }

    void lineBreak() {
        map.whole(text.length(), -1, -1);
        text.append('\n');
    }

    /** The border of a block: one line break, however many blocks end here. */
    void blockBorder() {
        int length = text.length();
        if (length > 0 && text.charAt(length - 1) != '\n') {
            lineBreak();
        }
    }

    /** The stretch, if there is anything but white space in it. The builder starts anew. */
    List<Piece> build(@Nullable String where, boolean hidden, long row, @Nullable String heading) {
        String content = text.toString();
        SourceMap source = map;
        text = new StringBuilder();
        map = new SourceMap();
        return content.isBlank() ? List.of() : List.of(new Piece(content, where, hidden, row, heading, source));
    }
}
