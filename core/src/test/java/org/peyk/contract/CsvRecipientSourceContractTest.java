package org.peyk.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.audience.CsvRecipientSource;
import org.peyk.spi.PersonId;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.RecipientSource;
import org.peyk.spi.tck.RecipientSourceContract;

/** A list in a file keeps the contract of recipient sources. */
class CsvRecipientSourceContractTest implements RecipientSourceContract {
    private static final int ROWS = 30;

    @TempDir
    Path folder;

    @Override
    public RecipientSource source() {
        Path file = folder.resolve("ogrenciler.csv");
        if (!Files.exists(file)) {
            write(file);
        }
        return CsvRecipientSource.of("liste", file);
    }

    private static void write(Path file) {
        StringBuilder b = new StringBuilder("ogrenci_no;ad_soyad;e_posta;grup;fakulte\n");
        for (int i = 0; i < ROWS; i++) {
            b.append(key(i)).append(";Işıl Öğüt ").append(i).append(';');
            b.append(usable(i) ? "ogrenci" + i + "@ogr.universite.example" : "").append(";ogrenci;");
            b.append(i % 3 == 0 ? "mühendislik" : "fen").append('\n');
        }
        b.append("9001;Dış Kişi;personel@universite.example;personel;fen\n");
        try {
            Files.writeString(file, b);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(int i) {
        return String.valueOf(20_260_000 + i);
    }

    private static boolean usable(int i) {
        return i % 7 != 6;
    }

    @Override
    public Selection selection() {
        return Selection.of("liste", "ogrenci");
    }

    @Override
    public Set<PersonId> people() {
        Set<PersonId> people = new LinkedHashSet<>();
        for (int i = 0; i < ROWS; i++) {
            if (usable(i)) {
                people.add(PersonId.of(key(i)));
            }
        }
        return people;
    }

    @Override
    public List<String> rejectedValues() {
        return List.of(key(6), "Işıl Öğüt");
    }

    @Override
    public Optional<Selection> filtered() {
        return Optional.of(new Selection("liste", "ogrenci", Map.of("fakulte", "mühendislik")));
    }

    @Override
    public Optional<RecipientSource> brokenSource() {
        return Optional.of(CsvRecipientSource.of("liste", folder.resolve("yok.csv")));
    }
}
