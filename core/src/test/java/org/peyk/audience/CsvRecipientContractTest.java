package org.peyk.audience;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.spi.PersonId;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.RecipientSource;
import org.peyk.spi.tck.RecipientSourceContract;

class CsvRecipientContractTest implements RecipientSourceContract {

    @TempDir
    Path directory;

    @Override
    public RecipientSource source() {
        StringBuilder b = new StringBuilder("kisi_no;ad_soyad;e_posta;grup;fakulte\n");
        for (int i = 0; i < 30; i++) {
            b.append("K-")
                    .append(i)
                    .append(";Çiğdem Işık ")
                    .append(i)
                    .append(";cigdem")
                    .append(i);
            b.append("@ornek.edu.tr;").append(i < 20 ? "akademik" : "idari").append(i % 2 == 0 ? ";müh\n" : ";fen\n");
        }
        b.append(";Kimliksiz Kişi;kimliksiz@ornek.edu.tr;akademik;müh\n");
        try {
            return CsvRecipientSource.of("csv", Files.writeString(directory.resolve("liste.csv"), b));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Selection selection() {
        return Selection.of("csv", "akademik");
    }

    @Override
    public Set<PersonId> people() {
        Set<PersonId> people = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            people.add(PersonId.of("K-" + i));
        }
        return people;
    }

    @Override
    public Optional<Selection> filtered() {
        return Optional.of(new Selection("csv", "akademik", Map.of("fakulte", "müh")));
    }

    @Override
    public List<String> rejectedValues() {
        return List.of("kimliksiz@ornek.edu.tr", "Kimliksiz Kişi");
    }

    @Override
    public Optional<RecipientSource> brokenSource() {
        return Optional.of(CsvRecipientSource.of("csv", directory.resolve("yok.csv")));
    }
}
