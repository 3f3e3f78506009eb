package org.peyk.examples.kvkkscan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.peyk.kvkk.KvkkRedactor;
import org.peyk.kvkk.KvkkRules;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.Segment;

/** Writes blackened copies of text and CSV files. */
final class Redaction {

    private static final Set<String> TABLES = Set.of("text/csv", "text/tab-separated-values");

    private final KvkkRedactor redactor;

    Redaction(KvkkRules rules) {
        this.redactor = KvkkRedactor.of(rules);
    }

    /** Whether the kind of the file is one of which a copy can be made. */
    boolean write(Path from, Path to) throws IOException {
        DocumentReading reading = Judging.read(Judging.file(from));
        String type = reading.info().mediaType();
        if (!reading.complete()) {
            return false;
        }
        if (TABLES.contains(type)) {
            Files.writeString(to, table(reading, type.endsWith("csv") ? ';' : '\t'));
            return true;
        }
        if (type.equals("text/plain")) {
            Files.writeString(to, redactor.redact(decode(Files.readAllBytes(from))));
            return true;
        }
        return false;
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-1254"));
        }
    }

    private String table(DocumentReading reading, char separator) {
        List<String> texts = redactor.redact(reading);
        StringBuilder out = new StringBuilder();
        long row = -1;
        int column = 0;
        for (int i = 0; i < texts.size(); i++) {
            Segment cell = reading.segments().get(i);
            if (cell.row() != row) {
                out.append(row < 0 ? "" : "\n");
                row = cell.row();
                column = 0;
            }
            // empty cells have no segment
            out.append(String.valueOf(separator).repeat(Math.max(0, cell.column() - column)));
            column = cell.column();
            out.append(quoted(texts.get(i), separator));
        }
        return out.append('\n').toString();
    }

    private static String quoted(String text, char separator) {
        boolean needed = text.indexOf(separator) >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0;
        return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
