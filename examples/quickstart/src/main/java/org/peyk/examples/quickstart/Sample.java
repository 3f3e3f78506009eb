package org.peyk.examples.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.peyk.spi.ByteSource;

/** The unit's own files, which come inside the program. */
enum Sample {
    INVITATION("davet-muhendislik-fakultesi.docx"),
    ENGLISH_TEXT("duyuru-en.txt"),
    INVITED_LIST("davetli-listesi.xlsx"),
    PROGRAMME("program.pdf"),
    RECIPIENTS("alicilar.csv"),
    BOUNCE("geri-donus.eml"),
    OUT_OF_OFFICE("izin-yaniti.eml"),
    QUESTION("soru.eml");

    private final String fileName;

    Sample(String fileName) {
        this.fileName = fileName;
    }

    String fileName() {
        return fileName;
    }

    byte[] bytes() {
        try (InputStream in = Sample.class.getResourceAsStream("/sample/" + fileName)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own file " + fileName);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    ByteSource source() {
        return ByteSource.of(bytes());
    }

    /** Puts the file into a directory, for readers that want a path. */
    Path copyTo(Path directory) throws IOException {
        return Files.write(directory.resolve(fileName), bytes());
    }
}
