package org.peyk.kvkk.document.internal.child;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import org.peyk.spi.ByteSource;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.document.DocumentException;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.DocumentReader;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.document.ReadingNote;

/** The program of the other process: reads one file that it is given and tells what it finds. */
public final class ReadingChild {
    static final int READY = 42;

    private static final LocalizedText FAILED = new LocalizedText(
            "Dosya okunurken beklenmeyen bir durumla karşılaşıldı; yalnızca okunabilen bölümü denetlenebildi.",
            "Something unexpected was met while the file was read; only what could be read was looked at.");

    private ReadingChild() {}

    /**
     * Reads one file from the standard input and ends.
     *
     * @param arguments none
     * @throws IOException when nobody listens
     * @throws ReflectiveOperationException when the reader is not one of this module
     */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // what libraries print must not come between
        System.setOut(System.err);
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        DocumentReader reader = reader(Wire.text(in));
        String name = Wire.text(in);
        String type = Wire.text(in);
        ReadLimits limits = Wire.limits(in);
        byte[] file = in.readNBytes(in.readInt());
        out.writeByte(READY);
        out.flush();
        Telling telling = new Telling(out);
        try {
            reader.read(new DocumentInput(name, type, ByteSource.of(file)), limits, telling);
        } catch (DocumentException e) {
            telling.note(new ReadingNote(ReadingNote.Kind.DAMAGED, e.text()));
        } catch (UncheckedIOException e) {
            // nobody listens any more
            return;
        } catch (RuntimeException e) {
            telling.note(new ReadingNote(ReadingNote.Kind.DAMAGED, FAILED));
        }
        telling.end();
    }

    private static DocumentReader reader(String name) throws ReflectiveOperationException {
        try {
            return (DocumentReader) Class.forName(name).getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
