package org.peyk.kvkk.document.internal.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.LimitReached;
import org.peyk.kvkk.document.internal.Reading;

/** Takes the lines off one page at a time, and counts what else is drawn on it. */
final class PageText extends PDFTextStripper {
    /** A page full of the smallest print has some ten thousand letters. */
    private static final int MOST_LETTERS = 200_000;

    private static final Pattern WIDE_SPACE = Pattern.compile(" {3,}|\\t");

    private final Reading reading;
    private final List<Line> lines = new ArrayList<>();
    private @Nullable Line line;
    private int letters;
    private int unknownLetters;
    private int pictures;
    private int drawings;

    PageText(Reading reading) {
        this.reading = reading;
        setSortByPosition(true);
        setShouldSeparateByBeads(false);
        setSuppressDuplicateOverlappingText(true);
    }

    /**
     * Takes the lines of a page.
     *
     * @param page the page
     * @throws IOException when it is damaged; the lines before the damage stay
     */
    void take(PDPage page) throws IOException {
        lines.clear();
        line = null;
        letters = 0;
        unknownLetters = 0;
        pictures = 0;
        drawings = 0;
        // PDFBox does not unpack a page's only stream as a whole, so nothing would see how large it is
        if (page.getCOSObject().getDictionaryObject(COSName.CONTENTS) instanceof BoundedStream contents) {
            contents.check();
        }
        try {
            processPage(page);
        } catch (LimitReached e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            writePage();
            throw e;
        }
    }

    List<Line> lines() {
        closeLine();
        return lines;
    }

    int pictures() {
        return pictures;
    }

    /** Whether something is drawn that may be text turned into shapes. */
    boolean drawn() {
        return pictures > 0 || drawings > 0;
    }

    /** Whether so many letters have no meaning that the text must not be trusted. */
    boolean undecoded() {
        return unknownLetters > 10 && unknownLetters * 5 > letters;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        reading.tick();
        switch (operator.getName()) {
            case OperatorName.DRAW_OBJECT -> {
                PDResources resources = getResources();
                if (resources != null
                        && !operands.isEmpty()
                        && operands.get(0) instanceof COSName name
                        && resources.isImageXObject(name)) {
                    pictures++;
                }
            }
            case OperatorName.BEGIN_INLINE_IMAGE -> pictures++;
            case OperatorName.FILL_NON_ZERO, OperatorName.FILL_EVEN_ODD, OperatorName.STROKE_PATH -> drawings++;
            default -> {
                // text and its looks
            }
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        if (++letters > MOST_LETTERS) {
            throw reading.tooComplex("PDF");
        }
        String unicode = font.toUnicode(code);
        if (unicode == null || isMeaningless(unicode)) {
            unknownLetters++;
        }
        super.showGlyph(matrix, font, code, displacement);
    }

    /** Characters of the private area and the sign for a lost character. */
    private static boolean isMeaningless(String unicode) {
        char c = unicode.isEmpty() ? 0 : unicode.charAt(0);
        return c == 0 || c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF);
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        if (text.isBlank() || positions.isEmpty()) {
            return;
        }
        TextPosition first = positions.get(0);
        TextPosition last = positions.get(positions.size() - 1);
        float size = Math.max(1, first.getYScale());
        float baseline = first.getYDirAdj();
        Line current = line;
        if (current == null || Math.abs(current.baseline() - baseline) > size * 0.8f) {
            closeLine();
            current = new Line(baseline);
            line = current;
        }
        float left = first.getXDirAdj();
        float right = last.getXDirAdj() + last.getWidthDirAdj();
        // programs that lay out with spaces leave the gaps in the text itself
        String[] cells = WIDE_SPACE.split(text.strip());
        if (cells.length == 1) {
            current.add(new Word(text.strip(), left, right, baseline, size));
            return;
        }
        float step = (right - left) / text.length();
        int at = 0;
        for (String raw : cells) {
            String cell = raw.strip();
            int start = text.indexOf(cell, at);
            at = start + cell.length();
            if (!cell.isBlank()) {
                float from = left + step * start;
                current.add(new Word(
                        cell,
                        Math.max(from, current.isEmpty() ? from : current.right() + size),
                        left + step * at,
                        baseline,
                        size));
            }
        }
    }

    @Override
    protected void writeLineSeparator() {
        closeLine();
    }

    private void closeLine() {
        if (line != null && !line.isEmpty()) {
            lines.add(line);
        }
        line = null;
    }

    @Override
    protected void startArticle(boolean isLTR) {
        closeLine();
    }

    @Override
    protected void endArticle() {
        closeLine();
    }

    @Override
    protected void writeWordSeparator() {
        // the gaps between words tell
    }

    @Override
    protected void writeParagraphSeparator() {
        // the page's layout tells
    }

    @Override
    protected void writeParagraphStart() {
        // the page's layout tells
    }

    @Override
    protected void writeParagraphEnd() {
        // the page's layout tells
    }

    @Override
    protected void writePageStart() {
        // nothing is written
    }

    @Override
    protected void writePageEnd() {
        closeLine();
    }
}
