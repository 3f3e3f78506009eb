package org.peyk.audience;

import de.siegmar.fastcsv.reader.CsvIndex;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.IndexedCsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.ByteSource;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.Sha256;
import org.peyk.spi.recipient.RecipientSourceException;

/**
 * A file as it was when it was looked through: its digest, its form, and where every {@value #CHUNK}th record begins, so that a page can
 * be read without reading what comes before it.
 */
final class CsvFile {

    /** Records between two places of the index. */
    static final int CHUNK = 1_000;

    /** A file that was written this short a time before it was looked at may be written again without a new time stamp. */
    private static final Duration TIME_STAMP_GRAIN = Duration.ofSeconds(2);

    private final Path path;
    private final Stamp stamp;
    private final boolean settled;
    private final String sha256;
    private final Charset charset;
    private final char separator;
    private final CsvIndex index;
    private final CsvHeader header;

    private record Stamp(
            long size, FileTime modified, @Nullable Object key) {
        static Stamp of(Path path) throws IOException {
            BasicFileAttributes a = Files.readAttributes(path, BasicFileAttributes.class);
            return new Stamp(a.size(), a.lastModifiedTime(), a.fileKey());
        }
    }

    private CsvFile(
            Path path, @Nullable Charset declared, @Nullable Character separator, Map<String, RecipientColumn> named)
            throws IOException, RecipientSourceException {
        this.path = path;
        Instant looked = Instant.now();
        this.stamp = Stamp.of(path);
        this.settled = stamp.modified().toInstant().isBefore(looked.minus(TIME_STAMP_GRAIN));
        CsvEncoding encoding;
        try (InputStream in = Files.newInputStream(path)) {
            encoding = CsvEncoding.detect(in, declared);
        }
        this.charset = encoding.charset();
        this.sha256 = encoding.sha256();
        this.separator = separator != null ? separator : CsvSeparator.detect(path, charset);
        try (IndexedCsvReader<CsvRecord> reader = reader(null)) {
            this.index = reader.getIndex();
            this.header = header(reader, named);
        } catch (CsvParseException e) {
            throw badQuotes(e);
        }
    }

    private static CsvHeader header(IndexedCsvReader<CsvRecord> reader, Map<String, RecipientColumn> named)
            throws IOException, RecipientSourceException {
        long position = 0;
        for (int page = 0; page < reader.getIndex().pages().size(); page++) {
            for (CsvRecord row : reader.readPage(page)) {
                if (!blank(row)) {
                    return CsvHeader.of(row.getFields(), position, named);
                }
                position++;
            }
        }
        return CsvHeader.BARE;
    }

    /** A line without anything on it. */
    static boolean blank(CsvRecord row) {
        return row.getFieldCount() == 1 && row.getField(0).isBlank();
    }

    /**
     * Looks a file through.
     *
     * @param declared its encoding, or null to find it
     * @param separator what separates fields, or null to find it
     * @param named headers that the application named
     * @throws RecipientSourceException when the file is missing, cannot be read, or is no list of recipients
     */
    static CsvFile open(
            Path path, @Nullable Charset declared, @Nullable Character separator, Map<String, RecipientColumn> named)
            throws RecipientSourceException, InterruptedException {
        if (!Files.isRegularFile(path)) {
            throw missing(path, null);
        }
        try {
            return new CsvFile(path, declared, separator, named);
        } catch (ClosedByInterruptException e) {
            throw interrupted();
        } catch (IOException e) {
            throw missing(path, e);
        }
    }

    String sha256() {
        return sha256;
    }

    CsvHeader header() {
        return header;
    }

