package org.peyk.kvkk.document.internal;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.check.Place;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.DocumentInfo;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.document.ReadingHandler;
import org.peyk.spi.document.ReadingNote;
import org.peyk.spi.document.Segment;

/**
 * One file being read: takes what a format finds, says where it stands, and keeps the bounds. A file within the file is a reading of its
 * own over the same bounds, whose text is hidden and makes no blocks.
 */
public final class Reading {
    private final Budget budget;
    private final Sink sink;
    private final List<Format> formats;
    private final String file;
    private final List<String> outer;
    private final @Nullable String innerName;
    private final int depth;
    private final boolean hidden;
    private final boolean shown;
    private boolean anyText;
    private boolean partly;
    private int pictures;

    private Reading(
            Budget budget,
            Sink sink,
            List<Format> formats,
            String file,
            List<String> outer,
            @Nullable String innerName,
            int depth,
            boolean hidden,
            boolean shown) {
        this.budget = budget;
        this.sink = sink;
        this.formats = formats;
        this.file = file;
        this.outer = outer;
        this.innerName = innerName;
        this.depth = depth;
        this.hidden = hidden;
        this.shown = shown;
    }

    /**
     * Starts the reading of a file; the time counts from now.
     *
     * @param file the file's name, part of every place
     * @param limits the bounds
     * @param handler takes what is found
     * @param formats what files within the file are read with
     * @return the reading
     */
    public static Reading start(String file, ReadLimits limits, ReadingHandler handler, List<Format> formats) {
        return new Reading(new Budget(limits), new Sink(handler), formats, file, List.of(), null, 0, false, true);
    }

    public ReadLimits limits() {
        return budget.limits();
    }

    /** What the document says about itself; the first call counts. */
    public void info(String mediaType, @Nullable String title) {
        info(mediaType, title, null, null);
    }

    /** The same for a document that has a registry number and a date. */
    public void info(
            String mediaType, @Nullable String title, @Nullable String registryNumber, @Nullable LocalDate date) {
        if (depth == 0 && !sink.informed()) {
            String stripped = title == null || title.isBlank() ? null : title.strip();
            String number = registryNumber == null || registryNumber.isBlank() ? null : registryNumber.strip();
            sink.send(h -> h.info(new DocumentInfo(mediaType, stripped, number, date)));
        }
    }

    public void block(Block block) {
        if (shown) {
            sink.send(h -> h.block(block));
        }
    }

    /** A piece of text; nothing happens when it is blank. */
    public void segment(String text, boolean hidden, List<String> path) {
        cell(text, hidden, path, -1, -1, null);
    }

    /** A piece of text in a table. */
    public void cell(String text, boolean hidden, List<String> path, long row, int column, @Nullable String header) {
        if (!text.isBlank()) {
            anyText = true;
            emit(text, hidden, path, row, column, header);
        }
    }

    /** A text about the document rather than in it: it does not make a picture-only file one with text. */
    public void property(@Nullable String text, List<String> path) {
        property(text, true, path);
    }

    /** The same for one that is seen, such as the name of a sheet. */
    public void property(@Nullable String text, boolean hidden, List<String> path) {
        if (text != null && !text.isBlank()) {
            emit(text, hidden, path, -1, -1, null);
        }
    }

    private void emit(
            String text, boolean hiddenThere, List<String> path, long row, int column, @Nullable String header) {
        budget.tick();
        long left = budget.charsLeft();
        String kept = text.length() <= left ? text : cut(text, (int) left);
        if (!kept.isBlank()) {
            Place place = Place.inFile(file, join(outer, path), hiddenThere || hidden);
            Segment segment = new Segment(kept, place, row, column, header);
            sink.send(h -> h.segment(segment));
        }
        budget.chars(text.length());
    }

