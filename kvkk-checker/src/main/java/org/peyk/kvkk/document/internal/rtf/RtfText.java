package org.peyk.kvkk.document.internal.rtf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.TableWriter;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.ReadingNote.Kind;
import org.peyk.spi.document.Span;

/** Reads RTF in one pass: words, groups, letters. What a group is for its first word says; groups deeper than any program writes end the reading. */
final class RtfText {
    private static final int DEEPEST = 500;
    private static final int LONGEST_WORD = 32;

    /** The state that a group hands on to the groups in it. */
    private record State(boolean skipped, boolean hidden, int fallback) {}

    private final byte[] bytes;
    private final Reading reading;
    private final Deque<State> outer = new ArrayDeque<>();
    private State state = new State(false, false, 1);
    private Charset charset = Charset.forName("windows-1254");
    private final StringBuilder visible = new StringBuilder();
    private final StringBuilder hidden = new StringBuilder();
    private final List<String> cells = new ArrayList<>();
    private final TableWriter[] table = new TableWriter[1];
    private int at;
    private int toSkip;
    private boolean ignorable;
    private int paragraphs;

    RtfText(byte[] bytes, Reading reading) {
        this.bytes = bytes;
        this.reading = reading;
    }

    void read() {
        while (at < bytes.length) {
            reading.tick();
            char c = (char) (bytes[at] & 0xFF);
            switch (c) {
                case '{' -> open();
                case '}' -> close();
                case '\\' -> control();
                case '\r', '\n' -> at++;
                default -> letters();
            }
        }
        endParagraph();
        endTable();
        if (!outer.isEmpty()) {
            reading.note(Kind.DAMAGED, Notes.CUT_SHORT);
        }
    }

    private void open() {
        at++;
        if (outer.size() >= DEEPEST) {
            throw reading.tooComplex("RTF");
        }
        outer.push(state);
    }

    private void close() {
        at++;
        boolean wasHidden = state.hidden();
        state = outer.isEmpty() ? state : outer.pop();
        if (wasHidden && !state.hidden()) {
            endHidden();
        }
    }

    private void control() {
        at++;
        if (at >= bytes.length) {
            return;
        }
        char c = (char) (bytes[at] & 0xFF);
        if (c == '\'') {
            at--;
            letters();
        } else if (!isLetter(c)) {
            symbol(c);
        } else {
            word();
        }
    }

    private void symbol(char c) {
        at++;
        switch (c) {
            case '*' -> ignorable = true;
            case '~' -> append('\u00A0');
            case '_' -> append('-');
            case '-' -> {
                // a place to break a word at
            }
            case '\\', '{', '}' -> append(c);
            case '\r', '\n' -> endParagraph();
            default -> {
                // index and formula marks
            }
        }
    }

    private void word() {
        int start = at;
        while (at < bytes.length && isLetter((char) (bytes[at] & 0xFF)) && at - start < LONGEST_WORD) {
            at++;
        }
        String word = new String(bytes, start, at - start, java.nio.charset.StandardCharsets.US_ASCII);
        int sign = 1;
        if (at + 1 < bytes.length && bytes[at] == '-' && isDigit(bytes[at + 1])) {
            sign = -1;
            at++;
        }
        long number = 0;
        boolean any = false;
        while (at < bytes.length && isDigit(bytes[at])) {
            number = Math.min(Integer.MAX_VALUE, number * 10 + bytes[at] - '0');
            any = true;
            at++;
        }
        if (at < bytes.length && bytes[at] == ' ') {
            at++;
        }
        boolean star = ignorable;
        ignorable = false;
        obey(word, any ? (int) (sign * number) : 1, any, star);
    }

    private void obey(String word, int number, boolean given, boolean star) {
        if (RtfWords.PICTURES.contains(word)) {
            reading.picture();
            state = new State(true, state.hidden(), state.fallback());
        } else if (RtfWords.WITHOUT_TEXT.contains(word)) {
            if (word.equals("objdata")) {
                reading.note(Kind.UNKNOWN_TYPE, Notes.embeddedNotRead("OLE"));
            }
            state = new State(true, state.hidden(), state.fallback());
        } else if (RtfWords.HIDDEN.contains(word) || (star && !word.equals("shppict") && !word.equals("shpinst"))) {
            state = new State(state.skipped(), true, state.fallback());
        } else {
            text(word, number, given);
        }
    }

