package org.peyk.kvkk.document.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.document.ReadingHandler;
import org.peyk.spi.document.ReadingNote.Kind;

/** Runs a format over a file and turns everything that goes wrong in it into notes. */
public final class FileReading {

    private FileReading() {}

    /**
     * Reads a file.
     *
     * @param format the format that knows the file
     * @param input the file
     * @param limits the bounds
     * @param handler takes what is found; what it throws reaches the caller
     * @param formats what files within the file are read with
     * @throws IOException when the file cannot be opened
     */
    public static void run(
            Format format, DocumentInput input, ReadLimits limits, ReadingHandler handler, List<Format> formats)
            throws IOException {
        Reading reading = Reading.start(input.fileName(), limits, handler, formats);
        boolean tooLarge = input.bytes().size() > limits.inputBytes();
        byte[] bytes;
        if (tooLarge && format.needsWholeFile()) {
            bytes = new byte[0];
        } else {
            try (InputStream in = input.bytes().open()) {
                bytes = in.readNBytes((int) Math.min(limits.inputBytes(), Integer.MAX_VALUE - 16));
                // a source may have grown since it told its size
                tooLarge |= in.read() >= 0;
            }
        }
        if (tooLarge) {
            reading.note(Kind.LIMIT_REACHED, Notes.tooLarge(limits.inputBytes()));
        }
        if (bytes.length > 0) {
            reading.packed(bytes.length);
            run(format, new FileBytes(input.fileName(), input.mediaType(), bytes), reading);
        } else if (!tooLarge) {
            reading.note(Kind.NO_TEXT, Notes.EMPTY);
        }
        reading.info(format.mediaType(), null);
        reading.sink().rethrowFailure();
    }

    static void run(Format format, FileBytes file, Reading reading) {
        try {
            reading.budget().checkTime();
            format.read(file, reading);
            if (reading.silentlyEmpty()) {
                reading.note(Kind.NO_TEXT, Notes.NO_TEXT);
            }
        } catch (LimitReached e) {
            reading.note(Kind.LIMIT_REACHED, e.text());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // parsers of third parties throw whatever comes to hand on damaged files; the text of such exceptions may
            // quote the file
            reading.sink().rethrowFailure();
            reading.note(Kind.DAMAGED, Notes.DAMAGED);
        }
        LimitReached swallowed = reading.budget().reached();
        if (swallowed != null) {
            reading.note(Kind.LIMIT_REACHED, swallowed.text());
        }
        if (reading.pictures() > 0) {
            reading.note(Kind.IMAGE_NOT_SCANNED, Notes.picturesNotScanned(reading.pictures()));
        }
    }
}