    private static String cut(String text, int length) {
        boolean halfPair = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, halfPair ? length - 1 : length);
    }

    public void note(ReadingNote.Kind kind, LocalizedText text) {
        partly |= kind.incomplete();
        LocalizedText shown = innerName == null ? text : Notes.inEmbedded(innerName, text);
        sink.note(new ReadingNote(kind, shown));
    }

    /** A picture that was not looked into; one note names them all. */
    public void picture() {
        pictures++;
    }

    /** Whether nothing was found and nothing was said that would explain it. */
    boolean silentlyEmpty() {
        return !anyText && !partly;
    }

    /**
     * Reads a file within the file with the format that knows it.
     *
     * @param name its name, as the outer file gives it
     * @param bytes its bytes
     */
    public void embedded(String name, byte[] bytes) {
        inner(name, bytes, "gömülü dosya " + name, true, false);
    }

    /**
     * Reads a file that this one is there to carry, such as one of an archive or of a mail: whoever opens the outer file sees it.
     *
     * @param name its name
     * @param bytes its bytes
     */
    public void carried(String name, byte[] bytes) {
        inner(name, bytes, "dosya " + name, hidden, false);
    }

    /**
     * Reads a file that is the visible text of this one, such as the letter in an official package.
     *
     * @param name its name
     * @param bytes its bytes
     */
    public void body(String name, byte[] bytes) {
        inner(name, bytes, name, hidden, shown);
    }

    private void inner(String name, byte[] bytes, String step, boolean hiddenThere, boolean shownThere) {
        if (depth >= budget.limits().nesting()) {
            note(ReadingNote.Kind.LIMIT_REACHED, Notes.tooDeep(budget.limits().nesting()));
            return;
        }
        FileBytes inner = new FileBytes(name, "", bytes);
        Format format = formatOf(inner);
        if (format == null) {
            if (Pictures.isPicture(bytes)) {
                picture();
            } else {
                note(ReadingNote.Kind.UNKNOWN_TYPE, Notes.embeddedNotRead(name));
            }
            return;
        }
        anyText = true;
        budget.packed(bytes.length);
        Reading reading = new Reading(
                budget, sink, formats, file, join(outer, List.of(step)), name, depth + 1, hiddenThere, shownThere);
        FileReading.run(format, inner, reading);
        LimitReached reached = budget.reached();
        if (reached != null) {
            throw reached;
        }
    }

    private @Nullable Format formatOf(FileBytes inner) {
        for (Format format : formats) {
            try {
                if (format.recognises(inner.head())) {
                    return format;
                }
            } catch (IOException e) {
                // not this kind
                continue;
            }
        }
        return null;
    }

    /** Looks at the clock now and then; cheap enough for inner loops. */
    public void tick() {
        budget.tick();
    }

    public void page() {
        budget.page();
    }

    /** The number of the next table row, counted through the file. */
    public long row() {
        budget.tick();
        return budget.row();
    }

    /** Charges text that is kept but is no segment of its own, such as the padding of a table. */
    public void charge(long chars) {
        budget.chars(chars);
    }

    /** The size of packed bytes of which the ratio counts. */
    public void packed(long bytes) {
        budget.packed(bytes);
    }

    public void unpacked(long bytes) {
        budget.unpacked(bytes);
        budget.tick();
    }

    /** One more thing is kept in memory until the file is read: a style, a link, a shared text. */
    public void keep() {
        budget.keep();
    }

    /** Ends the reading because the file is built to exhaust its reader. */
    public LimitReached tooComplex(String what) {
        return budget.over(Notes.tooComplex(what));
    }

    /** Ends the reading because something unpacks to far more than it should. */
    public LimitReached tooDense() {
        return budget.over(Notes.tooDense(budget.limits().ratio()));
    }

    /** A piece of text is being put together; ends the reading when it alone would pass the bound. */
    public void checkLength(int length) {
        if (length > budget.limits().outputChars()) {
            throw budget.over(Notes.tooMuchText(budget.limits().outputChars()));
        }
    }

    Budget budget() {
        return budget;
    }

    Sink sink() {
        return sink;
    }

    int pictures() {
        return pictures;
    }

    private static List<String> join(List<String> first, List<String> second) {
        if (first.isEmpty()) {
            return second;
        }
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
