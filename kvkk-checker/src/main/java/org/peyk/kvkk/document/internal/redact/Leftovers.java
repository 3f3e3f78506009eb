package org.peyk.kvkk.document.internal.redact;

import java.util.List;
import java.util.Set;
import org.peyk.kvkk.document.internal.redact.Markup.Piece;

/** What a copy does without, for it says again what stands elsewhere, and the copy shows the same without it. */
final class Leftovers {
    /** How a text is pronounced, and the days that a column is filtered by. */
    private static final Set<String> ELEMENTS = Set.of("rPh", "dateGroupItem");

    private Leftovers() {}

    static void remove(Markup markup) {
        List<Piece> pieces = markup.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.kind != Piece.Kind.OPEN) {
                continue;
            }
            if (ELEMENTS.contains(piece.name)) {
                markup.remove(i, markup.endOf(i));
            } else if (piece.name.equals("pivotCacheDefinition")) {
                // values that are alike now are told apart no longer; the program takes them from the sheet again
                piece.put("refreshOnLoad", "1");
            }
        }
    }
}