    private void text(String word, int number, boolean given) {
        switch (word) {
            case "par", "sect", "page", "line" -> endParagraph();
            case "cell", "nestcell" -> cell();
            case "row", "nestrow" -> row();
            case "tab" -> append('\t');
            case "emdash", "endash" -> append('-');
            case "lquote", "rquote" -> append('\'');
            case "ldblquote", "rdblquote" -> append('"');
            case "bullet" -> append('\u2022');
            case "v" -> state = new State(state.skipped(), !given || number != 0, state.fallback());
            case "ansicpg" -> charset(number);
            case "mac" -> charset(10_000);
            case "uc" -> state = new State(state.skipped(), state.hidden(), Math.max(0, Math.min(number, 16)));
            case "u" -> {
                append((char) (number < 0 ? number + 0x10000 : number));
                toSkip = state.fallback();
            }
            case "bin" -> at = (int) Math.min(bytes.length, at + (long) Math.max(0, number));
            default -> {
                // looks
            }
        }
    }

    private void charset(int page) {
        try {
            charset = Charset.forName(page == 10_000 ? "x-MacRoman" : page == 65_001 ? "UTF-8" : "windows-" + page);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // what cannot be decoded is read as what most Turkish files are in
            reading.note(Kind.REMARK, Notes.BROKEN_LETTERS);
        }
    }

    /** Letters as they are and those written in figures, decoded together, for a letter may take two of them. */
    private void letters() {
        ByteArrayOutputStream run = new ByteArrayOutputStream();
        while (at < bytes.length) {
            int b = bytes[at] & 0xFF;
            if (b == '\\' && at + 1 < bytes.length && bytes[at + 1] == '\'') {
                if (at + 3 >= bytes.length) {
                    at = bytes.length;
                    break;
                }
                int value = Character.digit(bytes[at + 2], 16) * 16 + Character.digit(bytes[at + 3], 16);
                at += 4;
                take(run, value < 0 ? '?' : value);
            } else if (b == '\\' || b == '{' || b == '}' || b == '\r' || b == '\n') {
                break;
            } else {
                at++;
                take(run, b);
            }
        }
        append(new String(run.toByteArray(), charset));
    }

    private void take(ByteArrayOutputStream run, int value) {
        if (toSkip > 0) {
            toSkip--;
        } else {
            run.write(value);
        }
    }

    private void append(char c) {
        append(String.valueOf(c));
    }

    private void append(String text) {
        if (state.skipped()) {
            return;
        }
        StringBuilder to = state.hidden() ? hidden : visible;
        to.append(text);
        reading.checkLength(to.length());
    }

    private void endHidden() {
        reading.property(hidden.toString().strip(), List.of("gizli metin ve özellikler"));
        hidden.setLength(0);
    }

    private void endParagraph() {
        if (state.hidden()) {
            hidden.append('\n');
            return;
        }
        endHidden();
        String text = visible.toString();
        visible.setLength(0);
        if (!text.isBlank()) {
            if (cells.isEmpty()) {
                endTable();
            }
            reading.segment(text, false, List.of("paragraf " + ++paragraphs));
            reading.block(new Block.Paragraph(List.of(Span.of(text.strip()))));
        }
    }

    private void cell() {
        reading.keep();
        cells.add(visible.toString().strip());
        visible.setLength(0);
    }

    private void row() {
        TableWriter writer = table[0];
        if (writer == null) {
            writer = new TableWriter(reading, true);
            table[0] = writer;
        }
        List<TableWriter.Cell> row = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            row.add(new TableWriter.Cell(i, cells.get(i), List.of("tablo", "sütun " + (i + 1)), false));
        }
        cells.clear();
        writer.row(row, false);
    }

    private void endTable() {
        if (table[0] != null) {
            table[0].end();
            table[0] = null;
        }
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
