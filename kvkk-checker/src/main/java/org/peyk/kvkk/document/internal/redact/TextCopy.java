package org.peyk.kvkk.document.internal.redact;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.peyk.kvkk.document.internal.text.SeparatedFormat;
import org.peyk.kvkk.document.internal.text.TextEncoding;

/** Copies of text files. A code page that has no black letter gives way to UTF-8. */
public final class TextCopy {

    private TextCopy() {}

    /**
     * Copies plain text.
     *
     * @param bytes the file
     * @param paragraphs its paragraphs and what is to stand in their place
     * @param redactor gives a text of the same length; sees the whole, in which more may come to light than in the paragraphs
     * @return the copy
     */
    public static byte[] text(byte[] bytes, List<Change> paragraphs, UnaryOperator<String> redactor) {
        TextEncoding encoding = TextEncoding.of(bytes);
        Unit unit = Unit.of(new Value(Entities.encode(redactor.apply(encoding.decode(bytes)))));
        new Lines(List.of(unit)).blacken(paragraphs, false);
        return encode(unit.text(), encoding, bytes);
    }

    /**
     * Copies a table.
     *
     * @param bytes the file
     * @param cells its cells, whose places name line and column
     * @return the copy, with quotes where they are needed
     * @throws IOException never, as the bytes are here
     */
    public static byte[] table(byte[] bytes, List<Change> cells) throws IOException {
        TextEncoding encoding = TextEncoding.of(bytes);
        char separator = SeparatedFormat.separatorOf(bytes);
        StringBuilder out = new StringBuilder(bytes.length);
        String row = "";
        int column = 0;
        for (Change cell : cells) {
            if (!cell.path().get(0).equals(row)) {
                out.append(row.isEmpty() ? "" : "\n");
                row = cell.path().get(0);
                column = 1;
            }
            int there = columnOf(cell);
            // empty cells are not told
            out.append(String.valueOf(separator).repeat(Math.max(0, there - column)));
            column = there;
            out.append(quoted(cell.after(), separator));
        }
        return encode(out.append('\n').toString(), encoding, bytes);
    }

    private static int columnOf(Change cell) {
        String step = cell.path().get(cell.path().size() - 1);
        return Integer.parseInt(step.substring(step.lastIndexOf(' ') + 1));
    }

    private static String quoted(String text, char separator) {
        boolean needed = text.indexOf(separator) >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0;
        return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static byte[] encode(String text, TextEncoding encoding, byte[] original) {
        Charset charset = encoding.charset();
        boolean unicode = charset.name().startsWith("UTF-");
        byte[] letters = text.getBytes(unicode ? charset : StandardCharsets.UTF_8);
        int mark = unicode ? encoding.mark() : 0;
        byte[] all = new byte[mark + letters.length];
        System.arraycopy(original, 0, all, 0, mark);
        System.arraycopy(letters, 0, all, mark, letters.length);
        return all;
    }
}
