package org.peyk.kvkk.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;

/** Puts the text nodes of a stretch together, white space collapsed as a browser does, with the way back to the source. */
final class PieceBuilder {

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
        boolean exact = tracked
                && range.endPos() - range.startPos() == content.length()
                && html.startsWith(content, range.startPos());
        if (!tracked) {
            map.whole(text.length(), -1, -1);
        } else if (!exact) {
            map.whole(text.length(), range.startPos(), range.endPos());
        }
        boolean fresh = exact;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            boolean space = !preformatted && (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f');
            if (space && endsInSpace()) {
                fresh = exact;
                continue;
            }
            if (fresh) {
                map.exact(text.length(), range.startPos() + i);
                fresh = false;
            }
            text.append(space ? ' ' : c);
        }
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
        if (text.toString().isBlank()) {
            text.setLength(0);
            map = new SourceMap();
            return List.of();
        }
        Piece piece = new Piece(text.toString(), where, hidden, row, heading, map);
        text = new StringBuilder();
        map = new SourceMap();
        return List.of(piece);
    }
}