    /** Whether the file on disk is certainly still the one that was looked through. */
    boolean current() {
        try {
            return settled && stamp.equals(Stamp.of(path));
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether the file has another time stamp or size than when it was looked through. */
    boolean touched() throws RecipientSourceException {
        try {
            return !stamp.equals(Stamp.of(path));
        } catch (IOException e) {
            throw missing(path, e);
        }
    }

    /** Takes records in order. */
    interface EachRecord {
        /** Returns whether to go on. */
        boolean take(long position, CsvRecord row) throws InterruptedException;
    }

    /** Reads records from a position on, a chunk at a time. */
    void read(long from, EachRecord each) throws RecipientSourceException, InterruptedException {
        try (IndexedCsvReader<CsvRecord> reader = reader(index)) {
            long position = from / CHUNK * CHUNK;
            for (int page = (int) (from / CHUNK); page < index.pages().size(); page++) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                for (CsvRecord row : reader.readPage(page)) {
                    if (position >= from && !each.take(position, row)) {
                        return;
                    }
                    position++;
                }
            }
        } catch (CsvParseException e) {
            throw badQuotes(e);
        } catch (IllegalArgumentException e) {
            throw changed(); // the index no longer fits the file
        } catch (ClosedByInterruptException e) {
            throw interrupted();
        } catch (IOException e) {
            throw missing(path, e);
        }
    }

    /** The digest of a file as it is now. */
    static String digest(Path path) throws RecipientSourceException {
        if (!Files.isRegularFile(path)) {
            throw missing(path, null);
        }
        try {
            return Sha256.hex(ByteSource.of(path));
        } catch (IOException e) {
            throw missing(path, e);
        }
    }

    /** A channel that an interrupt closed leaves the thread marked; an {@link InterruptedException} does not. */
    private static InterruptedException interrupted() {
        Thread.interrupted();
        return new InterruptedException();
    }

    static RecipientSourceException changed() {
        return new RecipientSourceException(
                CsvRecipientSource.CSV_CHANGED,
                LocalizedText.of(
                        "Alıcı dosyası okunurken değişti; ilk hâlini geri koyun ya da talebi yeniden onaya sunun.",
                        "The recipient file changed while it was read; put the first one back or submit the request again."),
                null);
    }

    private IndexedCsvReader<CsvRecord> reader(@Nullable CsvIndex known) throws IOException {
        var builder = IndexedCsvReader.builder()
                .fieldSeparator(separator)
                .pageSize(CHUNK)
                // A quote that is never closed would swallow every row after it.
                .allowUnclosedQuote(false);
        if (known != null) {
            builder.index(known);
        }
        return builder.ofCsvRecord(path, charset);
    }

    private static RecipientSourceException missing(Path path, @Nullable IOException cause) {
        String name = String.valueOf(path.getFileName());
        if (Files.isDirectory(path)) {
            return new RecipientSourceException(
                    CsvRecipientSource.CSV_MISSING,
                    LocalizedText.of(
                            "Alıcı dosyası yerine bir klasör verildi: " + name + ". Dosyanın kendisini verin.",
                            "A directory was given for the recipient file: " + name + ". Give the file itself."),
                    cause);
        }
        return new RecipientSourceException(
                CsvRecipientSource.CSV_MISSING,
                LocalizedText.of(
                        "Alıcı dosyası yok ya da okunamıyor: " + name + ". Yolunu ve erişim iznini denetleyin.",
                        "The recipient file is missing or cannot be read: " + name + ". Check its path and access."),
                cause);
    }

    /** The parser's own message may quote the row; the line it names is all that is kept. */
    private static RecipientSourceException badQuotes(CsvParseException e) {
        String line = String.valueOf(e.getMessage()).replaceAll("(?s).*line (\\d+).*", "$1");
        boolean known = line.matches("\\d+");
        return new RecipientSourceException(
                CsvRecipientSource.CSV_QUOTES,
                LocalizedText.of(
                        "Alıcı dosyasında kapanmamış ya da yanlış yerde bir tırnak var"
                                + (known ? " (satır " + line + ")" : "") + "; düzeltip yeniden verin.",
                        "The recipient file has a quotation mark that is not closed or misplaced"
                                + (known ? " (line " + line + ")" : "") + "; correct it and give the file again."),
                null);
    }
}
