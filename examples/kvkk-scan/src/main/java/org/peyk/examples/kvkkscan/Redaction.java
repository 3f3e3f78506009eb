package org.peyk.examples.kvkkscan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.peyk.kvkk.KvkkRules;
import org.peyk.kvkk.document.DocumentRedactor;
import org.peyk.kvkk.document.RedactedCopy;
import org.peyk.spi.Attachment;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.ReadLimits;

/** Writes blackened copies of files. */
final class Redaction {

    private final DocumentRedactor redactor;

    Redaction(KvkkRules rules) {
        this.redactor = DocumentRedactor.of(rules, ReadLimits.DEFAULT);
    }

    /** Writes the copy, and gives back what a person has to know about it. */
    RedactedCopy write(Path from, Path to) throws IOException {
        Attachment file = Judging.file(from);
        RedactedCopy copy = redactor.copy(new DocumentInput(file.fileName(), file.mediaType(), file.bytes()));
        try (InputStream in = copy.bytes().open()) {
            Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }
}
