package org.peyk.kvkk.document.internal.text;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.peyk.kvkk.document.internal.FileBytes;
import org.peyk.kvkk.document.internal.FileHead;
import org.peyk.kvkk.document.internal.Format;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.TableWriter;
import org.peyk.spi.document.ReadingNote.Kind;

/** Tables in text files: comma, semicolon, tab or bar between the columns (RFC 4180, and what Excel in Turkish writes). */
public final class SeparatedFormat implements Format {
    private static final int HEAD = 32 * 1024;

    private final PlainTextFormat plainText = new PlainTextFormat();

    @Override
    public boolean recognises(FileHead head) {
        if (!plainText.recognises(head)) {
            return false;
        }
        return head.hints(".csv", ".tsv", ".tab", "text/csv", "text/tab-separated-values", "application/csv")
                || Separators.tabular(TextEncoding.of(head.bytes()).decode(head.bytes()));
    }

    @Override
    public String mediaType() {
        return "text/csv";
    }

    @Override
    public boolean needsWholeFile() {
        return false;
    }

    /**
     * What parts the columns of a file.
     *
     * @param bytes the file
     * @return the character
     * @throws IOException never, as the bytes are here
     */
    public static char separatorOf(byte[] bytes) throws IOException {
        char[] head = new char[HEAD];
        int length = 0;
        try (BufferedReader in = TextEncoding.of(bytes).reader(bytes)) {
            for (int n = 0; n >= 0 && length < HEAD; n = in.read(head, length, HEAD - length)) {
                length += n;
            }
        }
        return Separators.of(new String(head, 0, length));
    }

    @Override
    public void read(FileBytes file, Reading reading) throws IOException {
        TextEncoding encoding = TextEncoding.of(file.bytes());
        char separator = separatorOf(file.bytes());
        reading.info(separator == '\t' ? "text/tab-separated-values" : mediaType(), null);
        if (encoding.broken()) {
            reading.note(Kind.REMARK, Notes.BROKEN_LETTERS);
        }
        TableWriter table = new TableWriter(reading, true);
        try {
            rows(file, encoding, separator, table, reading);
        } finally {
            table.end();
        }
    }

    private static void rows(FileBytes file, TextEncoding encoding, char separator, TableWriter table, Reading reading)
            throws IOException {
        long lines = 0;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(encoding.reader(file.bytes()))) {
            for (CsvRecord row : csv) {
                if (lines == 0 && row.getFields().equals(List.of("sep=", ""))) {
                    // names the separator for Excel, which does not show it
                    lines = 1;
                    continue;
                }
                row(row.getStartingLineNumber(), row.getFields(), table);
                lines = row.getStartingLineNumber() + breaks(row.getFields());
            }
        } catch (CsvParseException e) {
            reading.note(Kind.REMARK, Notes.BROKEN_QUOTES);
            unquotedRows(file, encoding, separator, lines, table);
        }
    }

    /** Rows behind a quote that does not close: quotes are letters like others there. */
    private static void unquotedRows(
            FileBytes file, TextEncoding encoding, char separator, long after, TableWriter table) throws IOException {
        Pattern splitter = Pattern.compile(Pattern.quote(String.valueOf(separator)));
        try (BufferedReader in = encoding.reader(file.bytes())) {
            long number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (number > after && !line.isBlank()) {
                    row(number, List.of(splitter.split(line, -1)), table);
                }
            }
        }
    }

    private static void row(long line, List<String> fields, TableWriter table) {
        List<TableWriter.Cell> cells = new ArrayList<>(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            cells.add(new TableWriter.Cell(i, fields.get(i), List.of("satır " + line, "sütun " + (i + 1)), false));
        }
        table.row(cells, false);
    }

    private static long breaks(List<String> fields) {
        long breaks = 0;
        for (String field : fields) {
            for (int i = 0; i < field.length(); i++) {
                char c = field.charAt(i);
                if (c == '\n' || (c == '\r' && (i + 1 == field.length() || field.charAt(i + 1) != '\n'))) {
                    breaks++;
                }
            }
        }
        return breaks;
    }
}
