package org.peyk.report;

import java.util.Locale;
import org.peyk.RequestDifference;
import org.peyk.TextPiece;

/** Shows a difference as a part of an HTML page. Every value is escaped; HTML is shown as it is read or as code, never as itself. */
public final class HtmlDifference {

    private HtmlDifference() {}

    /**
     * Makes the part.
     *
     * @param difference what is different
     * @param locale the reader's language; Turkish gets Turkish headings, everything else English ones
     * @return a {@code section} element, with {@code del} around what was taken out and {@code ins} around what was put in
     */
    public static String section(RequestDifference difference, Locale locale) {
        Markup m = new Markup().open("section", "class", "difference");
        for (RequestDifference.Part part : difference.parts()) {
            m.element("h3", part.name().in(locale)).open("p", "style", "white-space:pre-wrap");
            for (TextPiece piece : part.pieces()) {
                switch (piece.kind()) {
                    case SAME -> m.text(piece.text());
                    case REMOVED -> m.own("<del>").text(piece.text()).own("</del>");
                    case ADDED -> m.own("<ins>").text(piece.text()).own("</ins>");
                }
            }
            m.close("p");
        }
        return m.close("section").toString();
    }
}
