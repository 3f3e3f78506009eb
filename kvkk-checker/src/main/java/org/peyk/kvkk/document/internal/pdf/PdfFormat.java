package org.peyk.kvkk.document.internal.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.FileBytes;
import org.peyk.kvkk.document.internal.FileHead;
import org.peyk.kvkk.document.internal.Format;
import org.peyk.kvkk.document.internal.LimitReached;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.spi.document.ReadingNote.Kind;

/** PDF files (ISO 32000). Those with an owner's password only are read, as every viewer shows them. */
public final class PdfFormat implements Format {
    private static final String MEDIA_TYPE = "application/pdf";
    private static final String HEADER = "%PDF-";

    /** Viewers take a file for a PDF when the header is among its first bytes. */
    private static final int HEADER_RANGE = 1_024;

    private static final int TRAILER_RANGE = 2_048;

    /** Programs, which no viewer opens as a document. */
    private static final List<String> PROGRAMS = List.of("MZ", "\u007FELF", "#!");

    @Override
    public boolean recognises(FileHead head) {
        return PROGRAMS.stream().noneMatch(head::startsWith) && headerAt(head.bytes()) >= 0;
    }

    @Override
    public String mediaType() {
        return MEDIA_TYPE;
    }

    @Override
    public boolean needsWholeFile() {
        return true;
    }

    @Override
    public void read(FileBytes file, Reading reading) throws IOException {
        byte[] bytes = withoutPrefix(file.bytes(), reading);
        if (find(bytes, "%%EOF", Math.max(0, bytes.length - TRAILER_RANGE), bytes.length) < 0) {
            reading.note(Kind.DAMAGED, Notes.CUT_SHORT);
        }
        try (PDDocument document = open(bytes, reading)) {
            if (document == null) {
                return;
            }
            PDDocumentInformation information = document.getDocumentInformation();
            reading.info(MEDIA_TYPE, information == null ? null : PdfExtras.telling(information.getTitle()));
            new PdfPages(document, reading).read();
            new PdfExtras(document, reading).read();
        }
    }

    /** The document, or null when it needs a password. */
    private static @Nullable PDDocument open(byte[] bytes, Reading reading) throws IOException {
        try {
            return new BoundedParser(bytes, reading).parse();
        } catch (LimitReached e) {
            throw e;
        } catch (InvalidPasswordException e) {
            encrypted(reading);
            return null;
        } catch (IOException | RuntimeException | LinkageError e) {
            // files for the holders of certificates need a library that is not there
            if (find(bytes, "/Encrypt", 0, bytes.length) >= 0) {
                encrypted(reading);
                return null;
            }
            throw e;
        }
    }

    private static void encrypted(Reading reading) {
        reading.note(Kind.ENCRYPTED, Notes.ENCRYPTED);
    }

    private static byte[] withoutPrefix(byte[] bytes, Reading reading) {
        int start = Math.max(0, headerAt(bytes));
        for (int i = 0; i < start; i++) {
            int b = bytes[i] & 0xFF;
            boolean mark = b == 0xEF || b == 0xBB || b == 0xBF;
            if (b > ' ' && !(mark && i < 3)) {
                reading.note(Kind.DAMAGED, Notes.FOREIGN_BYTES);
                break;
            }
        }
        return start == 0 ? bytes : Arrays.copyOfRange(bytes, start, bytes.length);
    }

    private static int headerAt(byte[] bytes) {
        return find(bytes, HEADER, 0, Math.min(bytes.length, HEADER_RANGE));
    }

    private static int find(byte[] bytes, String word, int from, int to) {
        byte[] wanted = word.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = from; i + wanted.length <= to; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
