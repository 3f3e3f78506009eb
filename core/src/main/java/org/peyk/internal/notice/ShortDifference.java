package org.peyk.internal.notice;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.peyk.RequestDifference.Part;
import org.peyk.TextPiece;
import org.peyk.internal.difference.ContentDifference;
import org.peyk.spi.Content;
import org.peyk.spi.LocalizedText;

/** What a text says otherwise, word by word with a few words around; nothing of the rest of the text. */
final class ShortDifference {

    private static final int AROUND = 40;
    private static final int LONGEST = 2000;
    private static final LocalizedText ELSEWHERE = LocalizedText.of(
            "Metin aynı; hedef kitle, gönderen, zaman ya da başka bir bilgi değişti.",
            "The text is the same; audience, sender, time or something else is different.");

    private ShortDifference() {}

    static String of(Content before, Content after, Locale language) {
        List<Part> parts = ContentDifference.of(before, after);
        if (parts.isEmpty()) {
            return ELSEWHERE.in(language);
        }
        String all = parts.stream()
                .map(p -> p.name().in(language) + ": " + pieces(p.pieces()))
                .collect(Collectors.joining("\n"));
        return Lines.cut(all, LONGEST);
    }

    private static String pieces(List<TextPiece> pieces) {
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            String text = pieces.get(i).text();
            switch (pieces.get(i).kind()) {
                case REMOVED -> b.append("[-").append(text.strip()).append("-] ");
                case ADDED -> b.append("[+").append(text.strip()).append("+] ");
                case SAME -> b.append(around(text, i > 0, i < pieces.size() - 1));
            }
        }
        return Lines.one(b.toString());
    }

    private static String around(String text, boolean begin, boolean end) {
        if (text.length() <= 2 * AROUND) {
            return text;
        }
        String head = begin ? text.substring(0, AROUND) : "";
        String tail = end ? text.substring(text.length() - AROUND) : "";
        return head + " … " + tail;
    }
}
